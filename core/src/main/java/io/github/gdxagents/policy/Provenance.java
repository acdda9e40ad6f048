package io.github.gdxagents.policy;

import io.github.gdxagents.agent.SimulationSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a policy comes from: enough to train it again and to judge it.
 */
public final class Provenance {
    /** The longest name of a game, or of a version, that a policy file holds, in bytes of UTF-8. */
    public static final int MAX_LINE_BYTES = 1 << 10;

    /** Of a setting's name, in UTF-8. */
    static final int MAX_SETTING_BYTES = 120;

    /** The longest configuration that a policy file holds, in bytes of UTF-8. */
    public static final int MAX_CONFIGURATION_BYTES = 1 << 20;

    /** All of it at its longest: texts with their lengths, settings, seed, steps, evaluation. */
    static final long MAX_BYTES = 2L * (4 + MAX_LINE_BYTES)
            + 4
            + SimulationSettings.MAX_SIZE * (4L + MAX_SETTING_BYTES + 8)
            + 8
            + 8
            + 4
            + 8
            + (4 + MAX_CONFIGURATION_BYTES);

    private final String game;
    private final Map<String, Double> settings;
    private final long seed;
    private final long steps;
    private final double meanReturn;
    private final int evaluationEpisodes;
    private final String configuration;
    private final String libraryVersion;

    private Provenance(Builder builder) {
        game = builder.game;
        settings = Collections.unmodifiableMap(new LinkedHashMap<String, Double>(builder.settings));
        seed = builder.seed;
        steps = builder.steps;
        meanReturn = builder.meanReturn;
        evaluationEpisodes = builder.evaluationEpisodes;
        configuration = builder.configuration;
        libraryVersion = builder.libraryVersion;
    }

    /**
     * Starts a provenance in which nothing is known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The game in which the policy was trained.
     *
     * @return its name in the catalogue or of its class; empty if unknown
     */
    public String game() {
        return game;
    }

    /**
     * The game's settings in training.
     *
     * @return by name, in order, unmodifiable
     */
    public Map<String, Double> settings() {
        return settings;
    }

    /**
     * The seed of the training.
     *
     * @return any value
     */
    public long seed() {
        return seed;
    }

    /**
     * Decisions of all agents that the policy had learned from.
     *
     * @return 0 or more
     */
    public long steps() {
        return steps;
    }

    /**
     * The mean return of its evaluation.
     *
     * @return finite, or NaN if it was not evaluated
     */
    public double meanReturn() {
        return meanReturn;
    }

    /**
     * How many episodes its evaluation had.
     *
     * @return 0 if it was not evaluated
     */
    public int evaluationEpisodes() {
        return evaluationEpisodes;
    }

    /**
     * The complete configuration of the training.
     *
     * @return YAML text; empty if unknown
     */
    public String configuration() {
        return configuration;
    }

    /**
     * The version of gdx-agents that trained it.
     *
     * @return empty if unknown
     */
    public String libraryVersion() {
        return libraryVersion;
    }

    /** Collects what is known. Thread safety: none. */
    public static final class Builder {
        private String game = "";
        private final Map<String, Double> settings = new LinkedHashMap<String, Double>();
        private long seed;
        private long steps;
        private double meanReturn = Double.NaN;
        private int evaluationEpisodes;
        private String configuration = "";
        private String libraryVersion = "";

        private Builder() {}

        /**
         * Sets the game.
         *
         * @param name its name in the catalogue or of its class, at most 1,024 bytes in UTF-8
         * @return this
         * @throws IllegalArgumentException if it is longer
         */
        public Builder game(String name) {
            game = text("game", name, MAX_LINE_BYTES);
            return this;
        }

        /**
         * Sets the game's settings.
         *
         * @param values finite, by name; copied
         * @return this
         * @throws IllegalArgumentException if a value is not finite, a name longer than 120 bytes, or there are more than {@value
         *     SimulationSettings#MAX_SIZE}
         */
        public Builder settings(Map<String, Double> values) {
            if (values.size() > SimulationSettings.MAX_SIZE) {
                throw new IllegalArgumentException("provenance: there may be at most " + SimulationSettings.MAX_SIZE
                        + " settings, but there are " + values.size());
            }
            settings.clear();
            for (Map.Entry<String, Double> entry : values.entrySet()) {
                finite("setting '" + entry.getKey() + "'", entry.getValue());
                settings.put(text("setting's name", entry.getKey(), MAX_SETTING_BYTES), entry.getValue());
            }
            return this;
        }

        /**
         * Sets the seed of the training.
         *
         * @param value any
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets the decisions learned from.
         *
         * @param decisions 0 or more
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder steps(long decisions) {
            if (decisions < 0) {
                throw new IllegalArgumentException("provenance: the steps must be 0 or more, but are " + decisions);
            }
            steps = decisions;
            return this;
        }

        /**
         * Sets the result of the evaluation.
         *
         * @param mean the mean return, finite
         * @param episodes how many it is the mean of, at least 1
         * @return this
         * @throws IllegalArgumentException if a value is out of range
         */
        public Builder evaluation(double mean, int episodes) {
            finite("mean return", mean);
            if (episodes < 1) {
                throw new IllegalArgumentException(
                        "provenance: an evaluation must have at least 1 episode, but has " + episodes);
            }
            meanReturn = mean;
            evaluationEpisodes = episodes;
            return this;
        }

        /**
         * Sets the complete configuration of the training.
         *
         * @param yaml YAML text of at most {@value Provenance#MAX_CONFIGURATION_BYTES} bytes in UTF-8
         * @return this
         * @throws IllegalArgumentException if it is longer
         */
        public Builder configuration(String yaml) {
            configuration = text("configuration", yaml, MAX_CONFIGURATION_BYTES);
            return this;
        }

        /**
         * Sets the version of gdx-agents that trained the policy.
         *
         * @param version for example 0.1.0, at most 1,024 bytes in UTF-8
         * @return this
         * @throws IllegalArgumentException if it is longer
         */
        public Builder libraryVersion(String version) {
            libraryVersion = text("library version", version, MAX_LINE_BYTES);
            return this;
        }

        /**
         * Makes the provenance.
         *
         * @return the provenance
         */
        public Provenance build() {
            return new Provenance(this);
        }

        private static String text(String what, String value, int mostBytes) {
            if (value == null) {
                throw new IllegalArgumentException(
                        "provenance: the " + what + " is null; leave it out if it is unknown");
            }
            int bytes = utf8Bytes(value);
            if (bytes > mostBytes) {
                throw new IllegalArgumentException("provenance: the " + what + " may have at most " + mostBytes
                        + " bytes in UTF-8, but has " + bytes);
            }
            return value;
        }

        /** Counts, since a reader has no memory to spare for the bytes. */
        private static int utf8Bytes(String value) {
            int bytes = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean isHalf = Character.isSurrogate(c); // a pair takes four
                bytes += c < 0x80 ? 1 : c < 0x800 || isHalf ? 2 : 3;
            }
            return bytes;
        }

        private static void finite(String what, double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("provenance: the " + what + " must be finite, but is " + value);
            }
        }
    }
}
