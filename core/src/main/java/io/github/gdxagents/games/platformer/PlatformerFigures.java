package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Tint;

/** Draws what lives and turns: the hero, walkers and coins. A figure is drawn around its feet, squashed or stretched. */
final class PlatformerFigures {
    private final Canvas canvas;
    private float x;
    private float y;
    private float across; // how wide it is drawn, negative if it looks to the left
    private float up;
    private float lean;

    PlatformerFigures(Canvas canvas) {
        this.canvas = canvas;
    }

    /** The next parts belong to a figure that stands here; a stretch of 0 is its natural shape, -0.5 half its height. */
    private void stand(float newX, float newY, float facing, float stretch, float newLean) {
        x = newX;
        y = newY;
        up = 1f + stretch;
        across = facing / (float) Math.sqrt(up);
        lean = newLean;
    }

    private float px(float partX, float partY) {
        return x + across * partX + lean * partY;
    }

    private float py(float partY) {
        return y + up * partY;
    }

    private void oval(float partX, float partY, float radiusX, float radiusY, int centre, int rim) {
        canvas.ellipse(px(partX, partY), py(partY), Math.abs(across) * radiusX, up * radiusY, centre, rim, 24);
    }

    private void limb(float x1, float y1, float x2, float y2, float width, int colour) {
        canvas.line(px(x1, y1), py(y1), px(x2, y2), py(y2), width, colour);
        canvas.disc(px(x2, y2), py(y2), width / 2f, colour, 12);
    }

    private void wedge(float x1, float y1, float x2, float y2, float x3, float y3, int colour) {
        canvas.triangle(
                px(x1, y1), py(y1), colour, px(x2, y2), py(y2), colour, px(x3, y3), py(y3), Tint.shade(colour, 0.8f));
    }

    /** A soft shadow on the ground below. */
    void shadow(float shadowX, float ground, float above) {
        float near = MathUtils.clamp(1f - above / 4f, 0f, 1f);
        int dark = Tint.alpha(PlatformerPalette.SEAM, 0.4f * near);
        canvas.ellipse(shadowX, ground, 0.45f, 0.09f, dark, Tint.alpha(dark, 0f), 20);
    }

    /**
     * A fox with a scarf.
     *
     * @param stride the phase of its run, radians; a step is half a turn
     * @param pace 0 stands, 1 runs
     * @param rise vertical velocity, metres per second; 0 on the ground
     */
    void hero(float heroX, float heroY, float facing, float stretch, float stride, float pace, float rise, float time) {
        boolean flies = rise != 0f;
        float bob = flies ? 0f : 0.05f * pace * Math.abs(MathUtils.sin(stride)) + 0.012f * MathUtils.sin(4f * time);
        stand(heroX, heroY, facing, stretch, 0.1f * facing * pace);
        tail(flies ? MathUtils.clamp(-0.02f * rise, -0.2f, 0.08f) : 0.08f * MathUtils.sin(stride + 1f), time);
        scarf(bob, pace, rise, time);
        leg(-0.1f, stride + MathUtils.PI, pace, flies, rise);
        float swing = flies ? 1.1f : pace * MathUtils.sin(stride);
        limb(-0.12f, 0.5f + bob, -0.12f - 0.24f * swing, 0.36f + bob, 0.13f, PlatformerPalette.FUR_DARK);
        oval(0f, 0.45f + bob, 0.29f, 0.31f, PlatformerPalette.FUR, PlatformerPalette.FUR_DARK);
        oval(0.09f, 0.41f + bob, 0.18f, 0.22f, PlatformerPalette.BELLY, Tint.shade(PlatformerPalette.BELLY, 0.93f));
        leg(0.1f, stride, pace, flies, rise);
        head(0.82f + bob, time);
        oval(0.02f, 0.6f + bob, 0.25f, 0.085f, PlatformerPalette.SCARF, PlatformerPalette.SCARF_DARK);
        limb(0.1f, 0.5f + bob, 0.1f + 0.26f * swing, (flies ? 0.6f : 0.38f) + bob, 0.13f, PlatformerPalette.FUR);
    }

    private void leg(float side, float phase, float pace, boolean flies, float rise) {
        float reach = flies ? 0.1f * MathUtils.sin(phase) : 0.24f * pace * MathUtils.cos(phase);
        float lift = flies ? (rise > 0f ? 0.02f : 0.1f) : 0.17f * pace * Math.max(0f, -MathUtils.sin(phase));
        float foot = reach + (flies ? 1f : 1f - pace) * side;
        int boot = side < 0f ? Tint.shade(PlatformerPalette.BOOT, 0.75f) : PlatformerPalette.BOOT;
        limb(0.3f * foot, 0.28f, foot, 0.13f + lift, 0.15f, PlatformerPalette.FUR_DARK);
        oval(foot + 0.05f, 0.09f + lift, 0.16f, 0.1f, boot, Tint.shade(boot, 0.8f));
    }

    private void tail(float swing, float time) {
        float wag = swing + 0.04f * MathUtils.sin(3f * time);
        for (int i = 0; i < 7; i++) {
            float along = i / 6f;
            float radius = 0.09f + 0.1f * MathUtils.sin(MathUtils.PI * (0.15f + 0.75f * along));
            int colour = i > 4 ? PlatformerPalette.BELLY : PlatformerPalette.FUR_DARK;
            oval(-0.22f - 0.42f * along, 0.3f + 0.3f * along * along + wag * along, radius, radius, colour, colour);
        }
    }

    private void scarf(float bob, float pace, float rise, float time) {
        float fromX = -0.12f;
        float fromY = 0.6f + bob;
        float blown = MathUtils.clamp(pace, 0f, 1f);
        for (int i = 1; i <= 6; i++) {
            float along = i / 6f;
            float wave = 0.07f * along * MathUtils.sin(11f * time - 5f * along);
            float toX = -0.12f - (0.15f + 0.6f * blown) * along;
            float fall = -0.4f * (1f - blown) - MathUtils.clamp(0.03f * rise, -0.35f, 0.35f);
            float toY = 0.6f + bob + fall * along + wave;
            int colour = Tint.mix(PlatformerPalette.SCARF, PlatformerPalette.SCARF_DARK, along);
            canvas.line(px(fromX, fromY), py(fromY), 0.17f, colour, px(toX, toY), py(toY), 0.15f, colour);
            fromX = toX;
            fromY = toY;
        }
    }

    private void head(float middle, float time) {
        wedge(-0.27f, middle + 0.1f, -0.2f, middle + 0.5f, 0f, middle + 0.24f, PlatformerPalette.FUR_DARK);
        wedge(0.02f, middle + 0.24f, 0.2f, middle + 0.5f, 0.28f, middle + 0.08f, PlatformerPalette.FUR);
        wedge(0.08f, middle + 0.23f, 0.19f, middle + 0.41f, 0.24f, middle + 0.14f, PlatformerPalette.BOOT);
        oval(
                0f,
                middle,
                0.34f,
                0.28f,
                PlatformerPalette.FUR,
                Tint.mix(PlatformerPalette.FUR, PlatformerPalette.FUR_DARK, 0.6f));
        oval(0.15f, middle - 0.09f, 0.22f, 0.16f, PlatformerPalette.BELLY, PlatformerPalette.BELLY);
        boolean blinks = time % 3.1f < 0.12f;
        float tall = blinks ? 0.015f : 0.095f;
        oval(0.04f, middle + 0.05f, 0.058f, tall, PlatformerPalette.EYE, PlatformerPalette.EYE);
        oval(0.23f, middle + 0.05f, 0.052f, tall, PlatformerPalette.EYE, PlatformerPalette.EYE);
        if (!blinks) {
            oval(0.06f, middle + 0.09f, 0.02f, 0.027f, PlatformerPalette.WHITE, PlatformerPalette.WHITE);
            oval(0.25f, middle + 0.09f, 0.02f, 0.027f, PlatformerPalette.WHITE, PlatformerPalette.WHITE);
        }
        oval(0.34f, middle - 0.05f, 0.06f, 0.045f, PlatformerPalette.EYE, PlatformerPalette.EYE);
    }

    /** A beetle in a bad mood; {@code flat} is 0 alive and 1 when nothing is left of it. */
    void walker(float walkerX, float walkerY, float velocity, float flat, float time) {
        float step = 7f * time + walkerX;
        stand(walkerX, walkerY, velocity < 0f ? -1f : 1f, -0.75f * Math.min(1f, 4f * flat), 0f);
        float bob = flat > 0f ? 0f : 0.03f * Math.abs(MathUtils.sin(step));
        for (int foot = -1; foot <= 1; foot += 2) {
            float lift = flat > 0f ? 0f : 0.07f * Math.max(0f, MathUtils.sin(step + foot));
            oval(0.2f * foot + 0.05f, 0.07f + lift, 0.14f, 0.08f, PlatformerPalette.BOOT, PlatformerPalette.EYE);
        }
        oval(0f, 0.38f + bob, 0.44f, 0.34f, PlatformerPalette.SHELL, PlatformerPalette.SHELL_DARK);
        oval(-0.1f, 0.5f + bob, 0.26f, 0.16f, PlatformerPalette.SHELL_LIT, Tint.alpha(PlatformerPalette.SHELL_LIT, 0f));
        for (int spot = 0; spot < 3; spot++) {
            oval(
                    -0.27f + 0.16f * spot,
                    0.6f - 0.1f * Math.abs(spot - 1) + bob,
                    0.05f,
                    0.04f,
                    PlatformerPalette.GOLD,
                    PlatformerPalette.GOLD);
        }
        oval(0.2f, 0.3f + bob, 0.25f, 0.2f, PlatformerPalette.BELLY, Tint.shade(PlatformerPalette.BELLY, 0.85f));
        for (int eye = 0; eye < 2; eye++) {
            float eyeX = 0.13f + 0.17f * eye;
            oval(eyeX, 0.37f + bob, 0.075f, 0.09f, PlatformerPalette.WHITE, PlatformerPalette.WHITE);
            oval(eyeX + 0.02f, 0.36f + bob, 0.04f, 0.05f, PlatformerPalette.EYE, PlatformerPalette.EYE);
        }
        limb(0.03f, 0.5f + bob, 0.19f, 0.43f + bob, 0.05f, PlatformerPalette.EYE);
        limb(0.42f, 0.5f + bob, 0.28f, 0.43f + bob, 0.05f, PlatformerPalette.EYE);
    }

    /** A coin that spins, and now and then sparkles. */
    void coin(float coinX, float coinY, float time) {
        float turn = MathUtils.cos(3.4f * time - 0.5f * coinX);
        float middle = coinY + 0.06f * MathUtils.sin(2.4f * time + coinX);
        float wide = PlatformerCoin.RADIUS * Math.max(0.16f, Math.abs(turn));
        float edge = 0.06f * Math.signum(turn) * (1f - Math.abs(turn));
        int dark = PlatformerPalette.GOLD_DARK;
        canvas.ellipse(coinX + edge, middle, wide + 0.02f, PlatformerCoin.RADIUS + 0.02f, dark, dark, 24);
        canvas.ellipse(
                coinX,
                middle,
                wide,
                PlatformerCoin.RADIUS,
                PlatformerPalette.GOLD,
                Tint.shade(PlatformerPalette.GOLD, 0.92f),
                24);
        canvas.ring(coinX, middle, 0.72f * wide, 0.72f * PlatformerCoin.RADIUS, 0.035f, dark, 20);
        canvas.ellipse(
                coinX - 0.3f * wide,
                middle + 0.1f,
                0.22f * wide,
                0.12f,
                PlatformerPalette.GOLD_LIT,
                PlatformerPalette.GOLD_LIT,
                12);
        float glint = MathUtils.sin(1.7f * time + 2.3f * coinX) - 0.8f;
        if (glint > 0f) {
            sparkle(coinX + 0.16f, middle + 0.2f, 1.6f * glint);
        }
    }

    private void sparkle(float sparkleX, float sparkleY, float size) {
        int core = PlatformerPalette.WHITE;
        canvas.line(sparkleX - size, sparkleY, 0f, core, sparkleX, sparkleY, 0.07f, core);
        canvas.line(sparkleX + size, sparkleY, 0f, core, sparkleX, sparkleY, 0.07f, core);
        canvas.line(sparkleX, sparkleY - size, 0f, core, sparkleX, sparkleY, 0.07f, core);
        canvas.line(sparkleX, sparkleY + size, 0f, core, sparkleX, sparkleY, 0.07f, core);
    }
}
