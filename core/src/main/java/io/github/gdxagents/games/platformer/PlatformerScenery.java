package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Backdrop;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Hills;
import io.github.gdxagents.games.view.Tint;

/** What stands still: sky, clouds, hills and trees at their distances, the ground with its grass, ledges, spikes and the flag. */
final class PlatformerScenery {
    private static final float[] SKY_HEIGHTS = {0f, 0.25f, 0.6f, 1f};
    private static final int[] SKY_COLOURS = {
        PlatformerPalette.HAZE, PlatformerPalette.HAZE, PlatformerPalette.SKY, PlatformerPalette.ZENITH
    };
    private static final float DEPTH = 3.5f; // of the soil until it is dark
    private static final float CLOTH = 1.7f;

    private final Hills far = new Hills(RandomStream.of(1), 3.5f, 5f);
    private final Hills middle = new Hills(RandomStream.of(2), 2.4f, 3.2f);
    private final Hills near = new Hills(RandomStream.of(3), 1.2f, 2f);
    private final PlatformerLevel level;

    PlatformerScenery(PlatformerLevel level) {
        this.level = level;
    }

    /** A number that is as good as random but always the same for a place, 0 to 1. */
    private static float chance(int column, int which) {
        int mixed = (column * 73_856_093) ^ (which * 19_349_663);
        mixed = (mixed ^ (mixed >>> 13)) * 0x5bd1e995;
        return (mixed >>> 8 & 0xFFFF) / 65_535f;
    }

    void drawDistance(Canvas canvas, FollowCamera camera, float time) {
        Backdrop.sky(canvas, camera, SKY_HEIGHTS, SKY_COLOURS);
        float left = camera.left();
        float bottom = camera.bottom();
        float sunX = left + 0.74f * camera.width();
        float sunY = bottom + 0.72f * camera.height();
        int sun = PlatformerPalette.SUN;
        canvas.ellipse(sunX, sunY, 5f, 5f, Tint.alpha(sun, 0.45f), Tint.alpha(sun, 0f), 48);
        canvas.ellipse(sunX, sunY, 1.5f, 1.5f, Tint.alpha(sun, 0.7f), Tint.alpha(sun, 0f), 40);
        canvas.disc(sunX, sunY, 0.75f, sun, 40);
        clouds(canvas, camera, time);
        hills(canvas, camera, far, 0.85f, PlatformerPalette.FAR_HILLS, 0.5f);
        hills(canvas, camera, middle, 0.68f, PlatformerPalette.MIDDLE_HILLS, 0.4f);
        hills(canvas, camera, near, 0.5f, PlatformerPalette.NEAR_HILLS, 0.25f);
        trees(canvas, camera, 0.36f);
    }

    private void hills(Canvas canvas, FollowCamera camera, Hills hills, float depth, int top, float light) {
        float shiftY = 0.8f * depth * camera.bottom() + 1.5f;
        int foot = Tint.mix(top, PlatformerPalette.HAZE, 0.55f);
        int lit = Tint.alpha(PlatformerPalette.HILL_LIGHT, light);
        hills.draw(canvas, camera, depth * camera.left(), shiftY, camera.bottom(), top, foot, lit);
    }

    private static void clouds(Canvas canvas, FollowCamera camera, float time) {
        float span = 9f;
        float shift = 0.92f * camera.left() + 0.25f * time;
        int first = MathUtils.floor((camera.left() - shift) / span) - 1;
        int last = MathUtils.ceil((camera.left() + camera.width() - shift) / span) + 1;
        for (int i = first; i <= last; i++) {
            float x = i * span + shift + 4f * chance(i, 1);
            float y = camera.bottom() + camera.height() * (0.62f + 0.3f * chance(i, 2));
            float size = 0.5f + 0.6f * chance(i, 3);
            for (int puff = 0; puff < 5; puff++) {
                float away = puff - 2f;
                float radius = size * (1.1f - 0.17f * away * away + 0.3f * chance(i, 10 + puff));
                int shade = Tint.alpha(PlatformerPalette.CLOUD_SHADE, 0.75f);
                canvas.ellipse(x + away * size, y - 0.12f, radius, 0.62f * radius, shade, shade, 20);
            }
            for (int puff = 0; puff < 5; puff++) {
                float away = puff - 2f;
                float radius = size * (1f - 0.17f * away * away + 0.3f * chance(i, 10 + puff));
                canvas.disc(x + away * size, y + 0.1f * radius, 0.62f * radius, PlatformerPalette.CLOUD, 20);
            }
        }
    }

    /** Round crowns in the haze, between the hills and the game. */
    private static void trees(Canvas canvas, FollowCamera camera, float depth) {
        float span = 1.9f;
        float shift = depth * camera.left();
        int first = MathUtils.floor((camera.left() - shift) / span) - 1;
        int last = MathUtils.ceil((camera.left() + camera.width() - shift) / span) + 1;
        float base = 0.8f * depth * camera.bottom() + 0.6f;
        int crown = Tint.mix(PlatformerPalette.CROWN, PlatformerPalette.HAZE, 0.18f);
        int lit = Tint.mix(PlatformerPalette.CROWN_LIT, PlatformerPalette.HAZE, 0.18f);
        for (int i = first; i <= last; i++) {
            float x = i * span + shift + 1.2f * chance(i, 4);
            float height = base + 1.6f + 1.5f * chance(i, 5);
            float radius = 0.75f + 0.45f * chance(i, 6);
            canvas.line(x, camera.bottom(), x, height, 0.2f, PlatformerPalette.TRUNK);
            canvas.ellipse(x, height, radius, 1.15f * radius, crown, crown, 24);
            canvas.ellipse(x - 0.2f, height + 0.25f, 0.75f * radius, 0.8f * radius, lit, crown, 24);
        }
        bushes(canvas, camera, shift, base + 0.55f, crown);
    }

    private static void bushes(Canvas canvas, FollowCamera camera, float shift, float top, int crown) {
        int dark = Tint.mix(PlatformerPalette.CROWN, PlatformerPalette.PIT, 0.45f);
        float low = Math.min(camera.bottom(), top);
        int first = MathUtils.floor(camera.left() - shift) - 1;
        int last = MathUtils.ceil(camera.left() + camera.width() - shift) + 1;
        for (int i = first; i <= last; i++) {
            float radius = 0.7f + 0.4f * chance(i, 7);
            canvas.ellipse(i + shift, top - 0.25f, radius, 0.75f * radius, crown, Tint.mix(crown, dark, 0.3f), 20);
        }
        canvas.rectangle(camera.left(), low, camera.width(), top - low, dark, Tint.mix(crown, dark, 0.35f));
    }

    void drawLevel(Canvas canvas, FollowCamera camera, float time) {
        int first = Math.max(0, MathUtils.floor(camera.left()) - 1);
        int last = Math.min(level.columns() - 1, MathUtils.ceil(camera.left() + camera.width()));
        Backdrop.vignette(canvas, camera, Tint.alpha(PlatformerPalette.PIT, 0.85f), 0.22f);
        flag(canvas, time);
        for (int column = first; column <= last; column++) {
            if (level.hasSpikes(column)) {
                spikes(canvas, column, level.ground(column));
            }
        }
        for (int column = first; column <= last; column++) {
            if (level.ground(column) > 0) {
                soil(canvas, column, level.ground(column), camera.bottom());
            }
            if (level.ledge(column) > 0) {
                plank(canvas, column, level.ledge(column));
            }
        }
        for (int column = first; column <= last; column++) {
            if (level.ground(column) > 0) {
                fringe(canvas, column, level.ground(column));
            }
        }
        for (int column = first; column <= last; column++) {
            if (level.ground(column) > 0) {
                turf(canvas, column, level.ground(column), time);
            }
        }
    }

    private int height(int column) {
        return column < 0 || column >= level.columns() ? PlatformerLevelMaker.HIGHEST : level.ground(column);
    }

    private void soil(Canvas canvas, int column, int top, float bottom) {
        float middle = top - DEPTH;
        int deep = PlatformerPalette.SOIL_DEEP;
        canvas.rectangle(column, Math.min(bottom, middle), 1f, middle - Math.min(bottom, middle), deep, deep);
        canvas.rectangle(column, middle, 1f, DEPTH, deep, PlatformerPalette.SOIL);
        for (int i = 0; i < 4; i++) {
            float x = column + 0.2f + 0.6f * chance(column, 20 + i);
            float y = top - 0.65f - i * 0.8f - 0.4f * chance(column, 30 + i);
            float size = 0.05f + 0.11f * chance(column, 40 + i);
            float shown = 1f - (top - y) / DEPTH;
            int stone = Tint.alpha(PlatformerPalette.STONE, 0.75f * shown);
            canvas.ellipse(x, y, 1.4f * size, size, stone, Tint.shade(stone, 0.75f), 8);
        }
        side(canvas, column, top, height(column - 1), 0.28f);
        side(canvas, column + 1, top, height(column + 1), -0.28f);
    }

    /** Where the ground falls off, its side is in shadow. */
    private static void side(Canvas canvas, float x, int top, int neighbour, float width) {
        if (neighbour < top) {
            float low = Math.max(neighbour, -4f);
            int dark = Tint.alpha(PlatformerPalette.SEAM, 0.55f);
            int clear = Tint.alpha(PlatformerPalette.SEAM, 0f);
            canvas.quad(x, low, x, top, dark, x + width, top, x + width, low, clear);
        }
    }

    private void fringe(Canvas canvas, int column, int top) {
        float left = column - (height(column - 1) < top ? 0.08f : 0f);
        float right = column + 1f + (height(column + 1) < top ? 0.08f : 0f);
        int shade = Tint.alpha(PlatformerPalette.SEAM, 0.35f);
        canvas.rectangle(column, top - 0.62f, 1f, 0.4f, Tint.alpha(shade, 0f), shade);
        for (int i = 0; i < 4; i++) { // fringes
            float x = left + (right - left) * (i + 0.5f) / 4f;
            float deep = 0.2f + 0.12f * chance(column, 50 + i);
            canvas.ellipse(x, top - 0.3f, 0.17f, deep, PlatformerPalette.GRASS, PlatformerPalette.GRASS_DARK, 10);
        }
    }

    private void turf(Canvas canvas, int column, int top, float time) {
        int lit = PlatformerPalette.GRASS_LIT;
        float left = column - (height(column - 1) < top ? 0.08f : 0f);
        float right = column + 1f + (height(column + 1) < top ? 0.08f : 0f);
        canvas.rectangle(left, top - 0.2f, right - left, 0.2f, PlatformerPalette.GRASS, lit);
        canvas.rectangle(left, top - 0.05f, right - left, 0.05f, lit, Tint.mix(lit, PlatformerPalette.WHITE, 0.45f));
        for (int i = 0; i < 3 && !level.hasSpikes(column); i++) { // blades
            float x = column + 0.1f + 0.8f * chance(column, 60 + i);
            float sway = 0.05f * MathUtils.sin(1.8f * time + 0.7f * x);
            float tall = 0.1f + 0.16f * chance(column, 70 + i);
            int tip = Tint.mix(PlatformerPalette.GRASS, lit, chance(column, 80 + i));
            canvas.line(x, top - 0.02f, 0.07f, PlatformerPalette.GRASS, x + sway, top + tall, 0.01f, tip);
        }
        if (chance(column, 90) > 0.86f && !level.hasSpikes(column)) { // a flower
            float x = column + 0.5f + 0.04f * MathUtils.sin(1.8f * time + column);
            canvas.line(column + 0.5f, top, x, top + 0.3f, 0.035f, PlatformerPalette.GRASS_DARK);
            int petal = chance(column, 91) > 0.5f ? PlatformerPalette.FLAG : PlatformerPalette.WHITE;
            for (int i = 0; i < 5; i++) {
                float angle = MathUtils.PI2 * i / 5f;
                float px = x + 0.07f * MathUtils.cos(angle);
                canvas.disc(px, top + 0.34f + 0.07f * MathUtils.sin(angle), 0.055f, petal, 8);
            }
            canvas.disc(x, top + 0.34f, 0.05f, PlatformerPalette.GOLD, 8);
        }
    }

    private void plank(Canvas canvas, int column, int top) {
        canvas.rectangle(column, top - 1f, 1f, 1f, PlatformerPalette.PLANK_DARK, PlatformerPalette.PLANK);
        canvas.rectangle(
                column, top - 0.16f, 1f, 0.16f, PlatformerPalette.PLANK, Tint.shade(PlatformerPalette.PLANK, 1.25f));
        int seam = Tint.alpha(PlatformerPalette.SEAM, 0.35f);
        canvas.rectangle(column + 0.06f, top - 0.56f, 0.88f, 0.04f, seam, seam);
        canvas.rectangle(column, top - 1f, 0.04f, 0.84f, seam, seam);
        canvas.rectangle(column + 0.5f, top - 0.52f, 0.04f, 0.36f, seam, seam);
        for (int i = 0; i < 2; i++) {
            canvas.disc(column + 0.14f + 0.72f * i, top - 0.3f, 0.045f, PlatformerPalette.PLANK_DARK, 8);
        }
    }

    private static void spikes(Canvas canvas, int column, int y) {
        for (int i = 0; i < 3; i++) {
            float x = column + (i + 0.5f) / 3f;
            float tip = y + PlatformerBodies.SPIKE_HEIGHT + 0.06f;
            int lit = PlatformerPalette.STEEL;
            int dark = PlatformerPalette.STEEL_DARK;
            canvas.triangle(x - 0.17f, y - 0.1f, dark, x, tip, lit, x + 0.03f, y - 0.1f, lit);
            canvas.triangle(x + 0.03f, y - 0.1f, dark, x, tip, lit, x + 0.17f, y - 0.1f, Tint.shade(dark, 0.7f));
        }
    }

    private void flag(Canvas canvas, float time) {
        float x = level.flagX();
        float y = level.ground((int) x);
        float top = y + PlatformerBodies.POLE_HEIGHT - 0.6f;
        canvas.line(x, y - 0.1f, 0.17f, PlatformerPalette.POLE_DARK, x, top, 0.12f, PlatformerPalette.POLE);
        canvas.disc(x, top + 0.08f, 0.17f, PlatformerPalette.GOLD, 20);
        canvas.disc(x - 0.05f, top + 0.13f, 0.06f, PlatformerPalette.GOLD_LIT, 12);
        int strips = 12;
        for (int i = 0; i < strips; i++) {
            float a = i / (float) strips;
            float b = (i + 1f) / strips;
            float waveA = 0.16f * a * MathUtils.sin(5f * time - 6f * a);
            float waveB = 0.16f * b * MathUtils.sin(5f * time - 6f * b);
            float light = 0.5f + 0.5f * MathUtils.cos(5f * time - 6f * a);
            int colour = Tint.mix(PlatformerPalette.FLAG_DARK, PlatformerPalette.FLAG, 0.35f + 0.65f * light);
            canvas.quad(
                    x + CLOTH * a,
                    top - 1.15f + 0.2f * a + waveA,
                    x + CLOTH * b,
                    top - 1.15f + 0.2f * b + waveB,
                    colour,
                    x + CLOTH * b,
                    top - 0.05f - 0.2f * b + waveB,
                    x + CLOTH * a,
                    top - 0.05f - 0.2f * a + waveA,
                    Tint.shade(colour, 1.1f));
        }
    }
}
