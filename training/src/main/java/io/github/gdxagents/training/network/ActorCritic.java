package io.github.gdxagents.training.network;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.EncoderShape;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationEncoder;
import io.github.gdxagents.training.config.MemoryConfig;
import io.github.gdxagents.training.config.MemoryKind;
import io.github.gdxagents.training.config.NetworkConfig;
import io.github.gdxagents.training.config.Trunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The networks of one behavior as plain data: the actor, whose outputs shape the action distribution, and the critic, whose output
 * is the value.
 *
 * <p>Both lead through an encoder, if the observation has grids or sets, hidden layers and, if there is one, a memory layer to a head. With a shared trunk everything before the heads is
 * the same layer objects in both.
 *
 * <p>All parameters also have a place in one flat array: the layers of the actor, those of the critic that are not the actor's too, then
 * the logarithm of the standard deviation of each continuous action. That array is what the learner changes, workers copy and checkpoints
 * keep.
 */
public final class ActorCritic {
    private final BehaviorSpec behavior;
    private final NetworkConfig config;
    private final Network actor;
    private final Network critic;
    private final Network trunk;
    private final List<Layer> layers;
    private final float[] logStandardDeviation;
    private final int parameterCount;

    /** Makes networks whose parameters are all 0. */
    public ActorCritic(BehaviorSpec behavior, NetworkConfig config) {
        this.behavior = behavior;
        this.config = config;
        List<Layer> actorBody = body();
        boolean isShared = config.trunk() == Trunk.SHARED && !actorBody.isEmpty();
        List<Layer> criticBody = isShared ? actorBody : body();
        trunk = isShared ? new Network(actorBody) : null;
        actor = withHead(actorBody, behavior.action().outputSize());
        critic = withHead(criticBody, 1);
        logStandardDeviation = new float[behavior.action().continuousSize()];
        layers = Stream.concat(actor.layers().stream(), critic.layers().stream())
                .distinct() // a layer equals itself alone
                .toList();
        parameterCount = layers.stream().mapToInt(Layer::parameterCount).sum() + logStandardDeviation.length;
    }

    private List<Layer> body() {
        boolean encodes = encoder().encodes(behavior.observation());
        if (!encodes && config.hidden().isEmpty() && config.memory().kind() == MemoryKind.NONE) {
            return List.of();
        }
        Network.Builder body = Network.builder(behavior.observation().size());
        if (encodes) {
            body.add(new ObservationEncoder(behavior.observation(), encoder()));
        }
        for (int size : config.hidden()) {
            body.dense(size, config.activation());
        }
        MemoryConfig memory = config.memory();
        switch (memory.kind()) {
            case GRU -> body.gru(memory.size());
            case LSTM -> body.lstm(memory.size());
            case NONE -> {}
        }
        return body.build().layers();
    }

    private Network withHead(List<Layer> body, int outputs) {
        int inputs = body.isEmpty()
                ? behavior.observation().size()
                : body.get(body.size() - 1).outputs();
        List<Layer> all = new ArrayList<>(body);
        all.addAll(Network.builder(inputs)
                .dense(outputs, Activation.IDENTITY)
                .build()
                .layers());
        return new Network(all);
    }

    /** Networks of the same shape with the same parameters, that share nothing with these. */
    public ActorCritic copy() {
        ActorCritic copy = new ActorCritic(behavior, config);
        copy.setParameters(parameters());
        return copy;
    }

    public BehaviorSpec behavior() {
        return behavior;
    }

    /** What comes first if the behavior observes grids or sets. */
    public EncoderShape encoder() {
        return config.encoder().shape(config.activation());
    }

    /** Observation in, {@link io.github.gdxagents.agent.ActionSpec#outputSize()} outputs. */
    public Network actor() {
        return actor;
    }

    /** Observation in, one value out; with a shared trunk all but its last layer are the actor's. */
    public Network critic() {
        return critic;
    }

    /** Whether actor and critic share all layers but their heads. */
    public boolean isShared() {
        return trunk != null;
    }

    /**
     * The layers before the heads.
     *
     * @throws IllegalStateException if they share nothing
     */
    public Network trunk() {
        if (trunk == null) {
            throw new IllegalStateException("behavior '" + behavior.name() + "': actor and critic share no trunk");
        }
        return trunk;
    }

    /** All layers in the order of the flat array, each once. */
    public List<Layer> layers() {
        return layers;
    }

    /** How many numbers a slot remembers from one decision to the next, 0 without memory; a shared memory counts once. */
    public int memorySize() {
        return actor.stateSize() + (isShared() ? 0 : critic.stateSize());
    }

    /** How decisions are cut into sequences to learn from; {@link Sequences#NONE} without memory. */
    public Sequences sequences() {
        return memorySize() == 0
                ? Sequences.NONE
                : new Sequences(config.memory().sequenceLength(), memorySize());
    }

    /** {@code [continuous]}, kept, do not modify. */
    public float[] logStandardDeviation() {
        return logStandardDeviation;
    }

    /** Length of the flat array. */
    public int parameterCount() {
        return parameterCount;
    }

    /** A new flat array. */
    public float[] parameters() {
        float[] flat = new float[parameterCount];
        int offset = 0;
        for (Layer layer : layers) {
            layer.getParameters(flat, offset);
            offset += layer.parameterCount();
        }
        System.arraycopy(logStandardDeviation, 0, flat, offset, logStandardDeviation.length);
        return flat;
    }

    /**
     * Copies parameters in, as {@link #parameters} gives them.
     *
     * @throws IllegalArgumentException if the length is not {@link #parameterCount()}
     */
    public void setParameters(float[] flat) {
        if (flat.length != parameterCount) {
            throw new IllegalArgumentException("networks of behavior '" + behavior.name() + "' (" + config
                    + ") have " + parameterCount + " parameters, but " + flat.length
                    + " were given; the settings of the network must be those it was trained with");
        }
        int offset = 0;
        for (Layer layer : layers) {
            layer.setParameters(flat, offset);
            offset += layer.parameterCount();
        }
        System.arraycopy(flat, offset, logStandardDeviation, 0, logStandardDeviation.length);
    }
}
