package io.github.gdxagents.training.run.benchmark;

import java.util.function.ToDoubleFunction;

/** What a benchmark measures the speed of. */
public enum Activity {
    /** The game with random actions and nothing else, in decisions per second: the limit of all that follows, except learning. */
    BARE_SIMULATION("bare", "Steps", Round::bareStepsPerSecond),
    /** What an iteration does before it learns, in decisions per second. */
    COLLECTION("collection", "Steps", Round::collectionStepsPerSecond),
    /** Advantages and updates, in samples per second: a decision that is learned from in four epochs is four samples. */
    LEARNING("learning", "Samples", Round::learningSamplesPerSecond),
    /** Whole iterations, in decisions per second. */
    TRAINING("training", "Steps", Round::trainingStepsPerSecond);

    private final String title;
    private final String unit;
    private final ToDoubleFunction<Round> speed;

    Activity(String title, String unit, ToDoubleFunction<Round> speed) {
        this.title = title;
        this.unit = unit;
        this.speed = speed;
    }

    /** In a word, lower case. */
    String title() {
        return title;
    }

    /** The key of its speed in JSON, which names the unit too. */
    String speedKey() {
        return title + unit + "PerSecond";
    }

    /** The key in JSON of how near it comes to the limit. */
    String ratioKey() {
        return title + "Ratio";
    }

    /** The key in JSON of how much faster it is than with the first number of threads. */
    String speedUpKey() {
        return title + "SpeedUp";
    }

    double speed(Round round) {
        return speed.applyAsDouble(round);
    }
}
