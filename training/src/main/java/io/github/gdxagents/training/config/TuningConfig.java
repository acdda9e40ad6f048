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

    /** Checks the values; a {@link ConfigException} lists all that are impossible. */
    public TuningConfig {
        Faults faults = new Faults();
        faults.require(seconds >= 0 && seconds <= LONGEST, "tuning.seconds", "0 to " + LONGEST, seconds);
        faults.throwIfAny();
    }

    /** Changes single values. */
    public interface Builder extends ConfigBuilder<TuningConfig> {
        Builder seconds(double seconds);
    }
}
