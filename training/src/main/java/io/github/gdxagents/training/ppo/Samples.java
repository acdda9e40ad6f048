package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.rollout.Rollout;
import java.util.Arrays;

/**
 * A rollout as one matrix with a row for each sequence of decisions (without memory: for each decision), so that it reaches the device in
 * a single copy and a minibatch is a single gather. {@link SampleLayout} says which columns a decision has.
 *
 * <p>Thread safety: none.
 */
final class Samples {
    /** In {@link #episodes}: no decision, but what fills up a sequence. */
    static final int FILLING = -1;

    private final SampleLayout layout;
    private final float[] matrix;
    private final float[] memories;
    private final int[] episodes;
    private final float[] ratios;
    /** {@code [S * L]}, out of the matrix: close together, since each minibatch looks at them. */
    private final float[] advantages;

    /**
     * Takes over packed decisions.
     *
     * @param layout of the columns
     * @param matrix row-major {@code [S, L * width]}
     * @param memories row-major {@code [S, memory]}
     * @param episodes {@code [S * L]}: a number for the episode of each decision, 0 and above, or {@link #FILLING}
     */
    Samples(SampleLayout layout, float[] matrix, float[] memories, int[] episodes) {
        this(layout, matrix, memories, episodes, null);
    }

    private Samples(SampleLayout layout, float[] matrix, float[] memories, int[] episodes, float[] ratios) {
        this.layout = layout;
        this.matrix = matrix;
        this.memories = memories;
        this.episodes = episodes;
        this.ratios = ratios;
        advantages = new float[episodes.length];
        int width = layout.width();
        int column = layout.advantageColumn();
        for (int step = 0; step < advantages.length; step++) {
            advantages[step] = matrix[step * width + column];
        }
    }

    /**
     * The same decisions, not all of which count the same.
     *
     * @param each {@code [S * L]}: what each counts in the objective, or null if all count the same
     */
    Samples withRatios(float[] each) {
        return new Samples(layout, matrix, memories, episodes, each);
    }

    /**
     * Packs all decisions of a rollout, sequences of the same time next to each other.
     *
     * @param rollout with advantages, at least one decision
     * @param layout of the columns
     * @param context what else is known of the decisions
     */
    static Samples of(Rollout rollout, SampleLayout layout, CollectionContext context) {
        return new SamplePacker(rollout, layout, context).pack();
    }

    /** How many sequences there are, S. */
    int count() {
        return episodes.length / layout.sequences().length();
    }

    SampleLayout layout() {
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
}
