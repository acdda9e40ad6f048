package io.github.gdxagents.training.config;

/**
 * How what is {@code auto} is chosen when a run begins.
 *
 * @param seconds that about are spent on measuring, 0 to 3600; 0 measures nothing and takes what is sensible on any machine
 */
public record TuningConfig(
        @Key("of measuring before a new run, to choose what is auto; 0 = none")
        double seconds) {
    private static final int LONGEST = 3600;

    public TuningConfig {
        boolean isPossible = seconds >= 0 && seconds <= LONGEST;
        new Faults()
                .require(isPossible, "tuning.seconds", "0 to " + LONGEST, seconds)
                .throwIfAny();
    }

    public interface Builder extends ConfigBuilder<TuningConfig> {
        Builder seconds(double seconds);
    }
}
