package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Tint;

/** The road and its furniture: asphalt with the dark line that all drive, kerbs in the bends, paint, walls that throw shadows. */
final class RacerRoad {
    private static final float KERB = 0.9f;
    private static final float KERB_BEND = 1f / 60f; // 1/m, from which a bend has kerbs
    private static final float WALL = 0.45f;
    private static final float GRAVEL = 2.6f;
    private static final float LINE = 3.2f;
    private static final int SMOOTHING = 60;

    private final RandomStream random = RandomStream.of(3);
    private RacerTrack track;
    private float half;
    private float[] bend;
    private float[] worn;
    private float[] tone;

    void reset(RacerTrack newTrack) {
        track = newTrack;
        half = track.width() / 2f;
        int points = track.points();
        bend = new float[points];
        worn = new float[points];
        tone = new float[points];
        for (int i = 0; i < points; i++) {
            bend[i] = track.curvature(i * track.spacing());
            worn[i] = MathUtils.clamp(90f * bend[i], -1f, 1f) * (half - 2.6f);
            tone[i] = 0.97f + 0.06f * random.nextFloat();
        }
        smooth(bend, 3);
        smooth(worn, SMOOTHING);
    }

    private static void smooth(float[] values, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            float before = values[values.length - 1];
            for (int i = 0; i < values.length; i++) {
                float now = values[i];
                values[i] = (before + 2f * now + values[(i + 1) % values.length]) / 4f;
                before = now;
            }
        }
    }

    /** Draws what is in sight, from the ground up. */
    void draw(Canvas canvas, FollowCamera camera) {
        for (int layer = 0; layer < 4; layer++) {
            for (int i = 0; i < track.points(); i++) {
                if (camera.sees(track.pointX(i), track.pointY(i), half + 8f)) {
                    draw(canvas, i, layer);
                }
            }
        }
        startLine(canvas);
    }

    private void draw(Canvas canvas, int i, int layer) {
        if (layer == 0) {
            int gravel = Tint.alpha(Tint.shade(RacerPalette.GRAVEL, tone[i]), 0.75f);
            int gone = Tint.alpha(RacerPalette.GRAVEL, 0f);
            strip(canvas, i, half, gravel, half + GRAVEL, gone);
            strip(canvas, i, -half, gravel, -half - GRAVEL, gone);
        } else if (layer == 1) {
            int middle = Tint.shade(RacerPalette.ASPHALT, tone[i]);
            strip(canvas, i, 0f, middle, half, RacerPalette.ASPHALT_EDGE);
            strip(canvas, i, 0f, middle, -half, RacerPalette.ASPHALT_EDGE);
            band(canvas, i, LINE, 0.42f);
            band(canvas, i, 0.4f * LINE, 0.2f);
        } else if (layer == 2) {
            edges(canvas, i, 1f);
            edges(canvas, i, -1f);
        } else {
            wall(canvas, i, 1f);
            wall(canvas, i, -1f);
        }
    }

    /** A stretch from a point to the next, between two distances to the left of the centre line. */
    private void strip(Canvas canvas, int i, float from, int fromColour, float to, int toColour) {
        ribbon(canvas, i, from, from, fromColour, to, to, toColour);
    }

    private void ribbon(Canvas canvas, int i, float from, float fromNext, int first, float to, float toNext, int last) {
        int next = i + 1;
        float x1 = track.besideX(i, from);
        float y1 = track.besideY(i, from);
        float x2 = track.besideX(next, fromNext);
        float y2 = track.besideY(next, fromNext);
        float x3 = track.besideX(next, toNext);
        float y3 = track.besideY(next, toNext);
        canvas.quad(x1, y1, x2, y2, first, x3, y3, track.besideX(i, to), track.besideY(i, to), last);
    }

    /** The rubber on the line that all drive: dark in its middle. */
    private void band(Canvas canvas, int i, float width, float opacity) {
        float at = worn[i];
        float next = worn[(i + 1) % worn.length];
        int dark = Tint.alpha(RacerPalette.RUBBER, opacity);
        int clear = Tint.alpha(RacerPalette.RUBBER, 0f);
        ribbon(canvas, i, at, next, dark, at + width / 2f, next + width / 2f, clear);
        ribbon(canvas, i, at, next, dark, at - width / 2f, next - width / 2f, clear);
    }

    private void edges(Canvas canvas, int i, float side) {
        float inner = side * (half - KERB);
        strip(canvas, i, inner, RacerPalette.PAINT, inner - side * 0.16f, RacerPalette.PAINT);
        if (Math.abs(bend[i]) < KERB_BEND) {
            strip(canvas, i, side * half, RacerPalette.ASPHALT_EDGE, inner, RacerPalette.ASPHALT);
            return;
        }
        int colour = i % 2 == 0 ? RacerPalette.KERB : RacerPalette.PAINT;
        float crest = side * (half - 0.35f * KERB);
        strip(canvas, i, side * half, Tint.shade(colour, 0.68f), crest, Tint.shade(colour, 1.04f));
        strip(canvas, i, crest, Tint.shade(colour, 1.04f), inner, Tint.shade(colour, 0.8f));
    }

    /** Light falls from the upper left; the shadow lies on the land at one side of the road, and on the road at the other. */
    private void wall(Canvas canvas, int i, float side) {
        float inner = side * half;
        float outer = side * (half + WALL);
        double angle = track.angle(i * track.spacing());
        float away = -side * (float) (Math.sin(angle) + Math.cos(angle)); // above 0 where the shadow falls outwards
        float reach = 0.9f * away;
        int shade = Tint.alpha(RacerPalette.SHADOW, 0.45f);
        int gone = Tint.alpha(RacerPalette.SHADOW, 0.05f);
        strip(canvas, i, reach > 0f ? outer : inner, shade, (reach > 0f ? outer : inner) + side * reach, gone);
        float light = 1f - 0.12f * away;
        strip(
                canvas,
                i,
                inner,
                Tint.shade(RacerPalette.WALL, light),
                outer,
                Tint.shade(RacerPalette.WALL, light * 0.93f));
        strip(canvas, i, outer, RacerPalette.WALL_SIDE, outer + side * 0.1f, RacerPalette.WALL_SIDE);
    }

    private void startLine(Canvas canvas) {
        canvas.place(track.pointX(0), track.pointY(0), track.angle(0));
        int columns = Math.round((track.width() - 2f * KERB) / 0.8f);
        float size = (track.width() - 2f * KERB) / columns;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < columns; column++) {
                int colour = (row + column) % 2 == 0 ? RacerPalette.PAINT : RacerPalette.RUBBER;
                canvas.rectangle((row - 1.5f) * size, KERB - half + column * size, size, size, colour, colour);
            }
        }
        canvas.unplace();
    }
}
