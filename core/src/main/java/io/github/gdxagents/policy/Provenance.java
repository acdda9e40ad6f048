package io.github.gdxagents.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a policy comes from: enough to train it again and to judge it.
 */
public final class Provenance {
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
         * @param name its name in the catalogue or of its class
         * @return this
         */
        public Builder game(String name) {
            game = text("game", name);
            return this;
        }

        /**
         * Sets the game's settings.
         *
         * @param values finite, by name; copied
         * @return this
         * @throws IllegalArgumentException if a value is not finite
         */
        public Builder settings(Map<String, Double> values) {
            settings.clear();
            for (Map.Entry<String, Double> entry : values.entrySet()) {
                finite("setting '" + entry.getKey() + "'", entry.getValue());
                settings.put(text("setting", entry.getKey()), entry.getValue());
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
         * @param yaml YAML text
         * @return this
         */
        public Builder configuration(String yaml) {
            configuration = text("configuration", yaml);
            return this;
        }

        /**
         * Sets the version of gdx-agents that trained the policy.
         *
         * @param version for example 0.1.0
         * @return this
         */
        public Builder libraryVersion(String version) {
            libraryVersion = text("library version", version);
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

        private static String text(String what, String value) {
            if (value == null) {
                throw new IllegalArgumentException(
                        "provenance: the " + what + " is null; leave it out if it is unknown");
            }
            return value;
        }

        private static void finite(String what, double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("provenance: the " + what + " must be finite, but is " + value);
            }
        }
    }
}
