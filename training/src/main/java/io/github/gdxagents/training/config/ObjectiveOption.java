package io.github.gdxagents.training.config;

/**
 * An option that an objective declares; its value may be a {@link Schedule}.
 *
 * @param name in the configuration, unique in the objective
 * @param meaning in a few words, for the comment beside it
 * @param defaultValue if the configuration has none
 * @param smallest that it may be at any time
 * @param largest that it may be at any time
 */
public record ObjectiveOption(String name, String meaning, double defaultValue, double smallest, double largest) {
    /**
     * Checks what an objective declares.
     *
     * @throws IllegalArgumentException if the name is not made of letters and digits, or is {@code name}, which is that of the objective;
     *     or if the default is not within the bounds
     */
    public ObjectiveOption {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*") || name.equals("name")) {
            throw new IllegalArgumentException("objective option '" + name
                    + "': the name must be letters and digits, beginning with a letter, and not 'name'");
        }
        if (!(smallest <= defaultValue && defaultValue <= largest) || !Double.isFinite(defaultValue)) {
            throw new IllegalArgumentException("objective option '" + name + "': the default must be finite and in ["
                    + smallest + ", " + largest + "], but is " + defaultValue);
        }
    }
}
