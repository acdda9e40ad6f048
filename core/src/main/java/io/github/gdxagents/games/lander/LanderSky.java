package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Backdrop;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Hills;
import io.github.gdxagents.games.view.Tint;

/** The far background: sky, twinkling stars, a planet and two ranges of hills, each moving less than what is before it. */
final class LanderSky {
    private static final int STARS = 260;
    private static final float HILLS_LEFT = -30f;
    private static final float[] SKY_HEIGHTS = {0f, 0.14f, 0.34f, 0.62f, 1f};

    private final float[] starX = new float[STARS];
    private final float[] starY = new float[STARS];
    private final float[] starSize = new float[STARS];
    private final float[] starPhase = new float[STARS];
    private final int[] skyColours = new int[SKY_HEIGHTS.length];
    private final Hills far;
    private final Hills near;

    LanderSky() {
        RandomStream random = RandomStream.of(20);
        for (int i = 0; i < STARS; i++) {
            starX[i] = random.nextFloat();
            starY[i] = random.nextFloat();
            float chance = random.nextFloat();
            starSize[i] = 0.018f + 0.05f * chance * chance * chance * chance;
            starPhase[i] = MathUtils.PI2 * random.nextFloat();
        }
        far = new Hills(random, 3.7f, 2.5f);
        near = new Hills(random, 2.7f, 1.5f);
    }

    void draw(Canvas canvas, FollowCamera camera, float time) {
        // the higher the camera, the less of the dusk is left
        float away = MathUtils.clamp(camera.bottom() / 30f, 0f, 1f);
        skyColours[0] = Tint.mix(LanderPalette.HORIZON, LanderPalette.ZENITH, away);
        skyColours[1] = skyColours[0];
        skyColours[2] = Tint.mix(LanderPalette.DUSK, LanderPalette.ZENITH, away);
        skyColours[3] = Tint.mix(LanderPalette.SKY, LanderPalette.ZENITH, 0.8f * away);
        skyColours[4] = LanderPalette.ZENITH;
        Backdrop.sky(canvas, camera, SKY_HEIGHTS, skyColours);
        canvas.shine();
        stars(canvas, camera, time);
        canvas.cover();
        planet(canvas, camera);
        hills(canvas, camera, far, 0.55f, LanderPalette.FAR_HILLS, LanderPalette.HORIZON);
        hills(canvas, camera, near, 0.3f, LanderPalette.NEAR_HILLS, LanderPalette.FAR_HILLS);
    }

    private void stars(Canvas canvas, FollowCamera camera, float time) {
        for (int i = 0; i < STARS; i++) {
            float depth = 0.93f - 1.2f * starSize[i];
            float x = camera.left() * depth % camera.width();
            float span = camera.width() * 1.1f;
            float px = camera.left() + wrap(starX[i] * span - x * 0.2f + camera.width(), span) - 0.05f * camera.width();
            float py = camera.bottom() + camera.height() * (0.3f + 0.75f * starY[i]) - 0.06f * camera.bottom();
            float twinkle = 0.72f + 0.28f * MathUtils.sin(time * (0.8f + 2f * starX[i]) + starPhase[i]);
            float height = MathUtils.clamp((starY[i] - 0.02f) * 2.5f, 0f, 1f);
            float scale = camera.height() / 14.4f;
            int colour = Tint.mix(LanderPalette.STAR, LanderPalette.GLASS, starX[i] * 7f % 1f * 0.5f);
            float size = starSize[i] * scale;
            canvas.disc(px, py, size, Tint.alpha(colour, twinkle * height), 8);
            if (starSize[i] > 0.04f) {
                int glow = Tint.alpha(colour, 0.16f * twinkle * height);
                canvas.ellipse(px, py, size * 5f, size * 5f, glow, Tint.alpha(colour, 0f), 16);
            }
        }
    }

    private static float wrap(float value, float span) {
        float rest = value % span;
        return rest < 0f ? rest + span : rest;
    }

    private static void planet(Canvas canvas, FollowCamera camera) {
        float x = camera.left() + 0.2f * camera.width();
        float y = camera.bottom() + 0.76f * camera.height();
        float radius = 0.055f * camera.height();
        int halo = LanderPalette.PLANET;
        canvas.shine();
        canvas.ellipse(x, y, radius * 3.2f, radius * 3.2f, Tint.alpha(halo, 0.2f), Tint.alpha(halo, 0f), 48);
        canvas.ellipse(x, y, radius * 1.35f, radius * 1.35f, Tint.alpha(halo, 0.55f), Tint.alpha(halo, 0f), 48);
        canvas.cover();
        canvas.disc(x, y, radius, LanderPalette.PLANET, 64);
        int land = Tint.alpha(LanderPalette.PLANET_LAND, 0.75f);
        canvas.ellipse(
                x - 0.3f * radius,
                y + 0.3f * radius,
                0.42f * radius,
                0.24f * radius,
                land,
                Tint.alpha(land, 0.25f),
                20);
        canvas.ellipse(
                x + 0.05f * radius, y - 0.35f * radius, 0.3f * radius, 0.4f * radius, land, Tint.alpha(land, 0.2f), 20);
        int cloud = Tint.alpha(LanderPalette.SHELL, 0.75f);
        canvas.ellipse(
                x - 0.15f * radius,
                y + 0.02f * radius,
                0.6f * radius,
                0.07f * radius,
                cloud,
                Tint.alpha(cloud, 0f),
                20);
        canvas.ellipse(
                x - 0.1f * radius, y + 0.62f * radius, 0.4f * radius, 0.06f * radius, cloud, Tint.alpha(cloud, 0f), 20);
        crescent(canvas, x, y, radius);
    }

    /** The night side: what lies between the right rim and a half ellipse, getting darker towards the rim. */
    private static void crescent(Canvas canvas, float x, float y, float radius) {
        int night = Tint.alpha(LanderPalette.ZENITH, 0.94f);
        int dusk = Tint.alpha(LanderPalette.ZENITH, 0f);
        for (int i = 0; i < 48; i++) {
            float a = MathUtils.PI * i / 48f - MathUtils.HALF_PI;
            float b = MathUtils.PI * (i + 1) / 48f - MathUtils.HALF_PI;
            float ya = y + radius * MathUtils.sin(a) * 1.012f;
            float yb = y + radius * MathUtils.sin(b) * 1.012f;
            float ra = radius * MathUtils.cos(a) * 1.012f;
            float rb = radius * MathUtils.cos(b) * 1.012f;
            canvas.quad(x - 0.15f * ra, ya, x - 0.15f * rb, yb, dusk, x + 0.45f * rb, yb, x + 0.45f * ra, ya, night);
            canvas.quad(x + 0.45f * ra, ya, x + 0.45f * rb, yb, night, x + rb, yb, x + ra, ya, night);
        }
    }

    private static void hills(Canvas canvas, FollowCamera camera, Hills hills, float depth, int top, int bottom) {
        float shiftX = (camera.left() + camera.width() / 2f - 10f) * depth + HILLS_LEFT;
        float shiftY = (camera.bottom() - LanderCamera.BOTTOM) * depth;
        float base = Math.min(camera.bottom(), -1f);
        int light = Tint.alpha(LanderPalette.HORIZON, 0.4f);
        hills.draw(canvas, camera, shiftX, shiftY, base, top, bottom, light);
    }
}
