package io.github.gdxagents.training.config;

/**
 * What is done when a game breaks a rule or learning yields numbers that are not finite. The last good checkpoint is kept in any case.
 *
 * @param onGameFault whether training stops or goes on with a new instance
 * @param onLearningFault whether training stops or goes back to the last checkpoint with a lower learning rate
 * @param watchdogSeconds how long a game may take for a step before it counts as stuck; 0 for as long as it likes
 */
public record FaultConfig(
        @Key("of an instance: stop, or restart it") GameFaultAction onGameFault,

        @Key("numbers that are not finite: stop, or back-off to the last checkpoint and half the learning rate")
        LearningFaultAction onLearningFault,

        @Key("a step that takes longer is stuck, 0 = never") int watchdogSeconds) {
    /** Stops at anything, and waits a minute for a step. */
    public static final FaultConfig STOPPING = new FaultConfig(GameFaultAction.STOP, LearningFaultAction.STOP, 60);

    public FaultConfig {
        new Faults().atLeast("faults.watchdogSeconds", watchdogSeconds, 0).throwIfAny();
    }

    /** What is done with an instance of a game that broke a rule. */
    public enum GameFaultAction {
        /** Training stops. */
        STOP,
        /** What it gathered in the iteration is discarded, and a new instance takes its place. */
        RESTART
    }

    /** What is done when a loss, a gradient or a weight is not finite. */
    public enum LearningFaultAction {
        /** Training stops. */
        STOP,
        /** Training goes on from the last checkpoint with half the learning rate. */
        BACK_OFF
    }

    public interface Builder extends ConfigBuilder<FaultConfig> {
        Builder onGameFault(GameFaultAction onGameFault);

        Builder onLearningFault(LearningFaultAction onLearningFault);

        Builder watchdogSeconds(int watchdogSeconds);
    }
}
