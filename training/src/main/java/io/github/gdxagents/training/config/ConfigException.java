package io.github.gdxagents.training.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration is wrong; the message lists every fault. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigFault> faults;

    /** Of at least one fault. */
    public ConfigException(List<ConfigFault> faults) {
        super("The configuration has " + (faults.size() == 1 ? "a fault" : faults.size() + " faults") + ":\n"
                + faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    ConfigException(String key, String problem) {
        this(List.of(new ConfigFault(key, problem)));
    }

    /** What is wrong, at least one thing. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
