package io.github.gdxagents.training.rollout;

import com.badlogic.gdx.utils.FloatArray;
import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.training.network.Sequences;
import java.util.Arrays;

/**
 * What the slots of one behavior experienced in one iteration: a row for each decision.
 *
 * <p>Slot n has rows 0 to {@code lengths[n] - 1}, without gaps: a slot whose agent waits simply has fewer. All arrays are row-major
 * and time-major: {@code [T, N]} stands for index {@code t * N + n}, {@code [T, N, k]} for {@code (t * N + n) * k + i}.
 *
 * <p>The arrays are public because workers fill them and the learner reads them millions of times; whoever reads must not write.
 *
 * <p>Thread safety: workers write different slots at the same time; reading begins when all have finished.
 */
public final class Rollout {
    /** Most decisions of a slot, T. */
    public final int horizon;
    /** Number of slots, N. */
    public final int slots;
    /** {@code [N]}: rows that each slot has, 0 to T. */
    public final int[] lengths;
    /** {@code [N]}: whether the first of them was decided in an earlier iteration, by the policy of then. */
    public final boolean[] carried;
    /** {@code [T, N, obs]}: as the agent wrote them, not normalized. */
    public final float[] observations;
    /** {@code [T, N, continuous]}: as sampled, not clipped. */
    public final float[] continuous;
    /** {@code [T, N, branches]}: index of the choice. */
    public final int[] choices;
    /** {@code [T, N, choices]}: whether the choice was allowed. */
    public final boolean[] allowed;
    /** {@code [T, N, out]}: what the actor gave, the parameters of the distribution that the actions were drawn from. */
    public final float[] outputs;
    /** {@code [T, N]}: log-probability of the actions under the policy that took them. */
    public final float[] logProbabilities;
    /** {@code [T, N]}: estimated value of the observation. */
    public final float[] values;
    /** {@code [T, N]}: reward from this decision to the next. */
    public final float[] rewards;
    /** {@code [T, N]}: RUNNING, TERMINATED or TRUNCATED after the step. */
    public final StepStatus[] statuses;
    /** {@code [T, N]}: whether the decision is the first of an episode, so that nothing is remembered. */
    public final boolean[] begins;
    /** {@code [ceil(T / L), N, memory]}: what the networks remembered before the first decision of each sequence of L. */
    public final float[] memories;
    /**
     * {@code [T, N]}: value of the observation after the step, where the next row can't tell it: after a truncation, and after a slot's
     * last row. Elsewhere meaningless.
     */
    public final float[] bootstrapValues;
    /** {@code [T, N]}: filled by whoever learns from it. */
    public final float[] advantages;
    /** {@code [T, N]}: targets of the value function, filled by whoever learns from it. */
    public final float[] returns;

    private final BehaviorSpec behavior;
    private final Sequences sequences;
    /** {@code [N][observations after the slot's rows that have a bootstrap value, one after the other]}: few, so they grow as needed. */
    private final FloatArray[] bootstrapObservations;

    /**
     * Makes an empty rollout.
     *
     * @throws IllegalArgumentException if an array would have more elements than Java allows
     */
    public Rollout(BehaviorSpec behavior, int horizon, int slots, Sequences sequences) {
        this.behavior = behavior;
        this.sequences = sequences;
        this.horizon = horizon;
        this.slots = slots;
        ActionSpec action = behavior.action();
        int rows = size(horizon, slots);
        lengths = new int[slots];
        carried = new boolean[slots];
        observations = new float[size(rows, behavior.observation().size())];
        continuous = new float[size(rows, action.continuousSize())];
        choices = new int[size(rows, action.branchCount())];
        allowed = new boolean[size(rows, action.choiceCount())];
        outputs = new float[size(rows, action.outputSize())];
        logProbabilities = new float[rows];
        values = new float[rows];
        rewards = new float[rows];
        statuses = new StepStatus[rows];
        begins = new boolean[rows];
        memories = new float[size(size(sequences.count(horizon), slots), sequences.memorySize())];
        bootstrapValues = new float[rows];
        advantages = new float[rows];
        returns = new float[rows];
        bootstrapObservations = new FloatArray[slots];
        Arrays.setAll(bootstrapObservations, n -> new FloatArray(0));
    }

    private int size(int count, int each) {
        long size = (long) count * each;
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("rollout of behavior '" + behavior.name() + "': " + horizon
                    + " decisions of " + slots + " slots make an array of " + size + " elements, but "
                    + Integer.MAX_VALUE + " is the most; lower rollout.horizon or rollout.instances");
        }
        return (int) size;
    }

    public BehaviorSpec behavior() {
        return behavior;
    }

    public Sequences sequences() {
        return sequences;
    }

    /** Index in {@link #memories} of what a slot remembered before a sequence. */
    public int memoryOffset(int sequence, int n) {
        return (sequence * slots + n) * sequences.memorySize();
    }

    /** Index of a slot's decision into the {@code [T, N]} arrays. */
    public int row(int t, int n) {
        return t * slots + n;
    }

    /** How many rows all slots have together. */
    public int size() {
        return Arrays.stream(lengths).sum();
    }

    /** Ascending indices of the rows that hold a decision: slots of the same time next to each other. */
    public int[] rows() {
        int[] rows = new int[size()];
        int count = 0;
        for (int t = 0; t < horizon; t++) {
            for (int n = 0; n < slots; n++) {
                if (t < lengths[n]) {
                    rows[count++] = row(t, n);
                }
            }
        }
        return rows;
    }

    /** {@code [T, N]}: a number from 0 on for each episode, as far as the rollout has it; meaningless where there is no decision. */
    public int[] episodes() {
        int[] episodes = new int[statuses.length];
        int next = -1;
        for (int n = 0; n < slots; n++) {
            for (int t = 0; t < lengths[n]; t++) {
                if (t == 0 || begins[row(t, n)] || statuses[row(t - 1, n)].isEnd()) {
                    next++;
                }
                episodes[row(t, n)] = next;
            }
        }
        return episodes;
    }

    /**
     * Whether {@link #bootstrapValues} has something to say after a slot's decision: after a truncation, and after its last row unless
     * the episode ended by the rules.
     */
    public boolean hasBootstrap(int t, int n) {
        StepStatus status = statuses[row(t, n)];
        return status == StepStatus.TRUNCATED || status == StepStatus.RUNNING && t == lengths[n] - 1;
    }

    /** Keeps the observation that a slot's latest row is bootstrapped from. */
    void addBootstrap(int n, float[] observation) {
        bootstrapObservations[n].addAll(observation);
    }

    /** Copies out the observation of a slot's k-th row that {@link #hasBootstrap}. */
    void getBootstrap(int n, int k, float[] target) {
        System.arraycopy(bootstrapObservations[n].items, k * target.length, target, 0, target.length);
    }

    /** Keeps what is remembered before a slot's decision, if a sequence begins there. */
    void keepMemory(int t, int n, float[] memory) {
        if (t % sequences.length() == 0) {
            System.arraycopy(memory, 0, memories, memoryOffset(t / sequences.length(), n), memory.length);
        }
    }

    /** What was remembered before the first decision of a slot. */
    void readMemory(int n, float[] target) {
        System.arraycopy(memories, memoryOffset(0, n), target, 0, target.length);
    }

    /** What a row's decision was, and what it was chosen from. */
    public void readActions(int row, ActionMask mask, ActionSample sample) {
        ActionSpec action = behavior.action();
        System.arraycopy(continuous, row * action.continuousSize(), sample.continuous(), 0, action.continuousSize());
        System.arraycopy(choices, row * action.branchCount(), sample.choices(), 0, action.branchCount());
        mask.clear();
        for (int b = 0; b < action.branchCount(); b++) {
            int first = row * action.choiceCount() + action.choiceOffset(b);
            for (int c = 0; c < action.branchSize(b); c++) {
                if (!allowed[first + c]) {
                    mask.forbid(b, c);
                }
            }
        }
    }

    /** Forgets the rows of a slot. */
    void clear(int n) {
        lengths[n] = 0;
        carried[n] = false;
        bootstrapObservations[n].clear();
    }

    /** Forgets all rows, before the next iteration. */
    public void clear() {
        for (int n = 0; n < slots; n++) {
            clear(n);
        }
    }
}
