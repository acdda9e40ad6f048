package io.github.gdxagents.training.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.training.config.ConditionConfig;
import io.github.gdxagents.training.config.LessonConfig;
import io.github.gdxagents.training.rollout.FinishedEpisode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CurriculumTest {
    private static BehaviorSpec behavior(String name) {
        return BehaviorSpec.builder(name)
                .observation(ObservationSpec.of("x"))
                .action(ActionSpec.builder().branch("b", "c", "d").build())
                .statistics("time", "finished")
                .build();
    }

    private static Curriculum curriculum(ConditionConfig... untils) {
        List<LessonConfig> lessons = new ArrayList<>();
        for (ConditionConfig until : untils) {
            lessons.add(new LessonConfig("lesson" + lessons.size(), Map.of(), until));
        }
        lessons.add(new LessonConfig("last", Map.of(), null));
        return new Curriculum(lessons, List.of(behavior("car"), behavior("truck")));
    }

    private static FinishedEpisode episode(int lesson, double value) {
        return new FinishedEpisode(value, 1, List.of(), List.of(-value, 10 * value), lesson);
    }

    private static List<FinishedEpisode> episodes(int lesson, double... values) {
        return Arrays.stream(values).mapToObj(value -> episode(lesson, value)).toList();
    }

    private static final ConditionConfig RETURN = ConditionConfig.ofReturn(2, 3).of("truck");

    @Test
    void itMovesOnWhenTheMeanOfTheLatestEpisodesIsHighEnough() {
        Curriculum curriculum = curriculum(RETURN);
        assertThat(curriculum.lesson()).isEqualTo(new Lesson(1, 2, "lesson0"));

        curriculum.add(List.of(List.of(), episodes(0, 9, 9)));
        assertThat(curriculum.index()).as("two are too few").isZero();
        curriculum.add(List.of(List.of(), episodes(0, 0, 2, 3.99)));
        assertThat(curriculum.index()).as("a mean of 5.99 / 3").isZero();
        curriculum.add(List.of(List.of(), episodes(0, 0.01)));
        assertThat(curriculum.index()).as("a mean of 2").isEqualTo(1);
        assertThat(curriculum.lesson()).isEqualTo(new Lesson(2, 2, "last"));
        assertThat(curriculum.lesson().isLast()).isTrue();
        curriculum.add(List.of(List.of(), episodes(1, 9, 9, 9, 9)));
        assertThat(curriculum.index()).as("nothing follows").isEqualTo(1);
    }

    /** What counts is how it stands at the end of the iteration. */
    @Test
    void aGoodMomentWithinAnIterationDoesNotCount() {
        Curriculum curriculum = curriculum(RETURN);
        curriculum.add(List.of(List.of(), episodes(0, 9, 9, 9, 0, 0, 0)));
        assertThat(curriculum.index()).isZero();
    }

    @Test
    void otherBehaviorsAndEarlierLessonsDoNotCount() {
        Curriculum curriculum = curriculum(RETURN, RETURN);
        curriculum.add(List.of(episodes(0, 9, 9, 9), List.of()));
        assertThat(curriculum.index()).isZero();
        curriculum.add(List.of(List.of(), episodes(0, 9, 9, 9)));
        assertThat(curriculum.index()).isEqualTo(1);
        curriculum.add(List.of(List.of(), episodes(0, 9, 9, 9)));
        assertThat(curriculum.index()).as("they began in the first lesson").isEqualTo(1);
        curriculum.add(List.of(List.of(), episodes(1, 9, 9, 9)));
        assertThat(curriculum.index()).isEqualTo(2);
    }

    @Test
    void aStatisticIsFoundByItsName() {
        Curriculum curriculum =
                curriculum(ConditionConfig.ofStatistic("finished", 50, 1).of("car"));
        curriculum.add(List.of(episodes(0, 4.9), List.of()));
        assertThat(curriculum.index()).isZero();
        curriculum.add(List.of(episodes(0, 5), List.of()));
        assertThat(curriculum.index()).isEqualTo(1);
    }

    @Test
    void withoutLessonsThereIsNone() {
        Curriculum none = new Curriculum(List.of(), List.of(behavior("car")));
        none.add(List.of(episodes(0, 1, 2, 3)));
        assertThat(none.lesson()).isEqualTo(Lesson.NONE);
        assertThat(none.state()).usingRecursiveComparison().isEqualTo(CurriculumState.START);
    }

    @Test
    void itGoesOnFromASavedState() {
        Curriculum whole = curriculum(RETURN, RETURN);
        for (double value : new double[] {9, 9, 9, 1, 1, 4, 0}) {
            Curriculum resumed = curriculum(RETURN, RETURN);
            resumed.requireFit(whole.state());
            resumed.restore(whole.state());
            List<List<FinishedEpisode>> next = List.of(List.of(), episodes(whole.index(), value));
            whole.add(next);
            resumed.add(next);
            assertThat(resumed.state()).usingRecursiveComparison().isEqualTo(whole.state());
        }
        assertThat(whole.index()).as("1, 1, 4 is enough").isEqualTo(2);
    }

    /** Who resumes may ask for fewer episodes than before. */
    @Test
    void ofALongerWindowTheLatestEpisodesStay() {
        Curriculum curriculum = curriculum(RETURN);
        curriculum.restore(new CurriculumState(0, "", "return of truck", new double[] {7, 6, 5, 4}));
        assertThat(curriculum.state().window()).containsExactly(6, 5, 4);
    }

    @Test
    void ofAnotherFigureNothingIsKept() {
        Curriculum curriculum = curriculum(RETURN);
        curriculum.restore(new CurriculumState(0, "lesson0", "finished of truck", new double[] {7, 6}));
        assertThat(curriculum.state().window()).isEmpty();
    }

    @Test
    void aStateOfAnotherLessonIsRefused() {
        assertThatThrownBy(() -> curriculum(RETURN).requireFit(new CurriculumState(0, "last", "", new double[0])))
                .hasMessage(
                        "curriculum.lessons: the run was saved in lesson 1, last, but that is lesson0 now; resume with the"
                                + " lessons that it began with, in their order");
    }

    /** A figure of 0.9f is not 0.9, but is shown so. */
    @Test
    void whatIsShownAsEnoughIsEnough() {
        Curriculum curriculum = curriculum(ConditionConfig.ofReturn(0.9, 2).of("truck"));
        curriculum.add(List.of(List.of(), episodes(0, 0.9f, 0.9f)));
        assertThat(curriculum.index()).isEqualTo(1);
    }

    @Test
    void aStateBeyondTheLastLessonIsRefused() {
        assertThatThrownBy(() -> curriculum(RETURN).requireFit(new CurriculumState(2, "", "", new double[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "curriculum.lessons: the run was saved in lesson 3, but there are 2; resume with the lessons that"
                                + " it began with");
    }
}
