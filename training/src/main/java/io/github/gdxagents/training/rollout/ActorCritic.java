package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.policy.Activation;
import io.github.gdxagents.policy.Network;
import java.util.Arrays;

/**
 * The networks of one behavior as plain data: the actor, whose outputs shape the action distribution, and the critic, whose output
 * is the value.
 *
 * <p>All parameters also have a place in one flat array: the actor's, the critic's, then the logarithm of the standard deviation of
 * each continuous action. That array is what the learner changes, workers copy and checkpoints keep.
 *
 * <p>Thread safety: none; every worker has its own {@link #copy}.
 */
public final class ActorCritic {
    private final BehaviorSpec behavior;
    private final int[] hidden;
    private final Activation activation;
    private final Network actor;
    private final Network critic;
    private final float[] logStandardDeviation;

    /**
     * Makes networks whose parameters are all 0.
     *
     * @param behavior gives the number of inputs and outputs
     * @param hidden width of each hidden layer, of actor and critic alike
     * @param activation of the hidden layers
     */
    public ActorCritic(BehaviorSpec behavior, int[] hidden, Activation activation) {
        this.behavior = behavior;
        this.hidden = hidden.clone();
        this.activation = activation;
        int inputs = behavior.observation().size();
        actor = Network.zeros(inputs, hidden, activation, behavior.action().outputSize());
        critic = Network.zeros(inputs, hidden, activation, 1);
        logStandardDeviation = new float[behavior.action().continuousSize()];
    }

    /**
     * Makes networks of the same shape with the same parameters, that share nothing with these.
     *
     * @return a copy
     */
    public ActorCritic copy() {
        ActorCritic copy = new ActorCritic(behavior, hidden, activation);
        copy.setParameters(parameters());
        return copy;
    }

    /**
     * What the networks decide on.
     *
     * @return the specification
     */
    public BehaviorSpec behavior() {
        return behavior;
    }

    /**
     * The policy network.
     *
     * @return observation in, {@link io.github.gdxagents.agent.ActionSpec#outputSize()} outputs
     */
    public Network actor() {
        return actor;
    }

    /**
     * The value network.
     *
     * @return observation in, one output
     */
    public Network critic() {
        return critic;
    }

    /**
     * The logarithms of the standard deviations.
     *
     * @return {@code [continuous]}, kept, do not modify
     */
    public float[] logStandardDeviation() {
        return logStandardDeviation;
    }

    /**
     * How many parameters there are in all.
     *
     * @return length of the flat array
     */
    public int parameterCount() {
        return actor.parameterCount() + critic.parameterCount() + logStandardDeviation.length;
    }

    /**
     * Copies the parameters out.
     *
     * @return a new flat array: actor, critic, log standard deviations
     */
    public float[] parameters() {
        float[] flat = new float[parameterCount()];
        actor.getParameters(flat, 0);
        critic.getParameters(flat, actor.parameterCount());
        System.arraycopy(
                logStandardDeviation, 0, flat, flat.length - logStandardDeviation.length, logStandardDeviation.length);
        return flat;
    }

    /**
     * Copies parameters in.
     *
     * @param flat actor, critic, log standard deviations
     * @throws IllegalArgumentException if the length is not {@link #parameterCount()}
     */
    public void setParameters(float[] flat) {
        if (flat.length != parameterCount()) {
            throw new IllegalArgumentException("networks of behavior '" + behavior.name() + "' (hidden layers "
                    + Arrays.toString(hidden) + ") have " + parameterCount() + " parameters, but " + flat.length
                    + " were given; the settings of the network must be those it was trained with");
        }
        actor.setParameters(flat, 0);
        critic.setParameters(flat, actor.parameterCount());
        System.arraycopy(
                flat, flat.length - logStandardDeviation.length, logStandardDeviation, 0, logStandardDeviation.length);
    }
}
