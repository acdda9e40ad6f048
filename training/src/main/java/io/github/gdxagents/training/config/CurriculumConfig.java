package io.github.gdxagents.training.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lessons that training goes through one after the other.
 *
 * @param lessons the first until its condition is met, then the second, and so on; the last until the run is over. Empty for none
 */
public record CurriculumConfig(
        @Key("until its condition is met each, then the next; [] = none")
        List<LessonConfig> lessons) {
    static final String LESSONS = "curriculum.lessons";
    private static final int MOST_LESSONS = 1000;

    /** A {@link ConfigException} if two have one name, the last has a condition, or another has none. */
    public CurriculumConfig {
        lessons = List.copyOf(lessons);
        Faults faults = new Faults();
        faults.require(lessons.size() <= MOST_LESSONS, LESSONS, "at most " + MOST_LESSONS, lessons.size());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lessons.size(); i++) {
            LessonConfig lesson = lessons.get(i);
            String of = "of lesson " + ConfigNode.quote(lesson.name()) + " ";
            if (!names.add(lesson.name())) {
                faults.add(key(i) + ".name", of + "is that of an earlier one too; give each its own");
            }
            boolean isLast = i == lessons.size() - 1;
            if (isLast && lesson.until() != null) {
                faults.add(key(i) + ".until", of + "must not be there, since nothing follows; leave it out");
            } else if (!isLast && lesson.until() == null) {
                faults.add(
                        key(i) + ".until",
                        of
                                + "is missing: say when the next one begins, for example until: {return: 100, episodes: 100}");
            }
        }
        faults.throwIfAny();
    }

    /** {@return the dotted key of a lesson by its index, which people count from 1} */
    public static String key(int lesson) {
        return LESSONS + "." + (lesson + 1);
    }

    public interface Builder extends ConfigBuilder<CurriculumConfig> {
        Builder lessons(List<LessonConfig> lessons);
    }
}
