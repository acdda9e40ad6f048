package io.github.gdxagents.training.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration is wrong; the message lists every fault. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigFault> faults;
    private final long untold;

    /** Of at least one fault. */
    public ConfigException(List<ConfigFault> faults) {
        this(faults, 0);
    }

    /** Of at least one fault, and of so many more that are only counted. */
    ConfigException(List<ConfigFault> faults, long untold) {
        super("The configuration has "
                + (faults.size() + untold == 1 ? "a fault" : faults.size() + untold + " faults")
                + (untold == 0 ? ":\n" : ", the first of them:\n")
                + faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.untold = untold;
    }

    ConfigException(String key, String problem) {
        this(List.of(new ConfigFault(key, problem)));
    }

    /** How many faults there are beside {@link #faults}. */
    long untold() {
        return untold;
    }

    /** What is wrong, at least one thing; of very many the first. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
