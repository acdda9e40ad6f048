package io.github.gdxagents.training.rollout;

import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ObservationNormalizer;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.NetworkPass;
import io.github.gdxagents.training.network.Weights;
import java.util.Arrays;

/**
 * Decides for a worker's seats of one behavior as a shipped game does, by a {@link NetworkPolicy}, and writes down what learning needs of
 * each decision: log-probability, value, memory.
 *
 * <p>What a slot decides depends on its own observations and random stream only, never on which other slots share the batch.
 *
 * <p>Allocates nothing after construction.
 */
final class RolloutPolicy implements Decider {
    private final NetworkPass pass;
    private final ActionDistribution distribution;
    private final NetworkPolicy policy;
    private final Slot[] batch;
    /** Observations of which the value alone is wanted: copies, for a slot may be in another episode by then. */
    private final float[][] valueInputs;

    private final float[][] valueMemories;
    private final int[] valueRows;
    private final int deviations;
    private ObservationNormalizer normalizer;
    private Rollout rollout;
    private int count;
    private int valueCount;

    /** For so many slots, each of which waits for one decision and one value at most; the pass runs networks of that shape. */
    RolloutPolicy(ActorCritic networks, NetworkPass pass, int capacity) {
        this.pass = pass;
        deviations = networks.logStandardDeviation().length;
        distribution = new ActionDistribution(networks.behavior().action(), networks.logStandardDeviation());
        policy = new NetworkPolicy(networks.behavior(), pass, distribution, DecisionMode.STOCHASTIC, capacity);
        batch = new Slot[capacity];
        valueInputs = new float[capacity][networks.behavior().observation().size()];
        valueMemories = new float[capacity][networks.memorySize()];
        valueRows = new int[capacity];
    }

    /** Takes over weights and what is to be filled, and forgets whoever waits for a decision since an iteration that broke off. */
    void begin(Weights weights, Rollout into) {
        rollout = into;
        count = 0;
        policy.clear();
        valueCount = 0;
        pass.load(weights);
        float[] parameters = weights.parameters();
        distribution.setLogStandardDeviation(
                Arrays.copyOfRange(parameters, parameters.length - deviations, parameters.length));
        normalizer = weights.normalizer();
        policy.normalizeBy(normalizer);
    }

    @Override
    public void accept(Seat seat) {
        policy.accept(seat);
    }

    /** Takes note of the slot whose seat is added next, and whose last row the decision goes to. */
    void expect(Slot slot) {
        batch[count++] = slot;
    }

    @Override
    public void add(Seat seat) {
        policy.add(seat);
    }

    /** Asks for the value of what a seat has observed after the last row of an episode or iteration; {@link #decide} gives it. */
    void enqueueValue(Seat seat, int row) {
        normalizer.apply(seat.observation(), valueInputs[valueCount]);
        System.arraycopy(seat.memory(), 0, valueMemories[valueCount], 0, valueMemories[valueCount].length);
        valueRows[valueCount++] = row;
    }

    /** Decides for all seats that were added, and writes the values that were asked for. */
    @Override
    public void decide() {
        estimateValues();
        for (int i = 0; i < count; i++) {
            Slot slot = batch[i];
            System.arraycopy(slot.seat.memory(), 0, slot.remembered, 0, slot.remembered.length);
            rollout.keepMemory(slot.rows - 1, slot.column, slot.remembered);
        }
        try {
            policy.decide();
        } catch (IllegalArgumentException notFinite) {
            write(); // an action is no number: the row says what the networks gave
            throw notFinite;
        }
        write();
        count = 0;
    }

    /** The networks run once for all values. */
    private void estimateValues() {
        if (valueCount > 0) {
            pass.runCritic(valueInputs, valueMemories, valueCount);
            for (int i = 0; i < valueCount; i++) {
                rollout.bootstrapValues[valueRows[i]] = pass.values()[i][0];
            }
            valueCount = 0;
        }
    }

    private void write() {
        for (int i = 0; i < count; i++) {
            write(batch[i], pass.values()[i][0]);
        }
    }

    private void write(Slot slot, float value) {
        Seat seat = slot.seat;
        int row = rollout.row(slot.rows - 1, slot.column);
        rollout.logProbabilities[row] = distribution.logProbability(seat.outputs(), seat.mask(), seat.sample());
        rollout.values[row] = value;
        requireFinite(row, seat);
        rollout.begins[row] = seat.episodeLength() == 1;
        copy(seat.outputs(), rollout.outputs, row);
        copy(seat.observation(), rollout.observations, row);
        copy(seat.sample().continuous(), rollout.continuous, row);
        int[] choices = seat.sample().choices();
        System.arraycopy(choices, 0, rollout.choices, row * choices.length, choices.length);
        int choiceCount = seat.behavior().action().choiceCount();
        for (int i = 0; i < choiceCount; i++) {
            rollout.allowed[row * choiceCount + i] = seat.mask().isAllowed(i);
        }
    }

    private static void copy(float[] values, float[] matrix, int row) {
        System.arraycopy(values, 0, matrix, row * values.length, values.length);
    }

    // Else the game would be blamed for an action that is no number.
    private void requireFinite(int row, Seat seat) {
        if (!Float.isFinite(rollout.logProbabilities[row]) || !Float.isFinite(rollout.values[row])) {
            throw new PolicyFault("behavior '" + seat.behavior().name() + "': its networks give log-probability "
                    + rollout.logProbabilities[row] + " and value " + rollout.values[row] + " for the observation "
                    + Arrays.toString(seat.observation()));
        }
    }
}
