package io.github.gdxagents.desktop;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DSimulation;
import io.github.gdxagents.sensor.BodySensor;
import io.github.gdxagents.sensor.EntitySensor;
import io.github.gdxagents.sensor.GridSensor;
import io.github.gdxagents.sensor.RaySensor;
import io.github.gdxagents.sensor.SensingAgent;
import io.github.gdxagents.sensor.Sensor;
import io.github.gdxagents.sensor.SensorGroup;
import io.github.gdxagents.sensor.StackedSensor;
import io.github.gdxagents.sensor.TargetSensor;
import java.util.List;

/** A scout in a room with crates, guards and coins, whose sensors are to be looked at; the documentation's pictures are of it. */
public final class PatrolSimulation implements Box2DSimulation, SensingAgent {
    private static final int WALL = 0x0002;
    private static final int GUARD = 0x0004;
    private static final int COIN = 0x0008;
    private static final float PI = (float) Math.PI;

    private final TargetSensor goal;
    private final Sensor sensors;
    private final BehaviorSpec behavior;
    private World world;
    private Body scout;

    private PatrolSimulation(Sensor shown, TargetSensor goal) {
        this.goal = goal;
        sensors = shown;
        ObservationSpec.Builder observation = ObservationSpec.builder();
        sensors.declare(observation);
        behavior = BehaviorSpec.builder("scout")
                .observation(observation.build())
                .action(ActionSpec.builder().continuous("turn").build())
                .decisionPeriod(6)
                .stepLimit(100)
                .build();
    }

    private static RaySensor eyes() {
        return RaySensor.builder("eyes")
                .rays(15)
                .fan(1.2f * PI)
                .length(7)
                .sees("wall", WALL)
                .sees("guard", GUARD)
                .sees("coin", COIN)
                .sensors(true)
                .normals(true)
                .build();
    }

    private static GridSensor map() {
        return GridSensor.builder("map")
                .cells(12, 12)
                .cellSize(0.7f)
                .offset(0, 2)
                .sees("wall", WALL)
                .sees("guard", GUARD)
                .sees("coin", COIN)
                .sensors(true)
                .build();
    }

    private static EntitySensor guards() {
        return EntitySensor.builder("guards")
                .sees(GUARD)
                .nearest(3)
                .range(7)
                .velocities(true)
                .build();
    }

    private static TargetSensor goal() {
        return TargetSensor.builder("goal").build();
    }

    /** What is made by the class name of one of these has the sensor that it is named after. */
    public abstract static class Factory implements SimulationFactory {
        abstract Sensor sensor(TargetSensor goal);

        @Override
        public Simulation create(SimulationSettings settings) {
            TargetSensor goal = goal();
            return new PatrolSimulation(sensor(goal), goal);
        }
    }

    /** With rays. */
    public static final class Eyes extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return StackedSensor.of(eyes(), 3, 6);
        }
    }

    /** With a grid. */
    public static final class Map extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return map();
        }
    }

    /** With a set of guards. */
    public static final class Guards extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return guards();
        }
    }

    /** With its own motion. */
    public static final class Own extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return BodySensor.builder("self").build();
        }
    }

    /** With a target. */
    public static final class Goal extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return goal;
        }
    }

    /** With everything. */
    public static final class All extends Factory {
        @Override
        Sensor sensor(TargetSensor goal) {
            return SensorGroup.of(
                    eyes(), map(), guards(), BodySensor.builder("self").build(), goal);
        }
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public List<PatrolSimulation> agents() {
        return List.of(this);
    }

    @Override
    public List<? extends Sensor> sensors() {
        return List.of(sensors);
    }

    @Override
    public void reset(long seed) {
        dispose();
        world = new World(new Vector2(), true);
        ChainShape room = new ChainShape();
        room.createLoop(new float[] {-8, -8, 8, -8, 8, 5, 5, 8, -8, 8});
        add(BodyDef.BodyType.StaticBody, 0, 0, 0, room, WALL);
        add(BodyDef.BodyType.StaticBody, 3.5f, 2.5f, 0.4f, box(1.2f, 0.7f), WALL);
        add(BodyDef.BodyType.StaticBody, -4, 3, -0.3f, box(0.8f, 1.5f), WALL);
        add(BodyDef.BodyType.StaticBody, 5, -4, 0.8f, box(0.9f, 0.9f), WALL);
        add(BodyDef.BodyType.StaticBody, -4.5f, -4.5f, 0, circle(1.3f), WALL);
        Body[] guards = {
            add(BodyDef.BodyType.DynamicBody, 1, 5, 0, circle(0.5f), GUARD),
            add(BodyDef.BodyType.DynamicBody, 5.5f, -0.5f, 0, circle(0.5f), GUARD),
            add(BodyDef.BodyType.DynamicBody, 0.5f, -5.5f, 0, circle(0.5f), GUARD)
        };
        guards[0].setLinearVelocity(-1.5f, -0.5f);
        guards[1].setLinearVelocity(-0.5f, 1.5f);
        guards[2].setLinearVelocity(2, 0.3f);
        add(BodyDef.BodyType.StaticBody, 2.5f, -1.5f, 0, circle(0.3f), COIN);
        add(BodyDef.BodyType.StaticBody, -1.5f, 3, 0, circle(0.3f), COIN);
        add(BodyDef.BodyType.StaticBody, 0.5f, 2.5f, 0, circle(0.3f), COIN);
        PolygonShape arrow = new PolygonShape();
        arrow.set(new float[] {0.6f, 0, -0.4f, 0.4f, -0.4f, -0.4f});
        scout = add(BodyDef.BodyType.DynamicBody, -1.5f, -2, 0.5f, arrow, 1);
        scout.setLinearVelocity(1.6f, 0.6f);
        scout.setAngularVelocity(0.8f);
        sensors.attach(world, scout);
        goal.attach(world, scout);
        goal.setTarget(4, 6);
    }

    private static Shape box(float halfWidth, float halfHeight) {
        PolygonShape box = new PolygonShape();
        box.setAsBox(halfWidth, halfHeight);
        return box;
    }

    private static Shape circle(float radius) {
        CircleShape circle = new CircleShape();
        circle.setRadius(radius);
        return circle;
    }

    private Body add(BodyDef.BodyType type, float x, float y, float angle, Shape shape, int category) {
        BodyDef definition = new BodyDef();
        definition.type = type;
        definition.position.set(x, y);
        definition.angle = angle;
        Body body = world.createBody(definition);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.density = 1;
        fixture.restitution = 1;
        fixture.isSensor = category == COIN;
        fixture.filter.categoryBits = (short) category;
        body.createFixture(fixture);
        shape.dispose();
        return body;
    }

    @Override
    public void step() {
        sensors.beforeStep();
        world.step(1f / 60f, 6, 2);
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public void observe(ObservationWriter out) {
        sensors.observe(out);
    }

    @Override
    public void act(Actions actions) {
        scout.applyTorque(actions.continuous(0), true);
    }

    @Override
    public float takeReward() {
        return 0;
    }

    @Override
    public StepStatus status() {
        return StepStatus.RUNNING;
    }

    @Override
    public void dispose() {
        if (world != null) {
            world.dispose();
            world = null;
        }
    }
}
