package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Backdrop;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Hills;
import io.github.gdxagents.games.view.Tint;

/** What lies behind the walker's way: a hazy sky with sun and clouds, three ranges of hills and a row of firs, each nearer and faster. */
final class WalkerScenery {
    private static final float[] SKY_HEIGHTS = {0f, 0.3f, 0.62f, 1f};
    private static final int[] SKY_COLOURS = {
        WalkerPalette.HAZE, WalkerPalette.HAZE, WalkerPalette.SKY, WalkerPalette.ZENITH
    };
    private static final float REST = 4.9f; // the camera's middle at which nothing is shifted
    private static final int CHANCES = 128;
    private static final float TREE_SPACING = 0.62f;
    private static final float CLOUD_SPACING = 4.6f;

    private final float[] chances = new float[CHANCES];
    private final Hills far;
    private final Hills middle;
    private final Hills near;

    WalkerScenery() {
        RandomStream random = RandomStream.of(11);
        for (int i = 0; i < CHANCES; i++) {
            chances[i] = random.nextFloat();
        }
        far = new Hills(random, 4.2f, 3f);
        middle = new Hills(random, 3.6f, 1.9f);
        near = new Hills(random, 3.1f, 1.1f);
    }

    /** A number from 0 to 1 that belongs to an index. */
    private float chance(int i) {
        return chances[(i % CHANCES + CHANCES) % CHANCES];
    }

    void draw(Canvas canvas, FollowCamera camera, float time) {
        Backdrop.sky(canvas, camera, SKY_HEIGHTS, SKY_COLOURS);
        sun(canvas, camera);
        clouds(canvas, camera, time);
        hills(
                canvas,
                camera,
                far,
                0.86f,
                WalkerPalette.FAR_HILLS,
                Tint.mix(WalkerPalette.FAR_HILLS, WalkerPalette.HAZE, 0.7f));
        hills(
                canvas,
                camera,
                middle,
                0.7f,
                WalkerPalette.MIDDLE_HILLS,
                Tint.mix(WalkerPalette.FAR_HILLS, WalkerPalette.HAZE, 0.35f));
        hills(canvas, camera, near, 0.5f, WalkerPalette.NEAR_HILLS, WalkerPalette.MIDDLE_HILLS);
        trees(canvas, camera, 0.32f);
    }

    private static void sun(Canvas canvas, FollowCamera camera) {
        float x = camera.left() + 0.76f * camera.width();
        float y = camera.bottom() + 0.68f * camera.height();
        float radius = 0.05f * camera.height();
        int gone = Tint.alpha(WalkerPalette.SUN, 0f);
        canvas.ellipse(x, y, 11f * radius, 11f * radius, Tint.alpha(WalkerPalette.HAZE, 0.55f), gone, 64);
        canvas.ellipse(x, y, 4f * radius, 4f * radius, Tint.alpha(WalkerPalette.SUN, 0.55f), gone, 48);
        canvas.ellipse(x, y, 1.6f * radius, 1.6f * radius, WalkerPalette.SUN, gone, 48);
        canvas.disc(x, y, radius, WalkerPalette.SUN, 48);
    }

    private void clouds(Canvas canvas, FollowCamera camera, float time) {
        float shift = 0.93f * camera.left() + 0.06f * time;
        int first = MathUtils.floor((camera.left() - shift) / CLOUD_SPACING) - 1;
        int last = MathUtils.ceil((camera.left() + camera.width() - shift) / CLOUD_SPACING) + 1;
        int gone = Tint.alpha(WalkerPalette.CLOUD, 0f);
        for (int i = first; i <= last; i++) {
            float x = shift + (i + 0.6f * chance(i)) * CLOUD_SPACING;
            float y = camera.bottom() + (0.6f + 0.34f * chance(3 * i + 1)) * camera.height();
            float size = 0.5f + 0.7f * chance(5 * i + 2);
            for (int puff = -2; puff <= 2; puff++) {
                float width = size * (0.9f - 0.16f * puff * puff * chance(i + puff));
                float height = 0.42f * width;
                int core = Tint.alpha(WalkerPalette.CLOUD, 0.55f);
                canvas.ellipse(x + 0.55f * size * puff, y + 0.1f * height, width, height, core, gone, 24);
            }
        }
    }

    private static void hills(Canvas canvas, FollowCamera camera, Hills hills, float depth, int top, int bottom) {
        float shiftX = camera.left() * depth;
        float shiftY = rise(camera, depth);
        float base = Math.min(camera.bottom(), 1f);
        hills.draw(canvas, camera, shiftX, shiftY, base, top, bottom, Tint.alpha(WalkerPalette.SUN, 0.22f));
    }

    private static float rise(FollowCamera camera, float depth) {
        return (camera.bottom() + camera.height() / 2f - REST) * depth;
    }

    private void trees(Canvas canvas, FollowCamera camera, float depth) {
        float shiftX = camera.left() * depth;
        float foot = 3f + rise(camera, depth);
        int first = MathUtils.floor((camera.left() - shiftX) / TREE_SPACING) - 1;
        int last = MathUtils.ceil((camera.left() + camera.width() - shiftX) / TREE_SPACING) + 1;
        for (int i = first; i <= last; i++) {
            float wood = chance(i / 7 * 3) + 0.5f * chance(i); // they stand in groups
            if (wood > 0.75f) {
                float height = 0.75f + 0.9f * chance(7 * i + 3);
                fir(canvas, shiftX + (i + 0.8f * chance(i + 50)) * TREE_SPACING, foot, height);
            }
        }
        canvas.rectangle(
                camera.left(),
                camera.bottom() - 1f,
                camera.width(),
                foot - camera.bottom() + 1.25f,
                WalkerPalette.TREE);
    }

    private static void fir(Canvas canvas, float x, float foot, float height) {
        for (int tier = 0; tier < 4; tier++) {
            float bottom = foot + height * (0.12f + 0.23f * tier);
            float top = foot + height * (0.52f + 0.2f * tier);
            float half = height * (0.27f - 0.052f * tier);
            int dark = WalkerPalette.TREE;
            int lit = Tint.mix(dark, WalkerPalette.TREE_LIT, 0.3f + 0.2f * tier);
            canvas.triangle(x - half, bottom, dark, x, top, dark, x, bottom, dark);
            canvas.triangle(x, bottom, dark, x, top, lit, x + half, bottom, lit);
        }
        canvas.rectangle(x - 0.04f * height, foot, 0.08f * height, 0.2f * height, WalkerPalette.TREE);
    }
}
