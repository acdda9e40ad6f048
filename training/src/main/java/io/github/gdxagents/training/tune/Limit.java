package io.github.gdxagents.training.tune;

/** What most of a run's time goes into, and what would help most. */
enum Limit {
    /** The game. */
    SIMULATION(
            "Simulation",
            "more cores, or a cheaper physics step (fewer solver iterations, for example) would help most"),
    /** The networks' decisions. */
    INFERENCE("Deciding", "more cores, or smaller networks (network.hidden) would help most"),
    /** Updates on the CPU. */
    LEARNING_ON_CPU(
            "Learning",
            "larger minibatches (ppo.minibatchSize), fewer epochs (ppo.epochs), smaller networks or a GPU would help most"),
    /** Updates on the GPU. */
    LEARNING_ON_GPU("Learning", "larger minibatches (ppo.minibatchSize) or fewer epochs (ppo.epochs) would help most");

    private final String title;
    private final String advice;

    Limit(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    String title() {
        return title;
    }

    /** The rest of a sentence. */
    String advice() {
        return advice;
    }
}
