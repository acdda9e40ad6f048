package io.github.gdxagents.games.view;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;

/**
 * A range of hills far behind the game that moves less than what is before it, and has no end.
 *
 * <p>Thread safety: none (render thread). Allocates nothing after construction.
 */
public final class Hills {
    private static final int POINTS = 160;
    private static final float SPACING = 0.5f; // metres
    private static final float FLANK = 1.5f; // metres

    private final float[] heights = new float[POINTS];

    /**
     * Draws peaks at random distances with straight slopes between them, roughened a little.
     *
     * @param random is drawn from
     * @param base height of the valleys, metres
     * @param rise of the peaks above the valleys, metres
     */
    public Hills(RandomStream random, float base, float rise) {
        int from = 0;
        float low = base;
        while (from < POINTS) {
            boolean peak = low <= base + 0.3f * rise;
            int to = from + 4 + random.nextInt(7);
            float high = base + rise * (peak ? 0.45f + 0.55f * random.nextFloat() : 0.3f * random.nextFloat());
            high = to < POINTS ? high : base; // the range begins anew there
            for (int i = from; i < Math.min(to, POINTS); i++) {
                float along = (i - from) / (float) (to - from);
                heights[i] = low + (high - low) * along + 0.14f * rise * (random.nextFloat() - 0.5f);
            }
            from = to;
            low = high;
        }
    }

    /**
     * Draws as many of them as are seen.
     *
     * @param canvas between begin and end
     * @param camera says what is seen
     * @param shiftX how far the hills have moved along with the camera, metres; the first valley is at 0 without it
     * @param shiftY how far they have moved up with it, metres
     * @param base down to where they are drawn, metres
     * @param top their colour at the top
     * @param bottom their colour at the base
     * @param light colours the flanks that rise to the right; its opacity is that of the brightest
     */
    public void draw(
            Canvas canvas,
            FollowCamera camera,
            float shiftX,
            float shiftY,
            float base,
            int top,
            int bottom,
            int light) {
        int first = MathUtils.floor((camera.left() - shiftX) / SPACING);
        int last = MathUtils.ceil((camera.left() + camera.width() - shiftX) / SPACING);
        float brightest = (light & 0xFF) / 255f;
        int gone = Tint.alpha(light, 0f);
        for (int i = first; i < last; i++) {
            float x1 = i * SPACING + shiftX;
            float x2 = x1 + SPACING;
            float y1 = height(i) + shiftY;
            float y2 = height(i + 1) + shiftY;
            canvas.quad(x1, base, x2, base, bottom, x2, y2, x1, y1, top);
            int lit1 = Tint.alpha(light, brightest * facing(i));
            int lit2 = Tint.alpha(light, brightest * facing(i + 1));
            canvas.triangle(x1, y1, lit1, x2, y2, lit2, x2, y2 - FLANK, gone);
            canvas.triangle(x1, y1, lit1, x2, y2 - FLANK, gone, x1, y1 - FLANK, gone);
        }
    }

    private float height(int i) {
        return heights[(i % POINTS + POINTS) % POINTS];
    }

    private float facing(int i) {
        return MathUtils.clamp(0.35f + (height(i + 1) - height(i - 1)) / (2f * SPACING), 0f, 1f);
    }
}
