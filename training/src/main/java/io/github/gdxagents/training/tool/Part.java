package io.github.gdxagents.training.tool;

import java.util.Locale;

/** What the time of training goes to. */
public enum Part {
    /** Physics, observations and rewards. */
    SIMULATION("simulation", "a cheaper physics step (fewer solver iterations, for example)"),
    /** Networks and sampling while collecting. */
    INFERENCE("deciding", "smaller networks (network.hidden)"),
    /** Advantages and updates. */
    LEARNING(
            "learning", "larger minibatches (ppo.minibatchSize), fewer epochs (ppo.epochs), smaller networks or a GPU"),
    /** Waiting for the slowest thread, copies, reports. */
    REST("waiting", "instances that cost alike, and a machine with nothing else to do");

    /** What it is, within a sentence. */
    public final String subject;
    /** What would take less time of this. */
    public final String remedy;

    Part(String subject, String remedy) {
        this.subject = subject;
        this.remedy = remedy;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
