package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Tint;

/**
 * The moon's surface as it is in the physics, and below it layers of facets that get darker with depth.
 *
 * <p>Beside the field, where there is no physics, the ground goes on so that wide windows see no edge.
 */
final class LanderTerrain {
    private static final int BESIDE = 10;
    private static final int LAYERS = 7;
    private static final int FINE = 2;
    private static final int ROCKS = 46;

    private final float spacing;
    private final float[] heights;
    private final float[][] layerX;
    private final float[][] layerY;
    private final float[][] tones;
    private final float[] rockX = new float[ROCKS];
    private final float[] rockSize = new float[ROCKS];
    private final RandomStream random = RandomStream.of(0);

    /** Makes ground of {@code points} heights, {@code spacing} metres apart, the first at x = 0. */
    LanderTerrain(int points, float spacing) {
        this.spacing = spacing;
        heights = new float[points + 2 * BESIDE];
        int columns = (heights.length - 1) * FINE + 1;
        layerX = new float[LAYERS][columns];
        layerY = new float[LAYERS][columns];
        tones = new float[LAYERS][2 * columns];
    }

    /** Takes an episode's heights, metres. */
    void reset(float[] field) {
        random.seed(Float.floatToIntBits(field[0]) * 31L + Float.floatToIntBits(field[field.length - 1]));
        System.arraycopy(field, 0, heights, BESIDE, field.length);
        for (int i = 1; i <= BESIDE; i++) {
            heights[BESIDE - i] = onward(heights[BESIDE - i + 1]);
            heights[BESIDE + field.length - 1 + i] = onward(heights[BESIDE + field.length - 2 + i]);
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            layer(layer);
        }
        scatterRocks(field.length);
    }

    /** Small stones for the eye alone: the lander flies through them, so none lies on the flat ground of the pad. */
    private void scatterRocks(int points) {
        float middle = (points - 1) * spacing / 2f;
        for (int i = 0; i < ROCKS; i++) {
            float away = spacing * 1.15f + random.nextFloat() * 2.2f * middle;
            rockX[i] = middle + (i % 2 == 0 ? away : -away);
            float chance = random.nextFloat();
            rockSize[i] = 0.05f + 0.13f * chance * chance;
        }
    }

    private float onward(float height) {
        return MathUtils.clamp(height + 0.25f * (3.6f - height) + 0.9f * (random.nextFloat() - 0.5f), 1.2f, 6.5f);
    }

    private void layer(int layer) {
        float down = layer * layer * 0.11f + layer * 0.3f;
        float jitter = layer == 0 ? 0f : 0.55f;
        for (int i = 0; i < layerX[layer].length; i++) {
            float x = (i / (float) FINE - BESIDE) * spacing;
            float jitterX = layer == 0 ? 0f : spacing / FINE * 0.6f * (random.nextFloat() - 0.5f);
            layerX[layer][i] = x + jitterX;
            layerY[layer][i] = height(x) * (1f - 0.06f * layer)
                    - down
                    + jitter * (random.nextFloat() - 0.5f) * (0.35f + 0.12f * layer);
            tones[layer][2 * i] = random.nextFloat();
            tones[layer][2 * i + 1] = random.nextFloat();
        }
    }

    /** The surface's height at any x. */
    float height(float x) {
        float position = MathUtils.clamp(x / spacing + BESIDE, 0f, heights.length - 1.001f);
        int i = (int) position;
        return heights[i] + (heights[i + 1] - heights[i]) * (position - i);
    }

    void draw(Canvas canvas, float bottom) {
        for (int layer = 0; layer + 1 < LAYERS; layer++) {
            facets(canvas, layer);
        }
        int last = LAYERS - 1;
        int top = tone(last, 0.5f, 0f);
        for (int i = 0; i + 1 < layerX[last].length; i++) {
            float floor = Math.min(bottom, layerY[last][i] - 0.1f);
            canvas.quad(
                    layerX[last][i],
                    floor,
                    layerX[last][i + 1],
                    floor,
                    LanderPalette.FLOOR,
                    layerX[last][i + 1],
                    layerY[last][i + 1],
                    layerX[last][i],
                    layerY[last][i],
                    top);
        }
        rim(canvas);
        rocks(canvas);
    }

    private void rocks(Canvas canvas) {
        for (int i = 0; i < ROCKS; i++) {
            float x = rockX[i];
            float size = rockSize[i];
            float slope = (height(x + 0.1f) - height(x - 0.1f)) / 0.2f;
            canvas.place(x, height(x) - 0.03f, (float) Math.atan(slope));
            int lit = Tint.mix(LanderPalette.ROCK, LanderPalette.RIM, 0.4f);
            int dark = LanderPalette.STONE;
            canvas.triangle(-size, 0f, dark, -0.4f * size, 0.75f * size, lit, 0.1f * size, 0f, LanderPalette.ROCK);
            canvas.triangle(
                    -0.4f * size,
                    0.75f * size,
                    lit,
                    0.5f * size,
                    0.6f * size,
                    lit,
                    0.1f * size,
                    0f,
                    LanderPalette.ROCK);
            canvas.triangle(
                    0.5f * size, 0.6f * size, LanderPalette.STONE, size, 0f, LanderPalette.DEEP, 0.1f * size, 0f, dark);
        }
        canvas.unplace();
    }

    private void facets(Canvas canvas, int layer) {
        float[] x = layerX[layer];
        float[] y = layerY[layer];
        float[] lowerX = layerX[layer + 1];
        float[] lowerY = layerY[layer + 1];
        for (int i = 0; i + 1 < x.length; i++) {
            float slope = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            int a = tone(layer, tones[layer][2 * i], slope);
            int b = tone(layer, tones[layer][2 * i + 1], slope);
            int below = tone(layer + 1, tones[layer][2 * i], 0f);
            if (i % 2 == 0) {
                canvas.triangle(x[i], y[i], a, x[i + 1], y[i + 1], a, lowerX[i], lowerY[i], Tint.mix(a, below, 0.45f));
                canvas.triangle(
                        x[i + 1],
                        y[i + 1],
                        b,
                        lowerX[i + 1],
                        lowerY[i + 1],
                        Tint.mix(b, below, 0.45f),
                        lowerX[i],
                        lowerY[i],
                        Tint.mix(b, below, 0.45f));
            } else {
                canvas.triangle(
                        x[i],
                        y[i],
                        a,
                        lowerX[i + 1],
                        lowerY[i + 1],
                        Tint.mix(a, below, 0.45f),
                        lowerX[i],
                        lowerY[i],
                        Tint.mix(a, below, 0.45f));
                canvas.triangle(
                        x[i], y[i], b, x[i + 1], y[i + 1], b, lowerX[i + 1], lowerY[i + 1], Tint.mix(b, below, 0.45f));
            }
        }
    }

    /** Light falls from the upper left: slopes that rise to the right look at it. */
    private static int tone(int layer, float chance, float slope) {
        float depth = layer / (float) (LAYERS - 1);
        int base = depth < 0.3f
                ? Tint.mix(LanderPalette.ROCK, LanderPalette.STONE, depth / 0.3f)
                : Tint.mix(LanderPalette.STONE, LanderPalette.DEEP, (depth - 0.3f) / 0.4f);
        float light = 1f + (layer == 0 ? MathUtils.clamp(0.22f * slope, -0.2f, 0.16f) : 0f);
        return Tint.shade(base, light * (0.9f + 0.2f * chance));
    }

    private void rim(Canvas canvas) {
        for (int i = 0; i + 1 < heights.length; i++) {
            float x = (i - BESIDE) * spacing;
            float slope = (heights[i + 1] - heights[i]) / spacing;
            int lit = Tint.shade(LanderPalette.RIM, MathUtils.clamp(0.86f + 0.16f * slope, 0.66f, 1f));
            int soft = Tint.alpha(lit, 0.28f);
            canvas.quad(
                    x,
                    heights[i],
                    x + spacing,
                    heights[i + 1],
                    soft,
                    x + spacing,
                    heights[i + 1] - 0.3f,
                    x,
                    heights[i] - 0.3f,
                    Tint.alpha(lit, 0f));
            canvas.line(x, heights[i] - 0.022f, x + spacing, heights[i + 1] - 0.022f, 0.045f, lit);
        }
    }
}
