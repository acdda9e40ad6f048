package io.github.gdxagents.training.run.benchmark;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the time of training goes to. */
public enum Share {
    /** Physics, observations and rewards. */
    SIMULATION("the simulation", "a cheaper one (fewer solver iterations, cheaper sensors)", Round::simulationSeconds),
    /** Networks and sampling while collecting. */
    INFERENCE("deciding", "smaller networks, or more instances on each thread", Round::inferenceSeconds),
    /** Advantages and updates. */
    LEARNING(
            "learning",
            "fewer epochs, larger minibatches, smaller networks or, if these are large, a GPU",
            Round::learningSeconds),
    /** Waiting for the slowest thread, copies, reports. */
    REST("waiting", "instances that cost alike, and a machine with nothing else to do", Round::restSeconds);

    private final String subject;
    private final String remedy;
    private final ToDoubleFunction<Round> seconds;

    Share(String subject, String remedy, ToDoubleFunction<Round> seconds) {
        this.subject = subject;
        this.remedy = remedy;
        this.seconds = seconds;
    }

    /** In a word, lower case. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key in JSON. */
    String key() {
        return title() + "Share";
    }

    /** What it is, within a sentence. */
    String subject() {
        return subject;
    }

    /** What would take less time of this. */
    String remedy() {
        return remedy;
    }

    double of(Round round) {
        return seconds.applyAsDouble(round) / round.seconds();
    }
}
