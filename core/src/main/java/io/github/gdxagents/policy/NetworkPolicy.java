package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActorPass;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.ObservationNormalizer;
import java.util.Arrays;

/**
 * Decides with a trained network: normaliser, forward pass, distribution. The trainer decides by this class too.
 *
 * <p>What is decided for a seat depends on its observation, mask, memory and random stream alone, not on the rest of the batch.
 *
 * <p>Thread safety: none; make one for each thread from the same {@link PolicyModel}. Allocates nothing but when more decide at once than
 * ever before.
 */
public final class NetworkPolicy implements Decider {
    private final BehaviorSpec behavior;
    private final ActorPass pass;
    private final ActionDistribution distribution;
    private final DecisionMode mode;
    private final float[][] normalized; // [capacity][obs]
    private final float[][] memories; // [capacity], those of the seats
    private ObservationNormalizer normalizer;
    private Seat[] batch = new Seat[8];
    private int count;

    /**
     * Makes a policy.
     *
     * @param model what was trained
     * @param mode how actions are taken; {@link DecisionMode#STOCHASTIC} draws from the seats' random streams
     * @param capacity rows of one pass, at least 1; a larger batch takes several passes. For many agents give 512: passes of that size take
     *     half as long for each row
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public NetworkPolicy(PolicyModel model, DecisionMode mode, int capacity) {
        this(
                model.behavior(),
                new ForwardPass(model.network(), capacity),
                new ActionDistribution(model.behavior().action(), model.logStandardDeviation()),
                mode,
                capacity);
        normalizer = model.normalizer();
    }

    /**
     * Makes a policy of parts that change, for a trainer. Observations are not normalized until {@link #normalizeBy}.
     *
     * @param behavior what is perceived and decided
     * @param pass runs the network
     * @param distribution of the actions
     * @param mode how actions are taken
     * @param capacity rows of one pass, at most that of the pass
     */
    public NetworkPolicy(
            BehaviorSpec behavior, ActorPass pass, ActionDistribution distribution, DecisionMode mode, int capacity) {
        this.behavior = behavior;
        this.pass = pass;
        this.distribution = distribution;
        this.mode = mode;
        normalized = new float[capacity][behavior.observation().size()];
        memories = new float[capacity][];
        normalizer = ObservationNormalizer.identity(behavior.observation().size());
    }

    /**
     * Sets what observations are normalized by.
     *
     * @param other of the behavior's observations
     */
    public void normalizeBy(ObservationNormalizer other) {
        normalizer = other;
    }

    /**
     * What the policy perceives and decides.
     *
     * @return always the same specification
     */
    public BehaviorSpec behavior() {
        return behavior;
    }

    /**
     * {@inheritDoc}
     *
     * @throws PolicyMismatchException if the policy was trained for another behavior
     */
    @Override
    public void accept(Seat seat) {
        PolicyFit.requireFit(behavior, seat.behavior());
        seat.remember(pass.stateSize());
    }

    @Override
    public void add(Seat seat) {
        if (count == batch.length) {
            batch = Arrays.copyOf(batch, 2 * count);
        }
        batch[count++] = seat;
    }

    @Override
    public void clear() {
        count = 0;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if an observation is not finite, or a mask leaves a branch without a choice
     */
    @Override
    public void decide() {
        try {
            for (int first = 0; first < count; first += normalized.length) {
                decide(first, Math.min(normalized.length, count - first));
            }
        } finally {
            count = 0; // after an exception too: a game may go on without the agent that it came from
        }
    }

    private void decide(int first, int rows) {
        for (int i = 0; i < rows; i++) {
            Seat seat = batch[first + i];
            requireFinite(seat.observation());
            normalizer.apply(seat.observation(), normalized[i]);
            memories[i] = seat.memory();
        }
        float[][] outputs = pass.run(normalized, memories, rows);
        for (int i = 0; i < rows; i++) {
            decide(batch[first + i], outputs[i]);
        }
    }

    private void decide(Seat seat, float[] result) {
        float[] outputs = seat.outputs();
        System.arraycopy(result, 0, outputs, 0, outputs.length);
        if (mode == DecisionMode.STOCHASTIC) {
            distribution.sample(outputs, seat.mask(), seat.random(), seat.sample());
        } else {
            distribution.mode(outputs, seat.mask(), seat.sample());
        }
        seat.sample().writeTo(seat.actions());
    }

    // Without this a NaN would pass unseen: tanh and a comparison of logits both swallow it.
    private void requireFinite(float[] observation) {
        for (int i = 0; i < observation.length; i++) {
            if (Float.isNaN(observation[i]) || Float.isInfinite(observation[i])) {
                throw new IllegalStateException("behavior '" + behavior.name() + "': the observed value '"
                        + behavior.observation().names().get(i) + "' must be finite, but is " + observation[i]
                        + "; look for a division by 0 in the agent's observe()");
            }
        }
    }

    /**
     * The probability of each choice, for an overlay.
     *
     * @param outputs {@code [out]}, from {@link Seat#outputs}
     * @param mask what was allowed, or null
     * @param target {@code [choices]}, overwritten
     */
    public void probabilities(float[] outputs, ActionMask mask, float[] target) {
        distribution.probabilities(outputs, mask, target);
    }
}
