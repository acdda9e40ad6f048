package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of a policy file of any version: what {@link PolicyEncoder} writes, or wrote once. */
final class PolicyDecoder {
    private static final int MAX_NAME_BYTES = 120;
    private static final int MAX_OBSERVATIONS = 1 << 16;
    private static final int MAX_CONTINUOUS = 1 << 10;
    private static final int MAX_BRANCHES = 1 << 8;
    private static final int MAX_CHOICES = 1 << 8;
    private static final int MAX_LAYERS = 1 << 5;
    private static final int MAX_LAYER_SIZE = 1 << 16;
    private static final int MAX_GOLDEN_SAMPLES = 1 << 6;
    private static final int MAX_SETTINGS = 1 << 10;
    private static final int MAX_LINE_BYTES = 1 << 10;
    private static final int MAX_TEXT_BYTES = 1 << 20;
    private static final int MIN_NAME_BYTES = 5; // its length and one letter

    private static final int VERSION_1_ACTIVATIONS = 3;
    private static final int DENSE = PolicyFile.LAYERS.indexOf(DenseLayer.class);
    private static final int GRU = PolicyFile.LAYERS.indexOf(GruLayer.class);

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
        ObservationNormalizer normalizer = normalizer(observations);
        Network network = network(observations, outputs);
        float[] logStandardDeviation =
                input.finiteFloats("logStandardDeviation", behavior.action().continuousSize());
        List<GoldenSample> samples = goldenSamples(observations, outputs);
        Provenance provenance = provenance();
        input.requireEnd();
        return PolicyModel.builder(behavior, network)
                .normalizer(normalizer)
                .logStandardDeviation(logStandardDeviation)
                .goldenSamples(samples)
                .provenance(provenance)
                .build();
    }

    private BehaviorSpec behavior() {
        BehaviorSpec.Builder behavior = BehaviorSpec.builder(input.text("behavior.name", MAX_NAME_BYTES))
                .decisionPeriod(input.integer("behavior.decisionPeriod", 1, Integer.MAX_VALUE))
                .stepLimit(input.integer("behavior.stepLimit", 0, Integer.MAX_VALUE));
        behavior.observation(ObservationSpec.of(names("observation", 1, MAX_OBSERVATIONS)));
        ActionSpec.Builder action = ActionSpec.builder().continuous(names("action.continuous", 0, MAX_CONTINUOUS));
        int branches = input.count("action.branches.count", 0, MAX_BRANCHES, MIN_NAME_BYTES);
        for (int b = 0; b < branches; b++) {
            String place = "action.branches[" + b + "]";
            action.branch(input.text(place + ".name", MAX_NAME_BYTES), names(place + ".choices", 2, MAX_CHOICES));
        }
        return behavior.action(action.build()).build();
    }

    private ObservationNormalizer normalizer(int observations) {
        if (input.code("normalizer.kind", 2) == PolicyFile.IDENTITY) {
            return ObservationNormalizer.identity(observations);
        }
        float[] mean = input.finiteFloats("normalizer.mean", observations);
        return ObservationNormalizer.ofScales(mean, input.finiteFloats("normalizer.scale", observations));
    }

    private Network network(int observations, int outputs) {
        int count = input.count("network.layers.count", 1, MAX_LAYERS, 9);
        List<Layer> layers = new ArrayList<Layer>(count);
        int size = observations;
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            Layer layer = layer("network.layers[" + i + "]", size, last ? outputs : 1, last ? outputs : MAX_LAYER_SIZE);
            layers.add(layer);
            size = layer.outputs();
        }
        return new Network(layers);
    }

    private Layer layer(String place, int inputs, int fewest, int most) {
        int kind = version < 2 ? DENSE : input.code(place + ".kind", PolicyFile.LAYERS.size());
        input.integer(place + ".inputs", inputs, inputs);
        int outputs = input.integer(place + ".outputs", fewest, most);
        Activation activation = kind == DENSE ? activation(place) : null;
        // The parameters come first: they are as large as the layer, and refused if the file can't hold them.
        float[] parameters = input.finiteFloats(place + ".parameters", parameterCount(kind, inputs, outputs));
        Layer layer = zeros(kind, inputs, outputs, activation);
        layer.setParameters(parameters, 0);
        return layer;
    }

    private Activation activation(String place) {
        int codes = version < 2 ? VERSION_1_ACTIVATIONS : PolicyFile.ACTIVATIONS.size();
        return PolicyFile.ACTIVATIONS.get(input.code(place + ".activation", codes));
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
        int count = input.count("goldenSamples.count", 1, MAX_GOLDEN_SAMPLES, 4 * (observations + outputs));
        List<GoldenSample> samples = new ArrayList<GoldenSample>(count);
        for (int i = 0; i < count; i++) {
            String place = "goldenSamples[" + i + "]";
            float[] observation = input.finiteFloats(place + ".observation", observations);
            samples.add(new GoldenSample(observation, input.finiteFloats(place + ".outputs", outputs)));
        }
        return samples;
    }

    private Provenance provenance() {
        Provenance.Builder provenance = Provenance.builder().game(input.text("provenance.game", MAX_LINE_BYTES));
        provenance.settings(settings());
        provenance.seed(input.longInteger("provenance.seed"));
        provenance.steps(input.longInteger("provenance.steps"));
        int episodes = input.integer("provenance.evaluationEpisodes", 0, Integer.MAX_VALUE);
        if (episodes > 0) {
            provenance.evaluation(input.finiteDouble("provenance.meanReturn"), episodes);
        }
        provenance.libraryVersion(input.text("provenance.libraryVersion", MAX_LINE_BYTES));
        return provenance
                .configuration(input.text("provenance.configuration", MAX_TEXT_BYTES))
                .build();
    }

    private Map<String, Double> settings() {
        int count = input.count("provenance.settings.count", 0, MAX_SETTINGS, MIN_NAME_BYTES + 8);
        Map<String, Double> settings = new LinkedHashMap<String, Double>();
        for (int i = 0; i < count; i++) {
            String place = "provenance.settings[" + i + "]";
            String name = input.text(place + ".name", MAX_NAME_BYTES);
            if (settings.put(name, input.finiteDouble(place + ".value")) != null) {
                throw new IllegalArgumentException("the setting '" + name + "' is there twice");
            }
        }
        return settings;
    }

    private String[] names(String place, int minimum, int maximum) {
        String[] names = new String[input.count(place + ".count", minimum, maximum, MIN_NAME_BYTES)];
        for (int i = 0; i < names.length; i++) {
            names[i] = input.text(place + "[" + i + "]", MAX_NAME_BYTES);
        }
        return names;
    }
}
