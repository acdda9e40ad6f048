package io.github.gdxagents.training.curriculum;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.config.ConditionConfig;
import io.github.gdxagents.training.config.LessonConfig;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Says which lesson comes next: it watches the episodes that finish, and moves on when the mean over the latest of them is high enough.
 *
 * <p>It is asked between two iterations, and looks at episodes in their order; so it moves on at the same iteration at any number of threads.
 * Episodes that began in an earlier lesson don't count.
 *
 * <p>Thread safety: none.
 */
public final class Curriculum {
    private final List<LessonConfig> lessons;
    private final List<BehaviorSpec> behaviors;
    private final Deque<Double> window = new ArrayDeque<>();
    private int lesson;

    /**
     * Begins with the first lesson.
     *
     * @param lessons whose conditions the game can meet, see {@link CurriculumCheck}; none without a curriculum
     * @param behaviors of the game
     */
    public Curriculum(List<LessonConfig> lessons, List<BehaviorSpec> behaviors) {
        this.lessons = List.copyOf(lessons);
        this.behaviors = List.copyOf(behaviors);
    }

    /** {@return the present lesson} */
    public Lesson lesson() {
        return lessons.isEmpty()
                ? Lesson.NONE
                : new Lesson(lesson + 1, lessons.size(), lessons.get(lesson).name());
    }

    /** {@return its index, 0 without a curriculum} */
    public int index() {
        return lesson;
    }

    /**
     * Looks at the episodes that finished in an iteration, and moves on if it was enough.
     *
     * @param episodes for each behavior, in their order
     */
    public void add(List<List<FinishedEpisode>> episodes) {
        if (lessons.isEmpty() || lessons.get(lesson).until() == null) {
            return;
        }
        ConditionConfig until = lessons.get(lesson).until();
        int watched = watched(until, behaviors);
        for (FinishedEpisode episode : episodes.get(watched)) {
            if (episode.lesson() == lesson) {
                window.addLast(figure(until, behaviors.get(watched), episode));
                if (window.size() > until.episodes()) {
                    window.removeFirst();
                }
            }
        }
        if (window.size() == until.episodes() && (float) mean() >= (float) until.atLeast()) {
            lesson++;
            window.clear();
        }
    }

    private double mean() {
        return window.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    /** The behavior whose episodes a condition is about, by index; -1 if there is none of that name, or several and no name. */
    static int watched(ConditionConfig until, List<BehaviorSpec> behaviors) {
        if (until.behavior().isEmpty()) {
            return behaviors.size() == 1 ? 0 : -1;
        }
        return behaviors.stream().map(BehaviorSpec::name).toList().indexOf(until.behavior());
    }

    private static double figure(ConditionConfig until, BehaviorSpec behavior, FinishedEpisode episode) {
        return until.statistic().isEmpty()
                ? episode.undiscountedReturn()
                : episode.statistics().get(behavior.statistics().indexOf(until.statistic()));
    }

    /** {@return what it goes on from, sharing nothing with it} */
    public CurriculumState state() {
        return new CurriculumState(
                lesson,
                lesson().name(),
                watchedFigure(),
                window.stream().mapToDouble(value -> value).toArray());
    }

    /**
     * Checks that a state is of these lessons.
     *
     * @throws IllegalArgumentException if it has come farther than they go
     */
    public void requireFit(CurriculumState state) {
        if (state.lesson() > 0 && state.lesson() >= lessons.size()) {
            throw new IllegalArgumentException("curriculum.lessons: the run was saved in lesson " + (state.lesson() + 1)
                    + ", but there are " + lessons.size() + "; resume with the lessons that it began with");
        }
        String name = lessons.isEmpty() ? "" : lessons.get(state.lesson()).name();
        if (!state.name().isEmpty() && !state.name().equals(name)) {
            throw new IllegalArgumentException("curriculum.lessons: the run was saved in lesson " + (state.lesson() + 1)
                    + ", " + state.name() + ", but that is " + (name.isEmpty() ? "none" : name)
                    + " now; resume with the lessons that it began with, in their order");
        }
    }

    private String watchedFigure() {
        return lessons.isEmpty() || lessons.get(lesson).until() == null
                ? ""
                : lessons.get(lesson).until().figure();
    }

    /**
     * Goes on from a saved state; of its window the latest episodes, as many as the condition asks for now, and none if it watches another
     * figure now.
     */
    public void restore(CurriculumState state) {
        lesson = state.lesson();
        window.clear();
        boolean isWatched = !state.figure().isEmpty() && state.figure().equals(watchedFigure());
        int most = isWatched ? lessons.get(lesson).until().episodes() : 0;
        for (int i = Math.max(0, state.window().length - most); i < state.window().length; i++) {
            window.addLast(state.window()[i]);
        }
    }
}
