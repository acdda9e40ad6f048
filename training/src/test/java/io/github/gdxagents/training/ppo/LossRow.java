package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.ActionSample;
import io.github.gdxagents.training.rollout.ActorCritic;
import java.util.ArrayList;
import java.util.List;

/** One step of a minibatch, in plain numbers. */
record LossRow(
        float[] observation,
        float[] continuous,
        int[] choices,
        boolean[] allowed,
        float logProbability,
        float value,
        float advantage,
        float target) {
    /**
     * Random steps whose ratios and advantages are given, and whose value has moved by the given distance since it was collected.
     *
     * @param ratios of the new probability to the old one
     * @param advantages one for each ratio
     * @param moved new value minus old value
     */
    static List<LossRow> random(
            ActorCritic networks, double[] ratios, double[] advantages, double[] moved, RandomStream random) {
        BehaviorSpec behavior = networks.behavior();
        ActionSpec action = behavior.action();
        List<LossRow> rows = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            float[] observation =
                    RandomBehaviors.gaussians(behavior.observation().size(), 1, random);
            ActionMask mask = RandomBehaviors.mask(action, random);
            ActionSample sample = new ActionSample(action);
            for (int k = 0; k < action.continuousSize(); k++) {
                sample.continuous()[k] = random.nextGaussian();
            }
            boolean[] allowed = new boolean[action.choiceCount()];
            for (int k = 0; k < allowed.length; k++) {
                allowed[k] = mask.isAllowed(k);
            }
            for (int b = 0; b < action.branchCount(); b++) {
                while (!mask.isAllowed(b, sample.choices()[b])) {
                    sample.choices()[b]++;
                }
            }
            LossRow blank = new LossRow(observation, sample.continuous(), sample.choices(), allowed, 0, 0, 0, 0);
            ReferenceNetwork now = new ReferenceNetwork(networks, ReferenceNetwork.doubles(networks.parameters()));
            rows.add(new LossRow(
                    observation,
                    sample.continuous(),
                    sample.choices(),
                    allowed,
                    (float) (now.logProbability(blank) - Math.log(ratios[i])),
                    (float) (now.value(blank) - moved[i]),
                    (float) advantages[i],
                    random.nextGaussian()));
        }
        return rows;
    }

    static Samples samples(List<LossRow> rows) {
        List<Float> matrix = new ArrayList<>();
        for (LossRow row : rows) {
            for (float x : row.observation) {
                matrix.add(x);
            }
            for (float x : row.continuous) {
                matrix.add(x);
            }
            for (int choice : row.choices) {
                matrix.add((float) choice);
            }
            for (boolean isAllowed : row.allowed) {
                matrix.add(isAllowed ? 1f : 0f);
            }
            matrix.addAll(List.of(row.logProbability, row.value, row.advantage, row.target));
        }
        float[] flat = new float[matrix.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = matrix.get(i);
        }
        return new Samples(rows.size(), flat);
    }
}
