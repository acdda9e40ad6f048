package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.GruLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.LstmLayer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.network.ParameterSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the body of a policy file of any version: what {@link PolicyEncoder} writes, or wrote once. */
final class PolicyDecoder {
    private static final int MAX_LAYERS = 1 << 5;
    private static final int MAX_LAYER_SIZE = 1 << 16;
    static final int MAX_GOLDEN_SAMPLES = 1 << 6;
    private static final int MIN_GROUP_BYTES =
            1 + 4 + 4 + 5; // its kind, its name's length, how many names, one of a letter
    private static final int VALUE_BYTES =
            4 + 4; // at least a weight and an element of a golden sample for each observed value
    private static final int MIN_BRANCH_BYTES =
            4 + 3 * 5; // the number of its choices; its name and two choices, each a length and a letter
    private static final int MIN_SETTING_BYTES = 4 + 8; // its name's length and its value

    private static final int VERSION_1_ACTIVATIONS = 3;
    private static final int VERSION_3_LAYERS = 3;
    private static final int VERSION_3_NORMALIZERS = 2;
    private static final int NORMALIZERS = 3;
    private static final int DENSE = PolicyFile.LAYERS.indexOf(DenseLayer.class);
    private static final int GRU = PolicyFile.LAYERS.indexOf(GruLayer.class);
    private static final int ENCODER = PolicyFile.LAYERS.indexOf(ObservationEncoder.class);

    private final CheckedInput input;
    private final int version;

    PolicyDecoder(CheckedInput input, int version) {
        this.input = input;
        this.version = version;
    }

    PolicyModel read() {
        BehaviorSpec behavior = behavior();
        int observations = behavior.observation().size();
        int outputs = behavior.action().outputSize();
        ObservationNormalizer normalizer = normalizer(behavior.observation());
        Network network = network(behavior.observation(), outputs);
        float[] logStandardDeviation = input.finiteFloats(
                FieldPath.of("logStandardDeviation"), behavior.action().continuousSize());
        List<GoldenSample> samples = goldenSamples(observations, outputs);
        Provenance provenance = provenance();
        input.requireEnd();
        return PolicyModel.builderKeeping(behavior, network)
                .normalizer(normalizer)
                .logStandardDeviation(logStandardDeviation)
                .goldenSamples(samples)
                .provenance(provenance)
                .build();
    }

    private BehaviorSpec behavior() {
        BehaviorSpec.Builder behavior = BehaviorSpec.builder(input.name(FieldPath.of("behavior.name")))
                .decisionPeriod(input.integer(FieldPath.of("behavior.decisionPeriod"), 1, Integer.MAX_VALUE))
                .stepLimit(input.integer(FieldPath.of("behavior.stepLimit"), 0, Integer.MAX_VALUE));
        behavior.observation(version < 3 ? plainValues() : groups());
        return behavior.action(action()).build();
    }

    private ObservationSpec plainValues() {
        return ObservationSpec.of(input.names(FieldPath.of("observation"), 1, ObservationSpec.MAX_SIZE));
    }

    /** Offsets and the names of values follow from the groups, so that none can overlap or leave a gap. */
    private ObservationSpec groups() {
        FieldPath list = FieldPath.of("observation");
        ObservationSpec.Builder observation = ObservationSpec.builder();
        int count = input.count(list.dot("count"), 1, ObservationSpec.MAX_GROUPS, MIN_GROUP_BYTES);
        boolean afterPlain = false;
        for (int i = 0; i < count; i++) {
            afterPlain = group(list.at(i), afterPlain, observation);
        }
        // Before the names of all values take memory.
        input.require(list, (long) VALUE_BYTES * observation.size());
        try {
            return observation.build();
        } catch (IllegalArgumentException e) {
            throw input.fault(list, 0, e.getMessage());
        }
    }

    /** Gives whether it was plain values. */
    private boolean group(FieldPath place, boolean afterPlain, ObservationSpec.Builder observation) {
        int start = input.position();
        ObservationGroup.Kind kind = PolicyFile.GROUPS.get(input.code(place.dot("kind"), PolicyFile.GROUPS.size()));
        boolean mayBePlain = kind == ObservationGroup.Kind.VECTOR && !afterPlain;
        String name = mayBePlain ? input.nameOrNone(place.dot("name")) : input.name(place.dot("name"));
        int rows = kind == ObservationGroup.Kind.GRID ? dimension(place.dot("rows")) : 1;
        int columns = kind == ObservationGroup.Kind.GRID ? dimension(place.dot("columns")) : 1;
        int most = kind == ObservationGroup.Kind.SET ? dimension(place.dot("most")) : 1;
        String[] features = input.names(place.dot("names"), 1, ObservationSpec.MAX_SIZE);
        try {
            if (kind == ObservationGroup.Kind.GRID) {
                observation.grid(name, rows, columns, features);
            } else if (kind == ObservationGroup.Kind.SET) {
                observation.set(name, most, features);
            } else if (!name.isEmpty()) {
                observation.vector(name, features);
            } else {
                for (String value : features) {
                    observation.add(value);
                }
            }
        } catch (IllegalArgumentException e) { // names that clash or get too long, or more values than there may be
            throw input.fault(place, input.position() - start, e.getMessage());
        }
        return name.isEmpty();
    }

    private int dimension(FieldPath place) {
        return input.integer(place, 1, ObservationSpec.MAX_SIZE);
    }

    private ActionSpec action() {
        String[] continuous = input.names(FieldPath.of("action.continuous"), 0, ActionSpec.MAX_CONTINUOUS);
        ActionSpec.Builder action = ActionSpec.builder().continuous(continuous);
        Set<String> taken = new HashSet<String>(Arrays.asList(continuous));
        FieldPath list = FieldPath.of("action.branches");
        int fewest = continuous.length == 0 ? 1 : 0;
        int branches = input.count(list.dot("count"), fewest, ActionSpec.MAX_BRANCHES, MIN_BRANCH_BYTES);
        for (int b = 0; b < branches; b++) {
            FieldPath place = list.at(b);
            String name = input.name(place.dot("name"), taken);
            action.branch(name, input.names(place.dot("choices"), 2, ActionBranch.MAX_CHOICES));
        }
        return action.build();
    }

    private ObservationNormalizer normalizer(ObservationSpec observation) {
        int kinds = version < 4 || !hasSets(observation) ? VERSION_3_NORMALIZERS : NORMALIZERS;
        int kind = input.code(FieldPath.of("normalizer.kind"), kinds);
        int size = observation.size();
        if (kind == PolicyFile.IDENTITY) {
            return ObservationNormalizer.identity(size);
        }
        float[] mean = input.finiteFloats(FieldPath.of("normalizer.mean"), size);
        float[] scale = input.positiveFloats(FieldPath.of("normalizer.scale"), size);
        ObservationNormalizer normalizer = ObservationNormalizer.ofScales(mean, scale);
        return kind == PolicyFile.MEAN_AND_SCALE ? normalizer : normalizer.leavingCounts(observation);
    }

    private static boolean hasSets(ObservationSpec observation) {
        for (ObservationGroup group : observation.groups()) {
            if (group.kind() == ObservationGroup.Kind.SET) {
                return true;
            }
        }
        return false;
    }

    private Network network(ObservationSpec observation, int outputs) {
        int count = input.count(FieldPath.of("network.layers.count"), 1, MAX_LAYERS, 9);
        FieldPath list = FieldPath.of("network.layers");
        List<Layer> layers = new ArrayList<Layer>(count);
        int size = observation.size();
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            int fewest = last ? outputs : 1;
            int most = last ? outputs : MAX_LAYER_SIZE;
            FieldPath place = list.at(i);
            int kind = kind(place, i);
            Layer layer = kind == ENCODER
                    ? encoder(place, observation, fewest, most)
                    : layer(place, kind, size, fewest, most);
            layers.add(layer);
            size = layer.outputs();
        }
        return new Network(layers);
    }

    private int kind(FieldPath place, int layer) {
        if (version < 2) {
            return DENSE;
        }
        // Only the first is given the observation.
        int kinds = version < 4 || layer > 0 ? VERSION_3_LAYERS : PolicyFile.LAYERS.size();
        return input.code(place.dot("kind"), kinds);
    }

    private Layer encoder(FieldPath place, ObservationSpec observation, int fewest, int most) {
        int start = input.position();
        input.integer(place.dot("inputs"), observation.size(), observation.size());
        int outputs = input.integer(place.dot("outputs"), fewest, most);
        Activation activation = activation(place);
        FieldPath list = place.dot("gridChannels");
        int[] channels = new int[input.count(list.dot("count"), 0, EncoderShape.MAX_CONVOLUTIONS, 4)];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = input.integer(list.at(i), 1, EncoderShape.MAX_SIZE);
        }
        int setSize = input.integer(place.dot("setSize"), 0, EncoderShape.MAX_SIZE);
        int setHeads = input.integer(place.dot("setHeads"), 1, EncoderShape.MAX_SIZE);
        EncoderShape shape;
        try {
            shape = new EncoderShape(channels, setSize, setHeads, activation);
            if (!shape.encodes(observation)) {
                throw new IllegalArgumentException(
                        "expected an encoder, but found one that passes on all of " + observation + " as it is");
            }
            if (shape.outputs(observation) != outputs) {
                throw new IllegalArgumentException("expected an encoder that gives " + outputs + " values of "
                        + observation + ", but found one that gives " + shape.outputs(observation));
            }
        } catch (IllegalArgumentException e) {
            throw input.fault(place, input.position() - start, e.getMessage());
        }
        // Before the layer takes memory, as with any other.
        ParameterSource parameters =
                input.finiteFloatSource(place.dot("parameters"), shape.parameterCount(observation));
        ObservationEncoder layer = new ObservationEncoder(observation, shape);
        layer.read(parameters);
        return layer;
    }

    private Layer layer(FieldPath place, int kind, int inputs, int fewest, int most) {
        input.integer(place.dot("inputs"), inputs, inputs);
        int outputs = input.integer(place.dot("outputs"), fewest, most);
        Activation activation = kind == DENSE ? activation(place) : null;
        // Before the layer takes memory: it is refused if the file can't hold its parameters.
        ParameterSource parameters =
                input.finiteFloatSource(place.dot("parameters"), parameterCount(kind, inputs, outputs));
        Layer layer = zeros(kind, inputs, outputs, activation);
        layer.read(parameters);
        return layer;
    }

    private Activation activation(FieldPath place) {
        int codes = version < 2 ? VERSION_1_ACTIVATIONS : PolicyFile.ACTIVATIONS.size();
        return PolicyFile.ACTIVATIONS.get(input.code(place.dot("activation"), codes));
    }

    private static long parameterCount(int kind, long inputs, long outputs) {
        if (kind == DENSE) {
            return (inputs + 1) * outputs;
        }
        return kind == GRU ? (inputs + outputs + 2) * 3 * outputs : (inputs + outputs + 1) * 4 * outputs;
    }

    private static Layer zeros(int kind, int inputs, int outputs, Activation activation) {
        if (kind == DENSE) {
            return new DenseLayer(inputs, outputs, activation);
        }
        return kind == GRU ? new GruLayer(inputs, outputs) : new LstmLayer(inputs, outputs);
    }

    private List<GoldenSample> goldenSamples(int observations, int outputs) {
        FieldPath list = FieldPath.of("goldenSamples");
        int count = input.count(list.dot("count"), 1, MAX_GOLDEN_SAMPLES, 4 * (observations + outputs));
        List<GoldenSample> samples = new ArrayList<GoldenSample>(count);
        float[] observation = new float[observations]; // both are copied by each sample
        float[] output = new float[outputs];
        for (int i = 0; i < count; i++) {
            input.finiteFloatSource(list.at(i).dot("observation"), observations).read(observation, observations);
            input.finiteFloatSource(list.at(i).dot("outputs"), outputs).read(output, outputs);
            samples.add(new GoldenSample(observation, output));
        }
        return samples;
    }

    private Provenance provenance() {
        Provenance.Builder provenance =
                Provenance.builder().game(input.text(FieldPath.of("provenance.game"), Provenance.MAX_LINE_BYTES));
        provenance.settings(settings());
        provenance.seed(input.longInteger(FieldPath.of("provenance.seed"), Long.MIN_VALUE));
        provenance.steps(input.longInteger(FieldPath.of("provenance.steps"), 0));
        int episodes = input.integer(FieldPath.of("provenance.evaluationEpisodes"), 0, Integer.MAX_VALUE);
        if (episodes > 0) {
            provenance.evaluation(input.finiteDouble(FieldPath.of("provenance.meanReturn")), episodes);
        }
        provenance.libraryVersion(input.text(FieldPath.of("provenance.libraryVersion"), Provenance.MAX_LINE_BYTES));
        return provenance
                .configuration(input.text(FieldPath.of("provenance.configuration"), Provenance.MAX_CONFIGURATION_BYTES))
                .build();
    }

    private Map<String, Double> settings() {
        FieldPath list = FieldPath.of("provenance.settings");
        int count = input.count(list.dot("count"), 0, SimulationSettings.MAX_SIZE, MIN_SETTING_BYTES);
        Map<String, Double> settings = new LinkedHashMap<String, Double>();
        Set<String> taken = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            String name = input.uniqueText(list.at(i).dot("name"), Provenance.MAX_SETTING_BYTES, taken);
            settings.put(name, input.finiteDouble(list.at(i).dot("value")));
        }
        return settings;
    }
}
