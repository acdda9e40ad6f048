package io.github.gdxagents.training.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration is wrong; the message lists every fault. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigFault> faults;

    /**
     * Makes an exception.
     *
     * @param faults at least one
     */
    public ConfigException(List<ConfigFault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining(
                        "\n",
                        "The configuration has " + (faults.size() == 1 ? "a fault" : faults.size() + " faults") + ":\n",
                        "")));
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @return at least one fault
     */
    public List<ConfigFault> faults() {
        return faults;
    }
}
