package io.github.gdxagents.network;

/**
 * Applies a {@link Layer} to one row after the other, with working memory of its own.
 *
 * <p>It looks at no other rows, so a result is the same bits in every batch.
 *
 * <p>Thread safety: none; each thread has its own. Allocates nothing after construction.
 */
interface LayerPass {
    /**
     * Applies the layer.
     *
     * @param input {@code [in]}, unchanged
     * @param state of the whole network, of which the layer's own part is read and overwritten; null if nothing is remembered
     * @param offset where the layer's own part begins
     * @param output {@code [out or more]}, overwritten
     */
    void apply(float[] input, float[] state, int offset, float[] output);
}
