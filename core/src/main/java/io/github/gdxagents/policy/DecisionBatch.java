package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;

/**
 * A batch of decisions: for each row an observation and a mask in, actions and network outputs out; and what the policy remembers of
 * the row's agent, in and out.
 *
 * <p>Each row has a random stream of its own, so what is drawn for it doesn't depend on the other rows.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class DecisionBatch {
    private final BehaviorSpec behavior;
    private final float[][] observations; // [capacity][obs]
    private final float[][] outputs; // [capacity][out]
    private final float[][] memories; // [capacity][memory]
    private final ActionMask[] masks;
    private final Actions[] actions;
    private final RandomStream[] randoms;
    private int count;

    /**
     * Makes an empty batch for a policy, with room for what it remembers. The random stream of row r is {@code RandomStream.of(r)}: seed
     * it to get another.
     *
     * @param policy what decides
     * @param capacity most rows, at least 1
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public DecisionBatch(Policy policy, int capacity) {
        this(policy.behavior(), policy.memorySize(), capacity);
    }

    /**
     * Makes an empty batch for policies that remember nothing. The random stream of row r is {@code RandomStream.of(r)}: seed it to get another.
     *
     * @param behavior what is perceived and decided
     * @param capacity most rows, at least 1
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public DecisionBatch(BehaviorSpec behavior, int capacity) {
        this(behavior, 0, capacity);
    }

    private DecisionBatch(BehaviorSpec behavior, int memorySize, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "decision batch: the capacity must be at least 1 row, but is " + capacity);
        }
        this.behavior = behavior;
        observations = new float[capacity][behavior.observation().size()];
        outputs = new float[capacity][behavior.action().outputSize()];
        memories = new float[capacity][memorySize];
        masks = new ActionMask[capacity];
        actions = new Actions[capacity];
        randoms = new RandomStream[capacity];
        for (int row = 0; row < capacity; row++) {
            masks[row] = new ActionMask(behavior.action());
            actions[row] = new Actions(behavior.action());
            randoms[row] = RandomStream.of(row);
        }
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
     * Most rows.
     *
     * @return at least 1
     */
    public int capacity() {
        return observations.length;
    }

    /**
     * How many rows are in use.
     *
     * @return 0 to the capacity
     */
    public int count() {
        return count;
    }

    /**
     * Says how many rows are in use.
     *
     * @param rows 0 to the capacity
     * @throws IllegalArgumentException if it is out of range
     */
    public void setCount(int rows) {
        if (rows < 0 || rows > capacity()) {
            throw new IllegalArgumentException(
                    "decision batch: it has room for " + capacity() + " rows, but the count was set to " + rows);
        }
        count = rows;
    }

    /**
     * The raw observation of a row.
     *
     * @param row its index
     * @return {@code [obs]}, to be written before a decision
     */
    public float[] observation(int row) {
        return observations[row];
    }

    /**
     * The mask of a row.
     *
     * @param row its index
     * @return to be cleared and written before a decision
     */
    public ActionMask mask(int row) {
        return masks[row];
    }

    /**
     * The actions of a row.
     *
     * @param row its index
     * @return overwritten by a decision
     */
    public Actions actions(int row) {
        return actions[row];
    }

    /**
     * The network's outputs for a row.
     *
     * @param row its index
     * @return {@code [out]}, overwritten by a decision
     */
    public float[] outputs(int row) {
        return outputs[row];
    }

    /**
     * What the policy remembers of a row's agent.
     *
     * @param row its index
     * @return {@code [memory]}, all 0 where an episode begins; read and overwritten by a decision
     */
    public float[] memory(int row) {
        return memories[row];
    }

    /**
     * Where a row's chance comes from.
     *
     * @param row its index
     * @return the stream that decisions draw from
     */
    public RandomStream random(int row) {
        return randoms[row];
    }

    void setMemory(int row, float[] memory) {
        memories[row] = memory;
    }

    void setRandom(int row, RandomStream random) {
        randoms[row] = random;
    }
}
