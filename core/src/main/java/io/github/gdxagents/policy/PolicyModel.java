package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.network.ParameterSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A trained policy as plain data: what a policy file holds and a {@link NetworkPolicy} decides with.
 *
 * <p>An observation goes through the normaliser and the network; the outputs are those of an {@link
 * io.github.gdxagents.network.ActionDistribution}.
 */
public final class PolicyModel {
    private final BehaviorSpec behavior;
    private final ObservationNormalizer normalizer;
    private final Network network;
    private final float[] logStandardDeviation;
    private final Provenance provenance;
    private final List<GoldenSample> goldenSamples;

    private PolicyModel(Builder builder) {
        behavior = builder.behavior;
        normalizer = builder.normalizer;
        network = builder.network;
        logStandardDeviation = builder.logStandardDeviation;
        provenance = builder.provenance;
        goldenSamples = Collections.unmodifiableList(new ArrayList<GoldenSample>(builder.goldenSamples));
    }

    /**
     * Starts a model: without a normaliser, log standard deviations 0, nothing known of its provenance, no golden samples.
     *
     * @param behavior what is perceived and decided
     * @param network from {@code [obs]} to {@code [out]}, copied
     * @return a builder
     */
    public static Builder builder(BehaviorSpec behavior, Network network) {
        return new Builder(behavior, network.copy());
    }

    /** Starts a model that keeps the network itself: for a reader that made it, and gives it to nobody else. */
    static Builder builderKeeping(BehaviorSpec behavior, Network network) {
        return new Builder(behavior, network);
    }

    /**
     * What is perceived and decided.
     *
     * @return the specification
     */
    public BehaviorSpec behavior() {
        return behavior;
    }

    /**
     * What is done to an observation first.
     *
     * @return perhaps the identity, never null
     */
    public ObservationNormalizer normalizer() {
        return normalizer;
    }

    /**
     * The network from normalised observations to outputs.
     *
     * @return a copy: changing it doesn't change the model
     */
    public Network network() {
        return network.copy();
    }

    /**
     * The natural logarithm of the standard deviation of each continuous value.
     *
     * @return {@code [continuous]}, a copy
     */
    public float[] logStandardDeviation() {
        return logStandardDeviation.clone();
    }

    /**
     * Where the policy comes from.
     *
     * @return never null
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Observations with the outputs that they must give, one after the other from the beginning of an episode.
     *
     * @return unmodifiable, possibly empty
     */
    public List<GoldenSample> goldenSamples() {
        return goldenSamples;
    }

    /**
     * Starts a model that differs from this one in part, for example with another provenance.
     *
     * @return a builder that holds all of this model
     */
    public Builder toBuilder() {
        return builder(behavior, network)
                .normalizer(normalizer)
                .logStandardDeviation(logStandardDeviation)
                .provenance(provenance)
                .goldenSamples(goldenSamples);
    }

    /** The outputs for observations that follow one another from the beginning of an episode. */
    float[][] evaluate(float[][] observations) {
        Episode episode = episode();
        float[][] outputs = new float[observations.length][];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = episode.next(observations[i]).clone();
        }
        return outputs;
    }

    /** The same one by one, which takes no memory for each. */
    Episode episode() {
        return new Episode(normalizer, network);
    }

    /** Gives the outputs for observations that follow one another from the beginning of an episode. */
    static final class Episode {
        private final ObservationNormalizer normalizer;
        private final ForwardPass pass;
        private final float[][] state;
        private final float[][] normalized;

        private Episode(ObservationNormalizer normalizer, Network network) {
            this.normalizer = normalizer;
            pass = new ForwardPass(network, 1);
            state = new float[1][network.stateSize()];
            normalized = new float[1][network.inputSize()];
        }

        /** The outputs for the next observation, {@code [out]}; overwritten by the next call. */
        float[] next(float[] observation) {
            normalizer.apply(observation, normalized[0]);
            return pass.run(normalized, state, 1)[0];
        }
    }

    /** Collects the parts of a policy. Thread safety: none. */
    public static final class Builder {
        private final BehaviorSpec behavior;
        private final Network network;
        private ObservationNormalizer normalizer;
        private float[] logStandardDeviation;
        private Provenance provenance = Provenance.builder().build();
        private List<GoldenSample> goldenSamples = Collections.emptyList();
        private int samplesToDraw;
        private RandomStream random;

        private Builder(BehaviorSpec behavior, Network network) {
            this.behavior = behavior;
            this.network = network;
            normalizer = ObservationNormalizer.identity(behavior.observation().size());
            logStandardDeviation = new float[behavior.action().continuousSize()];
        }

        /**
         * Sets what is done to an observation first.
         *
         * @param value of the observation's size
         * @return this
         */
        public Builder normalizer(ObservationNormalizer value) {
            normalizer = value;
            return this;
        }

        /**
         * Sets the standard deviations of the continuous values.
         *
         * @param values {@code [continuous]}, natural logarithm, copied
         * @return this
         */
        public Builder logStandardDeviation(float[] values) {
            logStandardDeviation = values.clone();
            return this;
        }

        /**
         * Sets where the policy comes from.
         *
         * @param value what is known
         * @return this
         */
        public Builder provenance(Provenance value) {
            provenance = value;
            return this;
        }

        /**
         * Sets the golden samples.
         *
         * @param samples observations with their outputs, copied; one episode, if the network has memory
         * @return this
         */
        public Builder goldenSamples(List<GoldenSample> samples) {
            goldenSamples = new ArrayList<GoldenSample>(samples);
            samplesToDraw = 0;
            return this;
        }

        /**
         * Lets {@link #build} make golden samples: observations around the normaliser's mean, and what the network gives for them, one
         * after the other from the beginning of an episode.
         *
         * @param count how many, at least 1
         * @param stream where the observations come from
         * @return this
         */
        public Builder goldenSamples(int count, RandomStream stream) {
            samplesToDraw = count;
            random = stream;
            return this;
        }

        /**
         * Makes the model.
         *
         * @return the model
         * @throws IllegalArgumentException if sizes disagree or values are not finite; it lists all faults
         */
        public PolicyModel build() {
            throwIfAny(faults());
            if (samplesToDraw > 0) {
                PolicyModel untested = new PolicyModel(this);
                goldenSamples = drawSamples(untested);
                samplesToDraw = 0;
            }
            return new PolicyModel(this);
        }

        private void throwIfAny(List<String> faults) {
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(
                        "policy model of behavior '" + behavior.name() + "':\n  " + join(faults));
            }
        }

        private List<GoldenSample> drawSamples(PolicyModel model) {
            float[][] observations = new float[samplesToDraw][];
            for (int i = 0; i < samplesToDraw; i++) {
                observations[i] = drawObservation();
            }
            float[][] outputs = model.evaluate(observations);
            List<GoldenSample> samples = new ArrayList<GoldenSample>();
            List<String> faults = new ArrayList<String>();
            for (int i = 0; i < samplesToDraw; i++) {
                finiteCheck("golden sample " + i + ": output", faults).write(outputs[i], outputs[i].length);
                samples.add(new GoldenSample(observations[i], outputs[i]));
            }
            throwIfAny(faults);
            return samples;
        }

        private float[] drawObservation() {
            float[] mean = normalizer.mean();
            float[] scale = normalizer.scale();
            for (int i = 0; i < mean.length; i++) {
                float value = mean[i] + random.nextGaussian() / scale[i];
                mean[i] = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value)); // the mean may be near them
            }
            if (network.layers().get(0) instanceof ObservationEncoder) {
                drawCounts(mean);
            }
            return mean;
        }

        /** Else most sets would be empty, and what is done with their entries untested. */
        private void drawCounts(float[] observation) {
            for (ObservationGroup group : behavior.observation().groups()) {
                if (group.kind() == ObservationGroup.Kind.SET) {
                    observation[group.offset()] = random.nextInt(group.shape()[0] + 1);
                }
            }
        }

        private List<String> faults() {
            ActionSpec action = behavior.action();
            List<String> faults = new ArrayList<String>();
            int observations = behavior.observation().size();
            expect(faults, "normalizer: values", observations, normalizer.size());
            expect(faults, "network: inputs", observations, network.inputSize());
            expect(faults, "network: outputs", action.outputSize(), network.outputSize());
            encoder(faults);
            expect(faults, "log standard deviations", action.continuousSize(), logStandardDeviation.length);
            finite(faults);
            for (int i = 0; i < goldenSamples.size(); i++) {
                GoldenSample sample = goldenSamples.get(i);
                expect(
                        faults,
                        "golden sample " + i + ": observed values",
                        observations,
                        sample.sharedObservation().length);
                expect(faults, "golden sample " + i + ": outputs", action.outputSize(), sample.sharedOutputs().length);
            }
            return faults;
        }

        /** A file has an encoder in front alone, and makes it anew from the behavior's observation. */
        private void encoder(List<String> faults) {
            for (int i = 0; i < network.layers().size(); i++) {
                Layer layer = network.layers().get(i);
                if (!(layer instanceof ObservationEncoder)) {
                    continue;
                }
                ObservationEncoder encoder = (ObservationEncoder) layer;
                if (i > 0 || !encoder.observation().equals(behavior.observation())) {
                    faults.add("network: layer " + i + " encodes " + encoder.observation()
                            + "; an encoder must be the first layer, and of the behavior's observation");
                } else if (!normalizer.isIdentity()
                        && !normalizer.leavesCounts()
                        && encoder.shape().encodesSets(behavior.observation())) {
                    faults.add(
                            "normalizer: an encoder must be given the counts of sets as they are; call leavingCounts");
                }
            }
        }

        private static void expect(List<String> faults, String what, int expected, int actual) {
            if (expected != actual) {
                faults.add(what + " must be " + expected + " as in the behavior, but are " + actual);
            }
        }

        private void finite(List<String> faults) {
            network.write(finiteCheck("network: parameter", faults));
            finiteCheck("log standard deviation", faults).write(logStandardDeviation, logStandardDeviation.length);
        }

        /** Adds the first value that is not finite: one tells enough, after an overflow all are so. */
        private static ParameterSink finiteCheck(final String what, final List<String> faults) {
            return new ParameterSink() {
                private int seen;
                private boolean hasFault;

                @Override
                public void write(float[] values, int count) {
                    for (int i = 0; i < count && !hasFault; i++) {
                        if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
                            hasFault = true;
                            faults.add(what + " " + (seen + i) + " must be finite, but is " + values[i]);
                        }
                    }
                    seen += count;
                }
            };
        }

        private static String join(List<String> lines) {
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                text.append(text.length() == 0 ? "" : "\n  ").append(line);
            }
            return text.toString();
        }
    }
}
