package io.github.gdxagents.training.config;

/**
 * What is done when a game breaks a rule or learning yields numbers that are not finite. The last good checkpoint is kept in any case.
 *
 * @param onGameFault whether training stops or goes on with a new instance
 * @param onLearningFault whether training stops or goes back to the last checkpoint with a lower learning rate
 * @param watchdogSeconds how long a game may take for a step before it counts as stuck; 0 for as long as it likes
 */
public record FaultConfig(
        @Meaning("of an instance: stop, or restart it") GameFaultAction onGameFault,

        @Meaning("numbers that are not finite: stop, or back-off to the last checkpoint and half the learning rate")
        LearningFaultAction onLearningFault,

        @Meaning("a step that takes longer is stuck, 0 = never")
        int watchdogSeconds) {
    /** Stops at anything, and waits a minute for a step. */
    public static final FaultConfig STOPPING = new FaultConfig(GameFaultAction.STOP, LearningFaultAction.STOP, 60);

    /**
     * Checks the values.
     *
     * @throws ConfigException if any is impossible
     */
    public FaultConfig {
        Faults faults = new Faults();
        faults.atLeast("faults.watchdogSeconds", watchdogSeconds, 0);
        faults.throwIfAny();
    }
}
