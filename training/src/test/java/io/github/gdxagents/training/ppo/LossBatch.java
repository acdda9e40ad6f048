package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.ppo.MinibatchLayout.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Random steps whose ratios, advantages and moved values are given. */
final class LossBatch {
    private final ActorCritic networks;
    private final RandomStream random;
    private final boolean hasReference;
    private final List<LossSequence> sequences = new ArrayList<>();
    private float[] ratios;

    LossBatch(ActorCritic networks, boolean hasReference, long seed) {
        this.networks = networks;
        this.hasReference = hasReference;
        random = RandomStream.of(seed);
    }

    /**
     * Steps that stand for themselves, each of an episode of its own.
     *
     * @param ratios of the new probability to the old one
     * @param advantages one for each ratio
     * @param moved new value minus old value
     */
    static LossBatch random(ActorCritic networks, double[] ratios, double[] advantages, double[] moved, long seed) {
        LossBatch batch = new LossBatch(networks, false, seed);
        for (int i = 0; i < ratios.length; i++) {
            batch.add(new Given(ratios[i], advantages[i], moved[i], i, false));
        }
        return batch;
    }

    /** What is given of a step. */
    record Given(double ratio, double advantage, double moved, int episode, boolean begins) {}

    /** Adds a sequence. */
    LossBatch add(Given... steps) {
        float[] memory = RandomBehaviors.gaussians(networks.memorySize(), 0.5, random);
        if (steps[0].begins) {
            Arrays.fill(memory, 0); // as the collector leaves it
        }
        List<LossRow> blanks = new ArrayList<>();
        for (Given step : steps) {
            blanks.add(blank(step));
        }
        ReferenceNetwork now = new ReferenceNetwork(networks, ReferenceNetwork.doubles(networks.parameters()));
        List<ReferenceNetwork.Step> results = now.run(new LossSequence(blanks, memory));
        List<LossRow> rows = new ArrayList<>();
        for (int t = 0; t < steps.length; t++) {
            LossRow blank = blanks.get(t);
            ReferenceDistribution distribution = new ReferenceDistribution(
                    networks.behavior().action(), results.get(t).outputs(), now.logDeviations(), blank.allowed());
            rows.add(new LossRow(
                    blank.observation(),
                    blank.continuous(),
                    blank.choices(),
                    blank.allowed(),
                    blank.oldOutputs(),
                    blank.oldDeviations(),
                    blank.referenceOutputs(),
                    blank.begins(),
                    blank.episode(),
                    (float) (distribution.logProbability(blank) - Math.log(steps[t].ratio)),
                    (float) (results.get(t).value() - steps[t].moved),
                    (float) steps[t].advantage,
                    random.nextGaussian()));
        }
        sequences.add(new LossSequence(rows, memory));
        return this;
    }

    private LossRow blank(Given step) {
        ActionSpec action = networks.behavior().action();
        float[] observation =
                RandomBehaviors.gaussians(networks.behavior().observation().size(), 1, random);
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
        float[] oldOutputs = RandomBehaviors.gaussians(action.outputSize(), 0.7, random);
        float[] oldDeviations = RandomBehaviors.gaussians(action.continuousSize(), 0.3, random);
        float[] reference = hasReference ? RandomBehaviors.gaussians(action.outputSize(), 0.7, random) : null;
        return new LossRow(
                observation,
                sample.continuous(),
                sample.choices(),
                allowed,
                oldOutputs,
                oldDeviations,
                reference,
                step.begins,
                step.episode,
                0,
                0,
                0,
                0);
    }

    /** The same steps, as if the present policy had collected them. */
    LossBatch asOldPolicy() {
        ReferenceNetwork now = new ReferenceNetwork(networks, ReferenceNetwork.doubles(networks.parameters()));
        LossBatch same = new LossBatch(networks, hasReference, 0);
        for (LossSequence sequence : sequences) {
            List<ReferenceNetwork.Step> steps = now.run(sequence);
            List<LossRow> rows = new ArrayList<>();
            for (int t = 0; t < steps.size(); t++) {
                rows.add(sequence.rows().get(t).withOld(floats(steps.get(t).outputs()), floats(now.logDeviations())));
            }
            same.sequences.add(new LossSequence(rows, sequence.memory()));
        }
        return same;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    List<LossSequence> sequences() {
        return sequences;
    }

    /** What each step counts in the objective, sequence after sequence, filling included. */
    LossBatch withRatios(float... each) {
        ratios = each;
        return this;
    }

    /** What {@link #withRatios} was given, or null. */
    float[] ratios() {
        return ratios;
    }

    /** All sequences, in order. */
    int[] all() {
        int[] all = new int[sequences.size()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Packed as documented by {@link MinibatchLayout}; sequences that are too short are filled up with zeros. */
    Samples samples() {
        MinibatchLayout layout = MinibatchLayout.of(networks, hasReference);
        int length = layout.sequences().length();
        float[] matrix = new float[sequences.size() * length * layout.width()];
        float[] memories = new float[sequences.size() * networks.memorySize()];
        int[] episodes = new int[sequences.size() * length];
        Arrays.fill(episodes, Samples.FILLING);
        for (int s = 0; s < sequences.size(); s++) {
            LossSequence sequence = sequences.get(s);
            System.arraycopy(sequence.memory(), 0, memories, s * networks.memorySize(), networks.memorySize());
            for (int t = 0; t < sequence.rows().size(); t++) {
                put(sequence.rows().get(t), layout, matrix, (s * length + t) * layout.width());
                episodes[s * length + t] = sequence.rows().get(t).episode();
            }
        }
        return new Samples(layout, matrix, memories, episodes, ratios);
    }

    private void put(LossRow row, MinibatchLayout layout, float[] matrix, int start) {
        Map<Column, float[]> numbers = new EnumMap<>(Column.class);
        numbers.put(Column.OBSERVATION, row.observation());
        numbers.put(Column.CONTINUOUS, row.continuous());
        numbers.put(Column.CHOICES, new float[row.choices().length]);
        for (int i = 0; i < row.choices().length; i++) {
            numbers.get(Column.CHOICES)[i] = row.choices()[i];
        }
        numbers.put(Column.ALLOWED, new float[row.allowed().length]);
        for (int i = 0; i < row.allowed().length; i++) {
            numbers.get(Column.ALLOWED)[i] = row.allowed()[i] ? 1 : 0;
        }
        numbers.put(Column.OLD_OUTPUTS, row.oldOutputs());
        numbers.put(Column.OLD_DEVIATIONS, row.oldDeviations());
        numbers.put(Column.REFERENCE_OUTPUTS, hasReference ? row.referenceOutputs() : new float[0]);
        numbers.put(Column.BEGINS, new float[] {row.begins() ? 1 : 0});
        numbers.put(Column.LOG_PROBABILITY, new float[] {row.logProbability()});
        numbers.put(Column.VALUE, new float[] {row.value()});
        numbers.put(Column.ADVANTAGE, new float[] {row.advantage()});
        numbers.put(Column.RETURN, new float[] {row.target()});
        for (Column column : Column.values()) {
            System.arraycopy(numbers.get(column), 0, matrix, start + layout.offset(column), layout.width(column));
        }
    }
}
