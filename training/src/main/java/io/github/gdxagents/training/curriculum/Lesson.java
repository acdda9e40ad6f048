package io.github.gdxagents.training.curriculum;

/**
 * Where training is in its curriculum.
 *
 * @param number of the lesson, from 1; 0 without a curriculum
 * @param count of all lessons
 * @param name of the lesson, empty without a curriculum
 */
public record Lesson(int number, int count, String name) {
    /** Without a curriculum. */
    public static final Lesson NONE = new Lesson(0, 0, "");

    /** {@return whether there is a curriculum} */
    public boolean isOne() {
        return number > 0;
    }

    /** {@return whether no other follows} */
    public boolean isLast() {
        return number == count;
    }

    /** {@return name and number, for people} */
    @Override
    public String toString() {
        return name + " (" + number + " of " + count + ")";
    }
}
