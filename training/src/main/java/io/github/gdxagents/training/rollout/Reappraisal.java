package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.network.Inference;
import io.github.gdxagents.training.network.NetworkPass;
import io.github.gdxagents.training.network.Weights;
import java.util.Arrays;

/**
 * Sees a rollout as other weights than those that collected it see it, which were older: what they would have put out, how probable they
 * find the actions that were taken, and what everything is worth to them.
 *
 * <p>With it, experience that was collected while something newer was learned can be learned from as if it had been collected by the
 * newer policy, but for the frequency of the actions: of that, the ratios tell. Each decision counts by its ratio then, so that an
 * action counts as often as the newer policy would take it.
 *
 * <p>Memory is remembered anew from the beginning of each episode, or from what was remembered where the rollout begins: what happened
 * before is gone.
 *
 * <p>Source: Hilton et al. 2021, arXiv:2110.00641 (decoupled objectives: the ratio to a proximal policy is clipped, that of the proximal
 * policy to the one that collected weighs); truncated weights: Ionides 2008, "Truncated Importance Sampling"; advantages from
 * the present value function: Andrychowicz et al. 2020, arXiv:2006.05990.
 */
public final class Reappraisal {
    /** A single decision that counts for more would drown all others of a minibatch. */
    static final float LARGEST_RATIO = 10;

    private final ActorCritic networks;
    private final NetworkPass pass;
    private final ActionDistribution distribution;
    private final float[][] memories;
    private final float[][] slotMemories;
    private final int[] columns;
    private final int[] bootstraps;
    private final float[][] inputs;
    private final float[] raw;
    private final ActionMask mask;
    private final ActionSample sample;
    private final float[][] passing;
    private final float[][] single = new float[1][];

    private Weights weights;

    /** Prepares for rollouts of so many slots; the shape is of networks like those that the weights are of. */
    public Reappraisal(ActorCritic shape, int slots) {
        networks = shape.copy();
        pass = Inference.inJava(networks).pass(slots);
        distribution = new ActionDistribution(networks.behavior().action(), networks.logStandardDeviation());
        memories = new float[slots][];
        slotMemories = new float[slots][networks.memorySize()];
        passing = new float[1][networks.memorySize()];
        columns = new int[slots];
        bootstraps = new int[slots];
        raw = new float[networks.behavior().observation().size()];
        inputs = new float[slots][raw.length];
        single[0] = new float[raw.length];
        mask = new ActionMask(networks.behavior().action());
        sample = new ActionSample(networks.behavior().action());
    }

    /**
     * Overwrites outputs, log-probabilities, values, bootstrap values and memories of a rollout with those of the given weights.
     *
     * @param rollout finished
     * @param given what it is to be seen with
     * @return {@code [T, N]}: probability of the actions under the given policy over that under the policy that took them, at most 10;
     *     meaningless where there is no decision
     * @throws PolicyFault if the networks give numbers that are not finite
     */
    public float[] apply(Rollout rollout, Weights given) {
        load(given);
        float[] ratios = new float[rollout.logProbabilities.length];
        for (int n = 0; n < rollout.slots; n++) {
            bootstraps[n] = 0;
            rollout.readMemory(n, slotMemories[n]);
        }
        for (int t = 0; t < rollout.horizon; t++) {
            see(rollout, t, gather(rollout, t), ratios);
        }
        return ratios;
    }

    /**
     * The same for those decisions alone that were taken in an earlier iteration, the first ones of their slots, as their rewards came late.
     * With memory also for those after them until an episode begins: they remember what the earlier policy made of what came before.
     *
     * @param rollout finished
     * @param given what they are to be seen with: the policy that took all others
     * @return {@code [T, N]}: as {@link #apply}, and 1 for all others; null if there is no such decision
     * @throws PolicyFault if the networks give numbers that are not finite
     */
    public float[] applyToCarried(Rollout rollout, Weights given) {
        int count = 0;
        for (int n = 0; n < rollout.slots; n++) {
            if (rollout.carried[n] && rollout.lengths[n] > 0) {
                columns[count++] = n;
                bootstraps[n] = 0;
                rollout.readMemory(n, slotMemories[n]);
            }
        }
        if (count == 0) {
            return null;
        }
        load(given);
        float[] ratios = new float[rollout.logProbabilities.length];
        Arrays.fill(ratios, 1);
        for (int t = 0; count > 0; t++) {
            for (int i = 0; i < count; i++) {
                gather(rollout, t, columns[i], i);
            }
            see(rollout, t, count, ratios);
            count = networks.memorySize() == 0 ? 0 : goingOn(rollout, t + 1, count);
        }
        return ratios;
    }

    /** Keeps those of the gathered slots whose episode goes on at time t. */
    private int goingOn(Rollout rollout, int t, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int n = columns[i];
            if (t < rollout.lengths[n] && !rollout.begins[rollout.row(t, n)]) {
                columns[kept++] = n;
            }
        }
        return kept;
    }

    private void see(Rollout rollout, int t, int count, float[] ratios) {
        judge(rollout, t, count, ratios);
        for (int i = 0; i < count; i++) { // last: it runs the same networks
            bootstrap(rollout, t, columns[i]);
        }
    }

    /** What the gathered decisions of a time are to the given weights. */
    private void judge(Rollout rollout, int t, int count, float[] ratios) {
        float[][] outputs = pass.run(inputs, memories, count);
        for (int i = 0; i < count; i++) {
            int row = rollout.row(t, columns[i]);
            float before = rollout.logProbabilities[row];
            write(rollout, row, outputs[i], pass.values()[i][0]);
            ratios[row] = ratio(rollout.logProbabilities[row] - before);
        }
    }

    private void load(Weights given) {
        weights = given;
        pass.load(given);
        networks.setParameters(given.parameters());
        distribution.setLogStandardDeviation(networks.logStandardDeviation());
    }

    /** The slots that decided at time t, which need not be the first ones. */
    private int gather(Rollout rollout, int t) {
        int count = 0;
        for (int n = 0; n < rollout.slots; n++) {
            if (t < rollout.lengths[n]) {
                columns[count] = n;
                gather(rollout, t, n, count++);
            }
        }
        return count;
    }

    /** Makes a slot's decision the i-th that is run. */
    private void gather(Rollout rollout, int t, int n, int i) {
        int row = rollout.row(t, n);
        if (rollout.begins[row]) {
            Arrays.fill(slotMemories[n], 0);
        }
        rollout.keepMemory(t, n, slotMemories[n]);
        System.arraycopy(rollout.observations, row * raw.length, raw, 0, raw.length);
        weights.normalizer().apply(raw, inputs[i]);
        memories[i] = slotMemories[n];
    }

    private void write(Rollout rollout, int row, float[] outputs, float value) {
        rollout.readActions(row, mask, sample);
        rollout.logProbabilities[row] = distribution.logProbability(outputs, mask, sample);
        rollout.values[row] = value;
        if (!Float.isFinite(rollout.logProbabilities[row]) || !Float.isFinite(rollout.values[row])) {
            throw new PolicyFault("behavior '" + rollout.behavior().name() + "': its networks give log-probability "
                    + rollout.logProbabilities[row] + " and value " + rollout.values[row]
                    + " for what was decided before");
        }
        System.arraycopy(outputs, 0, rollout.outputs, row * outputs.length, outputs.length);
    }

    private static float ratio(float logRatio) {
        return (float) Math.min(LARGEST_RATIO, Math.exp(logRatio));
    }

    private void bootstrap(Rollout rollout, int t, int n) {
        if (rollout.hasBootstrap(t, n)) {
            rollout.getBootstrap(n, bootstraps[n]++, raw);
            weights.normalizer().apply(raw, single[0]);
            System.arraycopy(slotMemories[n], 0, passing[0], 0, passing[0].length);
            pass.runCritic(single, passing, 1);
            rollout.bootstrapValues[rollout.row(t, n)] = pass.values()[0][0];
        }
    }
}
