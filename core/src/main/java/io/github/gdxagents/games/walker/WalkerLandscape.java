package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Digits;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Tint;

/** Draws the ground as it is in the physics, what stands on it, and signs that count the way in metres. */
final class WalkerLandscape {
    private static final float STEP = (float) WalkerField.SPACING;
    private static final float STEEP = 1.2f; // no grass on steeper slopes
    private static final float TOPSOIL = 0.9f; // metres
    private static final float SIGN_METRES = 10f;
    private static final int BLADES = 5;

    private final WalkerGround ground;
    private float startX;

    WalkerLandscape(WalkerGround ground) {
        this.ground = ground;
    }

    /** Begins an episode. */
    void reset(float newStartX) {
        startX = newStartX;
    }

    /** Height of the ground without what stands on it, metres; it goes on level beside the field. */
    float height(float x) {
        float position = MathUtils.clamp(x / STEP, 0f, WalkerField.CORNERS - 1.001f);
        int i = (int) position;
        return MathUtils.lerp(corner(i), corner(i + 1), position - i);
    }

    private float corner(int i) {
        return ground.heights()[MathUtils.clamp(i, 0, WalkerField.CORNERS - 1)];
    }

    /** An always equal number from 0 to 1 for a place. */
    private static float chance(int place, int kind) {
        int bits = (place * 0x9E3779B1 + kind * 0x85EBCA6B) * 0xC2B2AE35;
        return ((bits ^ bits >>> 15) & 0xFFFF) / 65535f;
    }

    void draw(Canvas canvas, FollowCamera camera, float time) {
        int first = MathUtils.floor(camera.left() / STEP) - 1;
        int last = MathUtils.ceil((camera.left() + camera.width()) / STEP) + 1;
        signs(canvas, camera);
        pits(canvas, first, last);
        for (int i = first; i < last; i++) {
            soil(canvas, i, Math.min(camera.bottom(), corner(i) - 3f));
        }
        for (int i = first; i < last; i++) {
            if (!isSteep(i)) {
                turf(canvas, i);
                blades(canvas, i, time);
            }
        }
        for (int box = 0; box < ground.boxCount(); box++) {
            float left = left(box);
            if (left < last * STEP && right(box) > first * STEP) {
                box(canvas, left, bottom(box), right(box), top(box));
            }
        }
    }

    private float left(int box) {
        return ground.boxes()[box * WalkerGround.BOX_SIZE];
    }

    private float top(int box) {
        return ground.boxes()[box * WalkerGround.BOX_SIZE + 1];
    }

    private float bottom(int box) {
        return ground.boxes()[box * WalkerGround.BOX_SIZE + 3];
    }

    private float right(int box) {
        return ground.boxes()[box * WalkerGround.BOX_SIZE + 4];
    }

    private boolean isSteep(int i) {
        return Math.abs(corner(i + 1) - corner(i)) > STEEP * STEP;
    }

    /** Where the ground drops, the earth behind the pit is seen. */
    private void pits(Canvas canvas, int first, int last) {
        for (int i = Math.max(0, first - 8); i < last; i++) {
            if (!isSteep(i) || corner(i + 1) > corner(i)) {
                continue;
            }
            int end = i + 1;
            while (end < i + 8 && !isSteep(end)) {
                end++;
            }
            float rim = Math.min(corner(i), corner(end + 1)) - 0.1f;
            float floor = corner(i + 1);
            int dark = WalkerPalette.SOIL_DEEP;
            canvas.rectangle(i * STEP, floor, (end + 1 - i) * STEP, rim - floor, dark, WalkerPalette.SOIL_DARK);
        }
    }

    private void soil(Canvas canvas, int i, float bottom) {
        float x1 = i * STEP;
        float x2 = x1 + STEP;
        float y1 = corner(i);
        float y2 = corner(i + 1);
        int middle = WalkerPalette.SOIL_DARK;
        canvas.quad(x1, y1 - TOPSOIL, x2, y2 - TOPSOIL, middle, x2, y2, x1, y1, WalkerPalette.SOIL);
        canvas.quad(x1, bottom, x2, bottom, WalkerPalette.SOIL_DEEP, x2, y2 - TOPSOIL, x1, y1 - TOPSOIL, middle);
        for (int stone = 0; stone < 2; stone++) {
            float size = 0.03f + 0.07f * chance(i, stone);
            float x = x1 + STEP * chance(i, stone + 2);
            float down = 0.4f + 1.5f * chance(i, stone + 4);
            int colour = Tint.mix(WalkerPalette.PEBBLE, WalkerPalette.SOIL_DARK, 0.35f + 0.3f * down);
            canvas.ellipse(x, y1 - down, size, 0.65f * size, colour, Tint.shade(colour, 0.75f), 10);
        }
    }

    private void turf(Canvas canvas, int i) {
        float x1 = i * STEP;
        float x2 = x1 + STEP;
        float y1 = corner(i);
        float y2 = corner(i + 1);
        int dark = WalkerPalette.GRASS_DARK;
        canvas.quad(x1, y1 - 0.16f, x2, y2 - 0.16f, dark, x2, y2, x1, y1, WalkerPalette.GRASS);
        for (int tuft = 0; tuft < 3; tuft++) { // roots hang down
            float x = x1 + STEP * (tuft + 0.3f + 0.4f * chance(i, 60 + tuft)) / 3f;
            float y = MathUtils.lerp(y1, y2, (x - x1) / STEP) - 0.15f;
            float half = 0.1f + 0.05f * chance(i, 64 + tuft);
            float down = 0.05f + 0.13f * chance(i, 68 + tuft);
            canvas.triangle(x - half, y, dark, x + half, y, dark, x, y - down, Tint.shade(dark, 0.8f));
        }
        canvas.line(x1, y1 - 0.02f, x2, y2 - 0.02f, 0.05f, WalkerPalette.GRASS_LIT);
    }

    private void blades(Canvas canvas, int i, float time) {
        for (int blade = 0; blade < BLADES; blade++) {
            float x = (i + (blade + chance(i, 7 + blade)) / BLADES) * STEP;
            float along = x / STEP - i;
            float y = MathUtils.lerp(corner(i), corner(i + 1), along) - 0.03f;
            float size = 0.07f + 0.13f * chance(i, 20 + blade);
            float sway =
                    0.35f * size * MathUtils.sin(1.7f * time + 0.9f * x) + 0.3f * size * (chance(i, 30 + blade) - 0.5f);
            int tip = Tint.mix(WalkerPalette.GRASS, WalkerPalette.GRASS_LIT, chance(i, 40 + blade));
            int root = WalkerPalette.GRASS_DARK;
            canvas.triangle(x - 0.022f, y, root, x + 0.022f, y, root, x + sway, y + size, tip);
        }
    }

    /** Stairs are wide, walls of pits high, stumps square. */
    private void box(Canvas canvas, float left, float bottom, float right, float top) {
        if (Math.abs(right - left - (top - bottom)) < 0.1f * STEP) {
            stump(canvas, left, bottom, right, top);
        } else {
            int earth = WalkerPalette.SOIL_DARK; // below stairs that go down is a gap
            canvas.quad(
                    left, height(left) - 0.3f, right, height(right) - 0.3f, earth, right, bottom, left, bottom, earth);
            masonry(canvas, left, bottom, right, top);
        }
    }

    private static void stump(Canvas canvas, float left, float bottom, float right, float top) {
        float width = right - left;
        float cut = top - 0.14f * width;
        canvas.rectangle(left - 0.03f, bottom - 0.1f, width + 0.06f, top - bottom + 0.1f, WalkerPalette.OUTLINE);
        canvas.quad(
                left,
                bottom - 0.1f,
                left,
                top,
                WalkerPalette.BARK,
                right,
                top,
                right,
                bottom - 0.1f,
                WalkerPalette.BARK_DARK);
        int lines = Math.max(4, Math.round(9f * width));
        for (int i = 1; i < lines; i++) {
            float x = left + width * (i + 0.5f * (chance(i, 50) - 0.5f)) / lines;
            int colour = i % 2 == 0 ? WalkerPalette.BARK_DARK : Tint.shade(WalkerPalette.BARK, 1.2f);
            canvas.line(x, bottom, 0.03f, Tint.alpha(colour, 0.5f), x + 0.02f, cut, 0.02f, colour);
        }
        canvas.rectangle(left, cut, width, top - cut, Tint.shade(WalkerPalette.WOOD, 0.75f), WalkerPalette.WOOD);
        for (int ring = 1; ring < 4; ring++) {
            float inset = width * 0.13f * ring;
            canvas.line(
                    left + inset,
                    (cut + top) / 2f,
                    right - inset,
                    (cut + top) / 2f,
                    0.02f,
                    Tint.alpha(WalkerPalette.BARK, 0.4f));
        }
    }

    private static void masonry(Canvas canvas, float left, float bottom, float right, float top) {
        canvas.rectangle(left, bottom, right - left, top - bottom, WalkerPalette.OUTLINE);
        int columns = Math.max(1, Math.round((right - left) / STEP / 1.3f));
        int rows = Math.max(2, Math.round(2f * (top - bottom) / STEP));
        float width = (right - left) / columns;
        float height = (top - bottom) / rows;
        for (int row = 0; row < rows; row++) {
            float shift = row % 2 == 0 ? 0f : 0.5f * width;
            for (int column = -1; column < columns; column++) {
                float x1 = Math.max(left, left + column * width + shift) + 0.015f;
                float x2 = Math.min(right, left + (column + 1) * width + shift) - 0.015f;
                if (x2 > x1) {
                    float y = bottom + row * height + 0.015f;
                    float light =
                            0.78f + 0.22f * row / (rows - 1f) + 0.12f * (chance(Math.round(17f * x1), row) - 0.5f);
                    canvas.rectangle(
                            x1,
                            y,
                            x2 - x1,
                            height - 0.03f,
                            Tint.shade(WalkerPalette.STONE_DARK, light),
                            Tint.shade(WalkerPalette.STONE, light));
                }
            }
        }
        canvas.rectangle(left, top - 0.06f, right - left, 0.06f, WalkerPalette.STONE, WalkerPalette.STONE_LIT);
    }

    private void signs(Canvas canvas, FollowCamera camera) {
        float goal = (float) WalkerField.GOAL_X;
        int first = Math.max(1, MathUtils.floor((camera.left() - startX) / SIGN_METRES));
        int last = MathUtils.ceil((camera.left() + camera.width() - startX) / SIGN_METRES);
        for (int i = first; i <= last && startX + i * SIGN_METRES < goal - 2f; i++) {
            sign(canvas, startX + i * SIGN_METRES, Math.round(i * SIGN_METRES));
        }
        flag(canvas, goal);
    }

    private void sign(Canvas canvas, float x, int number) {
        float y = Math.max(height(x - STEP), height(x + STEP));
        canvas.rectangle(x - 0.05f, y - 0.2f, 0.1f, 1.3f, WalkerPalette.BARK_DARK, WalkerPalette.BARK);
        canvas.rectangle(x - 0.46f, y + 0.72f, 0.92f, 0.6f, WalkerPalette.BARK_DARK);
        canvas.rectangle(x - 0.42f, y + 0.76f, 0.84f, 0.52f, Tint.shade(WalkerPalette.WOOD, 0.85f), WalkerPalette.WOOD);
        Digits.draw(canvas, number, x, y + 0.86f, 0.32f, WalkerPalette.BARK_DARK);
    }

    private void flag(Canvas canvas, float x) {
        float y = height(x);
        canvas.rectangle(x - 0.05f, y - 0.2f, 0.1f, 3.2f, WalkerPalette.STEEL_DARK, WalkerPalette.STEEL);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 5; column++) {
                int colour = (row + column) % 2 == 0 ? WalkerPalette.OUTLINE : WalkerPalette.SHELL;
                canvas.rectangle(x + 0.05f + 0.26f * column, y + 2.2f + 0.26f * row, 0.26f, 0.26f, colour);
            }
        }
    }
}
