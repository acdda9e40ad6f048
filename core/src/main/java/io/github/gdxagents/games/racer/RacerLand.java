package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Tint;

/** The land around the road: meadows of changing green, tufts, and trees in groves that keep away from the walls. */
final class RacerLand {
    private static final float CELL = 2.5f;
    private static final float BESIDE = 40f; // metres of land with trees around the track
    private static final int TREES = 420;
    private static final int TRIES = 8;

    private final RandomStream random = RandomStream.of(5);
    private final float[] x = new float[TREES];
    private final float[] y = new float[TREES];
    private final float[] size = new float[TREES];
    private final float[] tone = new float[TREES];
    private int salt;

    void reset(RacerTrack track) {
        salt = Float.floatToIntBits(track.pointX(1)) ^ Float.floatToIntBits(track.pointY(1));
        random.seed(salt);
        for (int i = 0; i < x.length; i++) {
            size[i] = 1.3f + 2.4f * random.nextFloat();
            tone[i] = random.nextFloat();
            plant(i, track, track.reach() + BESIDE);
        }
    }

    /** Finds a free place; what finds none grows nowhere. */
    private void plant(int i, RacerTrack track, float reach) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            x[i] = reach * (2f * random.nextFloat() - 1f);
            y[i] = reach * (2f * random.nextFloat() - 1f);
            boolean isGrove = noise(Math.round(x[i] / 22f), Math.round(y[i] / 22f)) > 0.45f;
            if (isGrove && isFree(track, x[i], y[i], track.width() / 2f + size[i] + 1.6f)) {
                return;
            }
        }
        size[i] = 0f;
    }

    private static boolean isFree(RacerTrack track, float px, float py, float away) {
        for (int i = 0; i < track.points(); i++) {
            float dx = px - track.pointX(i);
            float dy = py - track.pointY(i);
            if (dx * dx + dy * dy < away * away) {
                return false;
            }
        }
        return true;
    }

    /** From 0 to 1, the same for the same corner of a cell. */
    private float noise(int column, int row) {
        int hash = (column * 0x9E3779B1 ^ row * 0x85EBCA77) + salt;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        return ((hash ^ hash >>> 13) & 0xFFFF) / 65535f;
    }

    private int grass(int column, int row) {
        float broad = 0.5f * noise(column >> 2, row >> 2) + 0.5f * noise(column + 2 >> 2, row + 2 >> 2);
        int green = Tint.mix(RacerPalette.GRASS_DARK, RacerPalette.GRASS, 0.35f + 0.65f * noise(column, row));
        return Tint.mix(green, RacerPalette.GRASS_DRY, 0.55f * broad * broad);
    }

    void draw(Canvas canvas, FollowCamera camera) {
        int left = MathUtils.floor(camera.left() / CELL);
        int right = MathUtils.ceil((camera.left() + camera.width()) / CELL);
        int low = MathUtils.floor(camera.bottom() / CELL);
        int high = MathUtils.ceil((camera.bottom() + camera.height()) / CELL);
        for (int row = low; row < high; row++) {
            for (int column = left; column < right; column++) {
                float x1 = column * CELL;
                float y1 = row * CELL;
                int a = grass(column, row);
                int b = grass(column + 1, row + 1);
                canvas.triangle(x1, y1, a, x1 + CELL, y1, grass(column + 1, row), x1 + CELL, y1 + CELL, b);
                canvas.triangle(x1, y1, a, x1 + CELL, y1 + CELL, b, x1, y1 + CELL, grass(column, row + 1));
            }
        }
    }

    /** Draws the trees, which stand above cars and walls. */
    void drawTrees(Canvas canvas, FollowCamera camera) {
        for (int pass = 0; pass < 2; pass++) { // all shadows lie below all trees
            for (int i = 0; i < TREES; i++) {
                if (size[i] > 0f && camera.sees(x[i], y[i], 2f * size[i])) {
                    draw(canvas, i, pass == 0);
                }
            }
        }
    }

    private void draw(Canvas canvas, int i, boolean isShadow) {
        if (isShadow) {
            int shade = Tint.alpha(RacerPalette.SHADOW, 0.5f);
            float away = 0.5f * size[i];
            float r = 1.1f * size[i];
            canvas.ellipse(x[i] + away, y[i] - away, r, r, shade, Tint.alpha(shade, 0.1f), 16);
        } else {
            tree(canvas, i);
        }
    }

    /** A crown of leaves around a lighter one, brightest at the upper left. */
    private void tree(Canvas canvas, int i) {
        float r = size[i];
        int leaf = tone[i] > 0.9f ? RacerPalette.AUTUMN : RacerPalette.TREE_LIGHT;
        for (int crown = 0; crown < 3; crown++) {
            int leaves = 9 - 2 * crown;
            float ring = r * (0.68f - 0.25f * crown);
            float light = 0.16f + 0.26f * crown;
            for (int j = 0; j < leaves; j++) {
                float angle = MathUtils.PI2 * (j + tone[i] * (crown + 1)) / leaves;
                float shine = light + 0.16f * (MathUtils.sin(angle) - MathUtils.cos(angle));
                int lit = Tint.mix(RacerPalette.TREE, leaf, MathUtils.clamp(shine, 0f, 1f));
                float leafX = x[i] + ring * MathUtils.cos(angle) - 0.06f * crown * r;
                float leafY = y[i] + ring * MathUtils.sin(angle) + 0.06f * crown * r;
                canvas.ellipse(leafX, leafY, 0.42f * r, 0.42f * r, lit, Tint.shade(lit, 0.72f), 9);
            }
        }
    }
}
