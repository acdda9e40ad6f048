package io.github.gdxagents.policy;

import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.network.DenseLayer;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.network.ParameterSink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the body of a policy file of the current version; the order of the fields is the format. */
final class PolicyEncoder {
    /** Its kind, inputs, outputs and activation, without parameters. */
    static final long MOST_BYTES_PER_LAYER = 1 + 4 + 4 + 1;

    /** The channels of an encoder, size and heads. */
    static final long MOST_SHAPE_BYTES = 4 * (1 + EncoderShape.MAX_CONVOLUTIONS + 2);

    /** The kind of the normaliser, and the counts of layers and golden samples. */
    static final long MOST_OTHER_BYTES = 1 + 4 + 4;

    private final Output output;

    PolicyEncoder(Output output) {
        this.output = output;
    }

    void write(PolicyModel model) {
        behavior(model.behavior());
        normalizer(model.normalizer());
        network(model.network());
        floats(model.logStandardDeviation());
        output.writeInt(model.goldenSamples().size());
        for (GoldenSample sample : model.goldenSamples()) {
            floats(sample.sharedObservation());
            floats(sample.sharedOutputs());
        }
        provenance(model.provenance());
    }

    void behavior(BehaviorSpec behavior) {
        text(behavior.name());
        output.writeInt(behavior.decisionPeriod());
        output.writeInt(behavior.stepLimit());
        groups(behavior.observation().groups());
        ActionSpec action = behavior.action();
        names(action.continuous());
        output.writeInt(action.branchCount());
        for (ActionBranch branch : action.branches()) {
            text(branch.name());
            names(branch.choices());
        }
    }

    private void groups(List<ObservationGroup> groups) {
        output.writeInt(groups.size());
        for (ObservationGroup group : groups) {
            output.writeByte(PolicyFile.GROUPS.indexOf(group.kind()));
            text(group.name());
            int[] shape = group.shape();
            for (int i = 0; i < shape.length - 1; i++) { // the last is the number of names
                output.writeInt(shape[i]);
            }
            names(group.features());
        }
    }

    private void normalizer(ObservationNormalizer normalizer) {
        output.writeByte(kind(normalizer));
        if (!normalizer.isIdentity()) {
            floats(normalizer.mean());
            floats(normalizer.scale());
        }
    }

    private static int kind(ObservationNormalizer normalizer) {
        if (normalizer.isIdentity()) {
            return PolicyFile.IDENTITY;
        }
        return normalizer.leavesCounts() ? PolicyFile.MEAN_AND_SCALE_BUT_COUNTS : PolicyFile.MEAN_AND_SCALE;
    }

    private void network(Network network) {
        ParameterSink parameters = new ParameterSink() {
            @Override
            public void write(float[] values, int count) {
                output.writeFloats(values, 0, count);
            }
        };
        output.writeInt(network.layers().size());
        for (Layer layer : network.layers()) {
            output.writeByte(PolicyFile.LAYERS.indexOf(layer.getClass()));
            output.writeInt(layer.inputs());
            output.writeInt(layer.outputs());
            if (layer instanceof DenseLayer) {
                output.writeByte(PolicyFile.ACTIVATIONS.indexOf(((DenseLayer) layer).activation()));
            } else if (layer instanceof ObservationEncoder) {
                shape(((ObservationEncoder) layer).shape());
            }
            layer.write(parameters);
        }
    }

    private void shape(EncoderShape shape) {
        output.writeByte(PolicyFile.ACTIVATIONS.indexOf(shape.activation()));
        output.writeInt(shape.gridChannels().length);
        for (int channels : shape.gridChannels()) {
            output.writeInt(channels);
        }
        output.writeInt(shape.setSize());
        output.writeInt(shape.setHeads());
    }

    private void provenance(Provenance provenance) {
        text(provenance.game());
        output.writeInt(provenance.settings().size());
        for (Map.Entry<String, Double> setting : provenance.settings().entrySet()) {
            text(setting.getKey());
            output.writeDouble(setting.getValue());
        }
        output.writeLong(provenance.seed());
        output.writeLong(provenance.steps());
        output.writeInt(provenance.evaluationEpisodes());
        if (provenance.evaluationEpisodes() > 0) {
            output.writeDouble(provenance.meanReturn());
        }
        text(provenance.libraryVersion());
        text(provenance.configuration());
    }

    private void names(List<String> names) {
        output.writeInt(names.size());
        for (String name : names) {
            text(name);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.writeBytes(bytes);
    }

    private void floats(float[] values) {
        output.writeFloats(values, 0, values.length);
    }
}
