package io.github.gdxagents.training.ppo;

/**
 * What a shard of a minibatch contributes to its update. All sums are weighted so that those of the shards add up to the minibatch's.
 *
 * <p>Thread safety: none.
 *
 * @param gradient {@code [parameters]}
 * @param figures see {@link Loss#figures}
 * @param kl share in the mean KL(old || new), 0 if nobody asks
 */
record ShardGradient(float[] gradient, float[] figures, double kl) {
    /**
     * Adds another shard, into the arrays of this one.
     *
     * @return both together
     */
    ShardGradient plus(ShardGradient other) {
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += other.gradient[k];
        }
        int smallest = Loss.SUMS;
        for (int f = 0; f < smallest; f++) {
            figures[f] += other.figures[f];
        }
        figures[smallest] = Math.min(figures[smallest], other.figures[smallest]);
        figures[smallest + 1] = Math.max(figures[smallest + 1], other.figures[smallest + 1]);
        return new ShardGradient(gradient, figures, kl + other.kl);
    }
}
