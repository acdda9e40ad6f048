package io.github.gdxagents.training.curriculum;

/**
 * What a curriculum goes on from between two iterations.
 *
 * @param lesson the index of the present one
 * @param name of the present one, empty without a curriculum
 * @param figure that its condition watches, in words; empty if it has none
 * @param window the watched figure of the latest episodes that began and ended in it, the oldest first; at most as many as its condition asks
 *     for
 */
public record CurriculumState(int lesson, String name, String figure, double[] window) {
    /** Before the first iteration, and without a curriculum. */
    public static final CurriculumState START = new CurriculumState(0, "", "", new double[0]);
}
