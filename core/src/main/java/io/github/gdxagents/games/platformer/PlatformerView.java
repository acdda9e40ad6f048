package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.Dust;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.Particles;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;
import java.util.Arrays;

/**
 * Shows a platformer: takes places from it after each step, moves the camera ahead of the hero, and lets landings, coins, stomps, deaths
 * and the flag be felt.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
public final class PlatformerView implements GameView {
    private static final float STIFFNESS = 420f; // of the body, as a spring, per second squared
    private static final float DAMPING = 17f; // per second
    private static final float FLAT_SECONDS = 0.5f; // that a stomped walker is seen
    private static final float RUN_CYCLE = 2.6f; // radians for each metre

    private final PlatformerSimulation simulation;
    private final Canvas canvas = new Canvas();
    private final FollowCamera camera = new FollowCamera(19f, 10.5f);
    private final PlatformerScenery scenery;
    private final PlatformerFigures figures = new PlatformerFigures(canvas);
    private final Dust dust = new Dust(PlatformerPalette.DUST);
    private final Particles sparks = new Particles(240, 9f, 0.6f);
    private final RandomStream random = RandomStream.of(7);
    private final Pose before = new Pose();
    private final Pose now = new Pose();
    private final Pose shown = new Pose();
    private float[] flat = {}; // seconds since each walker was stomped; negative alive
    private boolean[] taken = {};
    private float stretch;
    private float stretching; // per second
    private float facing;
    private float stride;
    private float ground; // where the hero stood last
    private float overSince; // seconds; negative while it goes on
    private float time;

    /**
     * Makes a view. Needs a graphics context.
     *
     * @param simulation is only read
     */
    public PlatformerView(PlatformerSimulation simulation) {
        this.simulation = simulation;
        scenery = new PlatformerScenery(simulation.level());
    }

    @Override
    public void resize(int x, int y, int width, int height) {
        camera.resize(x, y, width, height);
    }

    @Override
    public void reset() {
        PlatformerHero hero = simulation.hero();
        now.set(hero.x(), hero.feetY(), 0f);
        before.set(now);
        flat = new float[simulation.walkers().length];
        taken = new boolean[simulation.coins().length];
        Arrays.fill(flat, -1f);
        dust.clear();
        sparks.clear();
        camera.bounds(0f, simulation.level().columns(), 0f);
        camera.shake(0f);
        camera.follow(now.x + 3f, now.y + 2f, 1f, Float.POSITIVE_INFINITY);
        stretch = 0f;
        stretching = 0f;
        facing = 1f;
        ground = now.y;
        overSince = -1f;
    }

    @Override
    public void step() {
        PlatformerHero hero = simulation.hero();
        before.set(now);
        now.set(hero.x(), hero.feetY(), hero.isGrounded() ? 0f : hero.velocityY()); // the angle has the flight
        if (hero.hasJumped()) {
            stretching += 5.5f;
            dust.touch(now.x, before.y, 0.6f);
        } else if (hero.isGrounded() && before.angle != 0f) {
            stretching -= Math.min(9f, 1.5f - 0.6f * before.angle);
            dust.touch(now.x, now.y, Math.min(2f, 0.5f - 0.12f * before.angle));
        } else if (hero.isGrounded() && Math.abs(hero.velocityX()) > 5f && random.nextFloat() < 0.16f) {
            dust.puff(now.x - 0.3f * facing, now.y + 0.05f, -facing, 0.4f, 0.3f);
        }
        if (hero.isGrounded()) {
            ground = now.y;
        }
        if (hero.move() != 0) {
            facing = hero.move();
        }
        stride = (stride + RUN_CYCLE * Math.abs(now.x - before.x)) % MathUtils.PI2;
        watchWalkers();
        watchCoins();
        if (simulation.isEpisodeOver() && overSince < 0f) {
            end();
        }
    }

    private void watchWalkers() {
        PlatformerWalker[] walkers = simulation.walkers();
        for (int i = 0; i < walkers.length; i++) {
            if (walkers[i].isStomped() && flat[i] < 0f) {
                flat[i] = 0f;
                stretching += 4f;
                camera.shake(0.25f);
                dust.touch(walkers[i].x(), walkers[i].y() - PlatformerWalker.HALF_HEIGHT, 1.5f);
            }
        }
    }

    private void watchCoins() {
        PlatformerCoin[] coins = simulation.coins();
        for (int i = 0; i < coins.length; i++) {
            if (coins[i].isTaken() && !taken[i]) {
                taken[i] = true;
                burst(coins[i].x, coins[i].y, 12, 3f, PlatformerPalette.GOLD_LIT, PlatformerPalette.GOLD);
            }
        }
    }

    private void end() {
        overSince = 0f;
        if (simulation.outcome() == PlatformerOutcome.FINISHED) {
            burst(now.x, now.y + 2f, 50, 7f, PlatformerPalette.GOLD, PlatformerPalette.FLAG);
            burst(now.x, now.y + 2f, 50, 7f, PlatformerPalette.GRASS_LIT, PlatformerPalette.ZENITH);
        } else {
            camera.shake(0.7f);
            burst(now.x, now.y + 0.5f, 24, 5f, PlatformerPalette.WHITE, PlatformerPalette.SCARF);
        }
    }

    private void burst(float x, float y, int count, float speed, int young, int old) {
        for (int i = 0; i < count; i++) {
            float angle = MathUtils.PI2 * random.nextFloat();
            float fast = speed * (0.3f + 0.7f * random.nextFloat());
            int spark = sparks.emit(
                    x,
                    y,
                    fast * MathUtils.cos(angle),
                    0.3f * speed + fast * MathUtils.sin(angle),
                    0.4f + 0.15f * speed * random.nextFloat());
            sparks.look(spark, 0.06f + 0.06f * random.nextFloat(), -0.05f, young, Tint.alpha(old, 0.3f));
        }
    }

    @Override
    public void render(float delta, float alpha) {
        time += delta;
        animate(delta);
        shown.between(before, now, alpha);
        PlatformerHero hero = simulation.hero();
        float height = MathUtils.clamp(ground, shown.y - 3f, shown.y);
        camera.follow(shown.x + 2f + 0.45f * hero.velocityX(), height + 2.2f, 1f, delta);
        camera.begin(canvas);
        scenery.drawDistance(canvas, camera, time);
        scenery.drawLevel(canvas, camera, time);
        drawCoins();
        drawWalkers(alpha);
        drawHero(hero);
        dust.draw(canvas);
        sparks.draw(canvas, 0.8f);
        camera.end(canvas);
    }

    private void animate(float delta) {
        float rest = Math.min(delta, 0.1f);
        stretching -= rest * (STIFFNESS * stretch + DAMPING * stretching);
        stretch = MathUtils.clamp(stretch + rest * stretching, -0.4f, 0.4f);
        dust.update(delta);
        sparks.update(delta);
        for (int i = 0; i < flat.length; i++) {
            flat[i] += flat[i] >= 0f ? delta : 0f;
        }
        overSince += overSince >= 0f ? delta : 0f;
        if (overSince >= 0f && delta > 0f && simulation.outcome() == PlatformerOutcome.FINISHED) {
            float x = camera.left() + camera.width() * random.nextFloat();
            int colour = random.nextInt(2) == 0 ? PlatformerPalette.GOLD : PlatformerPalette.FLAG;
            burst(x, camera.bottom() + camera.height(), 2, 2.5f, colour, colour); // confetti
        }
    }

    private boolean isSeen(float x) {
        return x > camera.left() - 1f && x < camera.left() + camera.width() + 1f;
    }

    private void drawCoins() {
        for (PlatformerCoin coin : simulation.coins()) {
            if (!coin.isTaken() && isSeen(coin.x)) {
                figures.coin(coin.x, coin.y, time);
            }
        }
    }

    private void drawWalkers(float alpha) {
        PlatformerWalker[] walkers = simulation.walkers();
        for (int i = 0; i < walkers.length; i++) {
            float x = walkers[i].x() - (1f - alpha) * walkers[i].velocity() * PlatformerMotion.STEP_SECONDS;
            if (isSeen(x) && flat[i] < FLAT_SECONDS) {
                float y = walkers[i].y() - PlatformerWalker.HALF_HEIGHT;
                figures.shadow(x, y, 0f);
                figures.walker(x, y, walkers[i].velocity(), Math.max(0f, flat[i] / FLAT_SECONDS), time);
            }
        }
    }

    private void drawHero(PlatformerHero hero) {
        float rise = now.angle;
        float pace = Math.min(1f, Math.abs(hero.velocityX()) / PlatformerMotion.RUN_SPEED);
        float y = shown.y;
        if (overSince >= 0f) {
            boolean finished = simulation.outcome() == PlatformerOutcome.FINISHED;
            pace = 0f;
            // a winner hops, a loser flies off
            y += finished
                    ? 0.8f * Math.abs(MathUtils.sin(7f * overSince))
                    : 9f * overSince - 15f * overSince * overSince;
            rise = finished ? 1f : -10f;
        } else {
            PlatformerLevel level = simulation.level();
            int column = MathUtils.clamp((int) shown.x, 0, level.columns() - 1);
            int below = level.ledge(column) > 0 && level.ledge(column) < y + 0.1f
                    ? level.ledge(column)
                    : level.ground(column);
            if (below > 0) {
                figures.shadow(shown.x, below, Math.max(0f, y - below));
            }
        }
        float air = MathUtils.clamp(0.008f * Math.abs(rise), 0f, 0.12f);
        figures.hero(shown.x, y, facing, stretch + air, stride, pace, rise, time);
    }

    @Override
    public Matrix4 projection() {
        return camera.projection();
    }

    @Override
    public void dispose() {
        canvas.dispose();
    }
}
