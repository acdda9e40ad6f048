package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Tint;

/** The land around the road: meadows of changing green, tufts, and trees in groves that keep away from the walls. */
final class RacerLand {
    private static final float CELL = 4f;
    private static final float BESIDE = 45f; // metres of land with trees around the track
    private static final int TREES = 260;
    private static final int TUFTS = 900;
    private static final int TRIES = 8;

    private final RandomStream random = RandomStream.of(5);
    private final float[] x = new float[TREES + TUFTS];
    private final float[] y = new float[TREES + TUFTS];
    private final float[] size = new float[TREES + TUFTS];
    private final float[] tone = new float[TREES + TUFTS];
    private int salt;

    void reset(RacerTrack track) {
        salt = Float.floatToIntBits(track.pointX(1)) ^ Float.floatToIntBits(track.pointY(1));
        random.seed(salt);
        for (int i = 0; i < x.length; i++) {
            boolean isTree = i < TREES;
            size[i] = isTree ? 1.5f + 2.2f * random.nextFloat() : 0.25f + 0.3f * random.nextFloat();
            tone[i] = random.nextFloat();
            plant(i, track, track.reach() + BESIDE, isTree ? size[i] + 1.6f : 0.8f, isTree);
        }
    }

    /** Finds a free place; what finds none grows nowhere. */
    private void plant(int i, RacerTrack track, float reach, float away, boolean isTree) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            x[i] = reach * (2f * random.nextFloat() - 1f);
            y[i] = reach * (2f * random.nextFloat() - 1f);
            boolean isGrove = noise(Math.round(x[i] / 22f), Math.round(y[i] / 22f)) > 0.45f;
            if ((isGrove || !isTree) && isFree(track, x[i], y[i], track.width() / 2f + away)) {
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
        for (int i = TREES; i < x.length; i++) {
            if (isSeen(camera, i)) {
                tuft(canvas, i);
            }
        }
    }

    private boolean isSeen(FollowCamera camera, int i) {
        float margin = 2f * size[i];
        return size[i] > 0f
                && x[i] > camera.left() - margin
                && x[i] < camera.left() + camera.width() + margin
                && y[i] > camera.bottom() - margin
                && y[i] < camera.bottom() + camera.height() + margin;
    }

    private void tuft(Canvas canvas, int i) {
        int colour = Tint.mix(RacerPalette.GRASS_DARK, RacerPalette.TUFT, tone[i]);
        int root = Tint.alpha(colour, 0.2f);
        for (int blade = -1; blade <= 1; blade++) {
            float tip = blade * 0.6f * size[i];
            canvas.line(x[i], y[i], 0.14f, root, x[i] + tip, y[i] + size[i], 0.05f, colour);
        }
    }

    /** Draws the trees, which stand above cars and walls. */
    void drawTrees(Canvas canvas, FollowCamera camera) {
        for (int i = 0; i < TREES; i++) {
            if (isSeen(camera, i)) {
                int shade = Tint.alpha(RacerPalette.SHADOW, 0.5f);
                float r = size[i];
                canvas.ellipse(
                        x[i] + 0.5f * r, y[i] - 0.5f * r, 1.1f * r, 1.1f * r, shade, Tint.alpha(shade, 0.1f), 16);
            }
        }
        for (int i = 0; i < TREES; i++) {
            if (isSeen(camera, i)) {
                tree(canvas, i);
            }
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
