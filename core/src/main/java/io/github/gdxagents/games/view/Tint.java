package io.github.gdxagents.games.view;

/**
 * Arithmetic on colours that are plain ints, {@code 0xRRGGBBAA}, so that drawing needs no objects.
 *
 * <p>Thread safety: stateless. Allocates nothing.
 */
public final class Tint {
    private Tint() {}

    /**
     * Replaces the opacity.
     *
     * @param rgba a colour
     * @param alpha from 0, invisible, to 1; clamped
     * @return the colour with that opacity
     */
    public static int alpha(int rgba, float alpha) {
        return (rgba & 0xFFFFFF00) | clamp(alpha * 255f);
    }

    /**
     * Mixes two colours.
     *
     * @param from at 0
     * @param to at 1
     * @param t clamped to [0, 1]
     * @return the colour between them, opacity included
     */
    public static int mix(int from, int to, float t) {
        float share = Math.max(0f, Math.min(1f, t));
        return channel(from, to, share, 24) << 24
                | channel(from, to, share, 16) << 16
                | channel(from, to, share, 8) << 8
                | channel(from, to, share, 0);
    }

    private static int channel(int from, int to, float share, int shift) {
        int a = (from >>> shift) & 0xFF;
        int b = (to >>> shift) & 0xFF;
        return clamp(a + (b - a) * share);
    }

    /**
     * Makes a colour lighter or darker.
     *
     * @param rgba a colour
     * @param factor multiplies red, green and blue; opacity stays
     * @return the colour
     */
    public static int shade(int rgba, float factor) {
        return clamp(((rgba >>> 24) & 0xFF) * factor) << 24
                | clamp(((rgba >>> 16) & 0xFF) * factor) << 16
                | clamp(((rgba >>> 8) & 0xFF) * factor) << 8
                | (rgba & 0xFF);
    }

    private static int clamp(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
