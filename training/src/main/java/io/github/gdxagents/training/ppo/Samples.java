package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.ppo.MinibatchLayout.Column;
import io.github.gdxagents.training.rollout.Rollout;
import java.util.Arrays;

/**
 * A rollout as one matrix with a row for each sequence of decisions (without memory: for each decision), so that it reaches the device in
 * a single copy and a minibatch is a single gather. {@link MinibatchLayout} says which columns a decision has.
 */
final class Samples {
    /** In {@link #episodes}: no decision, but what fills up a sequence. */
    static final int FILLING = -1;

    private final MinibatchLayout layout;
    private final float[] matrix;
    private final float[] memories;
    private final int[] episodes;
    private final float[] ratios;
    /** {@code [S * L]}, out of the matrix: close together, since each minibatch looks at them. */
    private final float[] advantages;
    /** Decisions of each episode, by its number. */
    private final int[] lengths;

    /**
     * Takes over packed decisions.
     *
     * @param layout of the columns
     * @param matrix row-major {@code [S, L * width]}
     * @param memories row-major {@code [S, memory]}
     * @param episodes {@code [S * L]}: a number for the episode of each decision, 0 and above, or {@link #FILLING}
     * @param ratios {@code [S * L]}: what each decision counts in the objective, or null if all count the same
     */
    Samples(MinibatchLayout layout, float[] matrix, float[] memories, int[] episodes, float[] ratios) {
        this.layout = layout;
        this.matrix = matrix;
        this.memories = memories;
        this.episodes = episodes;
        this.ratios = ratios;
        advantages = new float[episodes.length];
        int width = layout.width();
        int column = layout.offset(Column.ADVANTAGE);
        for (int step = 0; step < advantages.length; step++) {
            advantages[step] = matrix[step * width + column];
        }
        lengths = new int[Arrays.stream(episodes).max().orElse(FILLING) + 1];
        Arrays.stream(episodes).filter(episode -> episode != FILLING).forEach(episode -> lengths[episode]++);
    }

    /**
     * Packs all decisions of a rollout, sequences of the same time next to each other.
     *
     * @param layout of the columns
     * @param source the rollout, at least one decision, and what else is known of it
     * @param ratios {@code [T, N]}: what each decision counts in the objective, see {@link
     *     io.github.gdxagents.training.rollout.Reappraisal}, or null if all count the same
     */
    static Samples of(MinibatchLayout layout, MinibatchLayout.Source source, float[] ratios) {
        Rollout rollout = source.rollout();
        Sequences cut = layout.sequences();
        int sequences =
                Arrays.stream(rollout.lengths).map(layout.sequences()::count).sum();
        int[] rows = new int[sequences * cut.length()];
        Arrays.fill(rows, FILLING);
        float[] memories = new float[sequences * cut.memorySize()];
        int sequence = 0;
        for (int c = 0; c * cut.length() < rollout.horizon; c++) {
            for (int n = 0; n < rollout.slots; n++) {
                int first = c * cut.length();
                if (first < rollout.lengths[n]) {
                    int memory = rollout.memoryOffset(c, n);
                    System.arraycopy(rollout.memories, memory, memories, sequence * cut.memorySize(), cut.memorySize());
                    for (int t = first; t < Math.min(rollout.lengths[n], first + cut.length()); t++) {
                        rows[sequence * cut.length() + t - first] = rollout.row(t, n);
                    }
                    sequence++;
                }
            }
        }
        int[] episodeOfRow = rollout.episodes();
        int[] episodes = Arrays.stream(rows)
                .map(row -> row == FILLING ? FILLING : episodeOfRow[row])
                .toArray();
        return new Samples(layout, layout.pack(source, rows), memories, episodes, ofRows(rows, ratios));
    }

    private static float[] ofRows(int[] rows, float[] ratios) {
        if (ratios == null) {
            return null;
        }
        float[] chosen = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = rows[i] == FILLING ? 0 : ratios[rows[i]];
        }
        return chosen;
    }

    /** How many sequences there are, S. */
    int count() {
        return episodes.length / layout.sequences().length();
    }

    MinibatchLayout layout() {
        return layout;
    }

    float[] matrix() {
        return matrix;
    }

    /** The advantages of the decisions of some sequences, the filling left out. */
    float[] advantages(int[] sequences) {
        int length = layout.sequences().length();
        float[] chosen = new float[sequences.length * length];
        int count = 0;
        for (int sequence : sequences) {
            for (int step = sequence * length; step < (sequence + 1) * length; step++) {
                if (episodes[step] != FILLING) {
                    chosen[count++] = advantages[step];
                }
            }
        }
        return count == chosen.length ? chosen : Arrays.copyOf(chosen, count);
    }

    float[] memories() {
        return memories;
    }

    int[] episodes() {
        return episodes;
    }

    /** What a decision of an episode counts, 1 in the mean over all decisions, so that all episodes count the same. */
    double episodeWeight(int episode) {
        long present = Arrays.stream(lengths).filter(length -> length > 0).count();
        return (double) Arrays.stream(lengths).sum() / present / lengths[episode];
    }

    /** Whether not all decisions count the same in the objective. */
    boolean hasRatios() {
        return ratios != null;
    }

    /** What a decision counts in the objective, by position in {@link #episodes}; only with ratios. */
    float ratio(int step) {
        return ratios[step];
    }

    /** How many decisions some sequences have, the filling left out. */
    int decisions(int from, int to) {
        int length = layout.sequences().length();
        return (int) Arrays.stream(episodes, from * length, to * length)
                .filter(episode -> episode != FILLING)
                .count();
    }

    /**
     * Shifts and scales advantages: (A - mean) / (std + 1e-8).
     *
     * @param mean subtracted
     * @param deviation divided by
     */
    record AdvantageScale(double mean, double deviation) {
        static final double EPSILON = 1e-8;
        static final AdvantageScale NONE = new AdvantageScale(0, 1);

        /** The scale that gives the advantages of a whole rollout mean 0 and standard deviation 1. */
        static AdvantageScale of(Rollout rollout) {
            int[] rows = rollout.rows();
            float[] advantages = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                advantages[i] = rollout.advantages[rows[i]];
            }
            return of(advantages);
        }

        /** The scale that gives some advantages mean 0 and standard deviation 1. */
        static AdvantageScale of(float[] advantages) {
            double sum = 0;
            for (float advantage : advantages) {
                sum += advantage;
            }
            double mean = sum / advantages.length;
            double squares = 0;
            for (float advantage : advantages) {
                double difference = advantage - mean;
                squares += difference * difference;
            }
            return new AdvantageScale(mean, Math.sqrt(squares / advantages.length) + EPSILON);
        }

        float apply(float advantage) {
            return (float) ((advantage - mean) / deviation);
        }
    }
}
