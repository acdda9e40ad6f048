package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.games.view.Particles;
import io.github.gdxagents.games.view.Pose;
import io.github.gdxagents.games.view.Tint;

/**
 * Shows a race from above: follows the first car that still drives, with a map of the track in a corner.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
public final class RacerView implements GameView {
    private static final float SIGHT = 38f; // metres, of height
    private static final float AHEAD_SECONDS = 0.75f;
    private static final float SLIDE_SEEN = 1f; // m/s

    private final RacerSimulation simulation;
    private final Canvas canvas = new Canvas();
    private final FollowCamera camera = new FollowCamera(SIGHT, SIGHT);
    private final RacerLand land = new RacerLand();
    private final RacerRoad road = new RacerRoad();
    private final RacerMarks marks = new RacerMarks();
    private final Particles smoke = new Particles(420, 0f, 1.6f);
    private final RandomStream random = RandomStream.of(11);
    private final Seen[] cars;

    /** What is seen of a car. */
    private static final class Seen {
        final Pose before = new Pose();
        final Pose now = new Pose();
        final Pose shown = new Pose();
        boolean isGone;
    }

    /**
     * Makes a view. Needs a graphics context.
     *
     * @param simulation is only read
     */
    public RacerView(RacerSimulation simulation) {
        this.simulation = simulation;
        cars = new Seen[simulation.agents().size()];
        for (int i = 0; i < cars.length; i++) {
            cars[i] = new Seen();
        }
    }

    @Override
    public void resize(int x, int y, int width, int height) {
        camera.resize(x, y, width, height);
    }

    @Override
    public void reset() {
        land.reset(simulation.track());
        road.reset(simulation.track());
        marks.clear();
        smoke.clear();
        for (int i = 0; i < cars.length; i++) {
            read(i);
            cars[i].before.set(cars[i].now);
        }
        camera.show(cars[0].now.x, cars[0].now.y, 1f, 0f);
    }

    private RacerCar car(int i) {
        return simulation.agents().get(i).car();
    }

    private void read(int i) {
        RacerCar car = car(i);
        cars[i].now.set(car.x(), car.y(), car.angle());
        cars[i].isGone = simulation.agents().get(i).status() == StepStatus.INACTIVE;
    }

    @Override
    public void step() {
        for (int i = 0; i < cars.length; i++) {
            cars[i].before.set(cars[i].now);
            read(i);
            if (!cars[i].isGone) {
                slide(i, RacerCar.FRONT, (float) RacerCar.AXLE);
                slide(i, RacerCar.REAR, -(float) RacerCar.AXLE);
            }
        }
    }

    private void slide(int i, int axle, float ahead) {
        float slide = (float) car(i).slide(axle);
        if (slide < SLIDE_SEEN) {
            return;
        }
        for (float side = -0.8f; side < 1f; side += 1.6f) {
            float x = wheelX(cars[i].now, ahead, side);
            float y = wheelY(cars[i].now, ahead, side);
            float opacity = Math.min(0.7f, 0.1f + 0.15f * slide);
            marks.add(wheelX(cars[i].before, ahead, side), wheelY(cars[i].before, ahead, side), x, y, opacity);
            if (random.nextFloat() < 0.15f * slide) {
                int puff = smoke.emit(x, y, spread(1f), spread(1f), 0.6f + 0.8f * random.nextFloat());
                int white = Tint.alpha(RacerPalette.SMOKE, Math.min(0.5f, 0.1f * slide));
                smoke.look(puff, 0.4f, 1.5f, white, Tint.alpha(RacerPalette.SMOKE, 0f));
            }
        }
    }

    private static float wheelX(Pose pose, float ahead, float side) {
        return pose.x + ahead * MathUtils.cos(pose.angle) - side * MathUtils.sin(pose.angle);
    }

    private static float wheelY(Pose pose, float ahead, float side) {
        return pose.y + ahead * MathUtils.sin(pose.angle) + side * MathUtils.cos(pose.angle);
    }

    private float spread(float range) {
        return range * (2f * random.nextFloat() - 1f);
    }

    @Override
    public void render(float delta, float alpha) {
        smoke.update(delta);
        for (Seen car : cars) {
            car.shown.between(car.before, car.now, alpha);
        }
        follow(delta);
        camera.begin(canvas);
        land.draw(canvas, camera);
        road.draw(canvas, camera);
        marks.draw(canvas, camera);
        drawCars();
        smoke.draw(canvas, 0f);
        land.drawTrees(canvas, camera);
        drawMap();
        camera.end(canvas);
    }

    @Override
    public Matrix4 projection() {
        return camera.projection();
    }

    /** Looks ahead of a car, from farther away the faster it is. */
    private void follow(float delta) {
        int first = 0;
        while (first < cars.length - 1 && cars[first].isGone) {
            first++;
        }
        Pose pose = cars[first].shown;
        float speedX = (cars[first].now.x - cars[first].before.x) / RacerSimulation.STEP_SECONDS;
        float speedY = (cars[first].now.y - cars[first].before.y) / RacerSimulation.STEP_SECONDS;
        float zoom = 1f + 0.012f * (float) Math.sqrt(speedX * speedX + speedY * speedY);
        camera.follow(pose.x + AHEAD_SECONDS * speedX, pose.y + AHEAD_SECONDS * speedY, zoom, delta);
    }

    private void drawCars() {
        for (Seen car : cars) {
            if (!car.isGone) {
                RacerBodywork.shadow(canvas, car.shown);
            }
        }
        for (int i = 0; i < cars.length; i++) {
            if (!cars[i].isGone) {
                RacerCar car = car(i);
                boolean isBraking = car.isBraking();
                RacerBodywork.draw(canvas, cars[i].shown, (float) car.steering(), isBraking, RacerPalette.car(i));
                if (isBraking) {
                    canvas.shine();
                    RacerBodywork.glow(canvas, cars[i].shown);
                    canvas.cover();
                }
            }
        }
    }

    private void drawMap() {
        RacerTrack track = simulation.track();
        float scale = 0.22f * camera.height() / (2f * track.reach());
        float middleX = camera.left() + 0.15f * camera.height();
        float middleY = camera.bottom() + 0.15f * camera.height();
        float fine = camera.height() / 720f;
        canvas.disc(middleX, middleY, 0.14f * camera.height(), Tint.alpha(RacerPalette.SHADOW, 0.4f), 48);
        for (int pass = 0; pass < 2; pass++) {
            int colour = pass == 0 ? Tint.alpha(RacerPalette.SHADOW, 0.55f) : Tint.alpha(RacerPalette.PAINT, 0.9f);
            for (int i = 0; i < track.points(); i++) {
                canvas.line(
                        middleX + scale * track.pointX(i),
                        middleY + scale * track.pointY(i),
                        middleX + scale * track.pointX(i + 1),
                        middleY + scale * track.pointY(i + 1),
                        (pass == 0 ? 9f : 3f) * fine,
                        colour);
            }
        }
        for (int i = cars.length - 1; i >= 0; i--) {
            if (!cars[i].isGone) {
                float x = middleX + scale * cars[i].shown.x;
                float y = middleY + scale * cars[i].shown.y;
                canvas.disc(x, y, 7f * fine, RacerPalette.RUBBER, 14);
                canvas.disc(x, y, 5f * fine, RacerPalette.car(i), 14);
            }
        }
    }

    @Override
    public void dispose() {
        canvas.dispose();
    }
}
