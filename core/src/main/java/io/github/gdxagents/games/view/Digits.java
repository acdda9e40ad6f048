package io.github.gdxagents.games.view;

/**
 * Writes numbers into the world, as signs have them: each digit is up to seven straight strokes.
 *
 * <p>Thread safety: none (render thread). Allocates nothing.
 */
public final class Digits {
    private static final float ASPECT = 0.55f;
    private static final float GAP = 0.4f;
    /** Which strokes make a digit, from the highest bit: top, upper left, upper right, middle, lower left, lower right, bottom. */
    private static final int[] STROKES = {0x77, 0x12, 0x5D, 0x5B, 0x3A, 0x6B, 0x6F, 0x52, 0x7F, 0x7B};

    private Digits() {}

    /**
     * Writes a number.
     *
     * @param canvas between begin and end
     * @param number 0 or more
     * @param x the middle of the number, metres
     * @param y the lower edge, metres
     * @param height of the digits, metres
     * @param rgba their colour
     */
    public static void draw(Canvas canvas, int number, float x, float y, float height, int rgba) {
        int count = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        float advance = height * (ASPECT + GAP);
        float right = x + (count * advance - height * GAP) / 2f;
        int rest = number;
        for (int i = 0; i < count; i++) {
            digit(canvas, STROKES[rest % 10], right - height * ASPECT - i * advance, y, height, rgba);
            rest /= 10;
        }
    }

    private static void digit(Canvas canvas, int strokes, float x, float y, float height, int rgba) {
        float right = x + height * ASPECT;
        float middle = y + height / 2f;
        float top = y + height;
        float width = 0.16f * height;
        stroke(canvas, strokes >> 6, x, top, right, top, width, rgba);
        stroke(canvas, strokes >> 5, x, middle, x, top, width, rgba);
        stroke(canvas, strokes >> 4, right, middle, right, top, width, rgba);
        stroke(canvas, strokes >> 3, x, middle, right, middle, width, rgba);
        stroke(canvas, strokes >> 2, x, y, x, middle, width, rgba);
        stroke(canvas, strokes >> 1, right, y, right, middle, width, rgba);
        stroke(canvas, strokes, x, y, right, y, width, rgba);
    }

    /** A bit longer at both ends, so that corners are closed. */
    private static void stroke(
            Canvas canvas, int isDrawn, float x1, float y1, float x2, float y2, float width, int rgba) {
        if ((isDrawn & 1) == 1) {
            float longerX = x1 == x2 ? 0f : width / 2f;
            float longerY = y1 == y2 ? 0f : width / 2f;
            canvas.line(x1 - longerX, y1 - longerY, x2 + longerX, y2 + longerY, width, rgba);
        }
    }
}
