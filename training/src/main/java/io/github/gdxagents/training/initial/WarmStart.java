package io.github.gdxagents.training.initial;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.network.EncoderTensor;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.ObservationMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets training begin with the policy of a file instead of a random one. A file has no value function: that begins anew.
 *
 * <p>The observations may be others than those that the policy was trained with: they are matched by name. One that is new has weights 0,
 * so that the policy acts at first exactly as before, and a normalizer that takes the first rollout's moments as they are. One that the
 * game no longer has is left out: the policy acts as if it had always seen that observation's mean, or 0 if it did not normalize.
 *
 * <p>Encoders go on by name, too: of channels, features and plain values. What is encoded of a grid that is new, or of another size, begins
 * with weights 0 in the layer behind it.
 */
public final class WarmStart {
    /** Observations count as if so many had been seen: enough that the first iterations don't throw the policy off. */
    private static final double SEEN = 100_000;

    private WarmStart() {}

    /**
     * What keeps a policy from being begun with: actions, decision period, layers, and whether observations are normalized must be equal.
     * Observations may differ, as long as one is left.
     *
     * @param policy of the behavior's name
     * @param game the behavior
     * @param config of the run
     * @return one line each; empty if it fits
     */
    public static List<String> misfits(PolicyModel policy, BehaviorSpec game, TrainingConfig config) {
        List<String> faults = new ArrayList<>();
        requireCommonObservation(policy.behavior(), game, faults);
        faults.addAll(PolicyFit.differences(policy.behavior(), withObservation(game, policy.behavior())));
        requireLayers(policy, config, faults);
        requireNormalization(policy, config, faults);
        requireDeviations(policy, config, faults);
        return faults;
    }

    private static void requireCommonObservation(BehaviorSpec policy, BehaviorSpec game, List<String> faults) {
        List<String> known = policy.observation().names();
        List<String> seen = game.observation().names();
        if (seen.stream().noneMatch(known::contains)) {
            faults.add("observation: policy has " + known + ", game has " + seen
                    + "; at least one must have the same name");
        }
    }

    private static BehaviorSpec withObservation(BehaviorSpec game, BehaviorSpec policy) {
        return BehaviorSpec.builder(game.name())
                .observation(policy.observation())
                .action(game.action())
                .decisionPeriod(game.decisionPeriod())
                .build();
    }

    /** Compares with what the configuration would make of the policy's own observations. */
    private static void requireLayers(PolicyModel policy, TrainingConfig config, List<String> faults) {
        String given = policy.network().layers().toString();
        String wanted = new ActorCritic(policy.behavior(), config.network())
                .actor()
                .layers()
                .toString();
        if (!given.equals(wanted)) {
            faults.add(
                    "network: policy has the layers " + given + ", the configuration asks for " + wanted
                            + "; set network.encoder, network.hidden, network.activation and network.memory to those of the policy");
        }
    }

    private static void requireNormalization(PolicyModel policy, TrainingConfig config, List<String> faults) {
        boolean wasNormalized = !policy.normalizer().isIdentity();
        boolean isNormalized = config.normalization().observations();
        if (wasNormalized != isNormalized) {
            faults.add("normalization.observations: policy was trained with " + wasNormalized
                    + ", the configuration has " + isNormalized + "; set it to " + wasNormalized);
        }
    }

    /** Else the first update would lift them, and nobody would have asked whether the policy may move as far. */
    private static void requireDeviations(PolicyModel policy, TrainingConfig config, List<String> faults) {
        double floor = config.network().smallestLogStandardDeviation();
        for (float deviation : policy.logStandardDeviation()) {
            if (deviation < (float) floor) {
                faults.add("network.smallestLogStandardDeviation: policy has the log standard deviation " + deviation
                        + ", the configuration allows none below " + floor + "; lower it");
                return;
            }
        }
    }

    /**
     * Copies a policy that has no {@link #misfits}.
     *
     * @param given of the networks' behavior
     * @param networks initialized; the actor is overwritten
     * @param moments of the observations, without data; those that the policy knows go on from its normalizer, if it has one
     * @return what was matched
     */
    public static WarmStartReport apply(GivenPolicies.Given given, ActorCritic networks, ObservationMoments moments) {
        PolicyModel policy = given.model();
        BehaviorSpec behavior = networks.behavior();
        ObservationMatch match = ObservationMatch.of(
                policy.behavior().observation().names(), behavior.observation().names());
        copyLayers(policy, networks);
        copyDeviations(policy.logStandardDeviation(), networks);
        if (!policy.normalizer().isIdentity()) {
            moments.restore(moments(policy.normalizer(), match, behavior.observation()));
        }
        return new WarmStartReport(
                behavior.name(), given.file(), match.matched(), match.moved(), match.added(), match.dropped());
    }

    private static void copyLayers(PolicyModel policy, ActorCritic networks) {
        List<Layer> source = new ArrayList<>(policy.network().layers());
        List<Layer> target = new ArrayList<>(networks.actor().layers());
        List<String> given = policy.behavior().observation().names();
        List<String> wanted = networks.behavior().observation().names();
        ObservationEncoder encoder = source.get(0) instanceof ObservationEncoder first ? first : null;
        if (encoder != null) {
            given = encoder.outputNames();
            source.remove(0);
        }
        if (target.get(0) instanceof ObservationEncoder first) {
            wanted = first.outputNames();
            target.remove(0);
            if (encoder != null) {
                copyEncoder(encoder, first);
            }
        }
        target.get(0).setParameters(matchInputs(source.get(0), target.get(0), ObservationMatch.of(given, wanted)), 0);
        for (int i = 1; i < target.size(); i++) {
            target.get(i).setParameters(parameters(source.get(i)), 0);
        }
    }

    /** What is encoded of groups that the policy does not know stays random, or it could never be learned; the next layer ignores it. */
    private static void copyEncoder(ObservationEncoder source, ObservationEncoder target) {
        Map<String, float[]> rows = rows(source);
        float[] parameters = parameters(target);
        int offset = 0;
        Set<String> known = source.tensors().stream().map(EncoderTensor::name).collect(Collectors.toSet());
        for (EncoderTensor tensor : target.tensors()) {
            int columns = tensor.columns();
            for (int row = 0; row < tensor.rowCount(); row++, offset += columns) {
                if (known.contains(tensor.name())) {
                    float[] given = rows.getOrDefault(tensor.row(row), new float[columns]);
                    System.arraycopy(given, 0, parameters, offset, columns);
                }
            }
        }
        target.setParameters(parameters, 0);
    }

    private static Map<String, float[]> rows(ObservationEncoder encoder) {
        float[] parameters = parameters(encoder);
        Map<String, float[]> rows = new HashMap<>();
        int offset = 0;
        for (EncoderTensor tensor : encoder.tensors()) {
            int columns = tensor.columns();
            for (int row = 0; row < tensor.rowCount(); row++, offset += columns) {
                rows.put(tensor.row(row), Arrays.copyOfRange(parameters, offset, offset + columns));
            }
        }
        return rows;
    }

    /** The parameters of the first layer: those of dense layers and memories alike begin with a row of weights for each input. */
    private static float[] matchInputs(Layer source, Layer target, ObservationMatch match) {
        int columns = target.parameterShapes()[0][1];
        float[] given = parameters(source);
        float[] matched = new float[target.parameterCount()];
        for (int i = 0; i < match.size(); i++) {
            if (match.source(i) != ObservationMatch.NEW) {
                System.arraycopy(given, match.source(i) * columns, matched, i * columns, columns);
            }
        }
        int rest = source.inputs() * columns;
        System.arraycopy(given, rest, matched, target.inputs() * columns, given.length - rest);
        return matched;
    }

    private static float[] parameters(Layer layer) {
        float[] parameters = new float[layer.parameterCount()];
        layer.getParameters(parameters, 0);
        return parameters;
    }

    private static void copyDeviations(float[] deviations, ActorCritic networks) {
        float[] flat = networks.parameters();
        System.arraycopy(deviations, 0, flat, flat.length - deviations.length, deviations.length);
        networks.setParameters(flat);
    }

    /** As {@link ObservationMoments#save} gives them: what the policy does not know was never seen. */
    private static double[] moments(
            ObservationNormalizer normalizer, ObservationMatch match, ObservationSpec observation) {
        float[] mean = normalizer.mean();
        float[] scale = normalizer.scale();
        int size = match.size();
        double[] state = new double[3 * size];
        int[] entries = entries(observation);
        for (int i = 0; i < size; i++) {
            int source = match.source(i);
            if (source != ObservationMatch.NEW) {
                double seen = SEEN / entries[i];
                state[i] = seen;
                state[size + i] = mean[source];
                state[2 * size + i] = seen * variance(mean[source], scale[source]);
            }
        }
        return state;
    }

    /** For each value how many there are of it: all entries of a set have one mean together. */
    private static int[] entries(ObservationSpec observation) {
        int[] entries = new int[observation.size()];
        for (ObservationGroup group : observation.groups()) {
            int each = group.kind() == ObservationGroup.Kind.SET ? group.shape()[0] : 1;
            Arrays.fill(entries, group.offset(), group.offset() + group.size(), each);
        }
        return entries;
    }

    /** A scale of 1 is that of a value that never varied; rounding must not make one that hardly did so. */
    private static double variance(double mean, double scale) {
        double least = Math.max(Double.MIN_NORMAL, 2 * ObservationNormalizer.ROUNDING * mean * mean);
        return scale == 1 ? 0 : Math.max(least, 1 / (scale * scale) - ObservationNormalizer.EPSILON);
    }
}
