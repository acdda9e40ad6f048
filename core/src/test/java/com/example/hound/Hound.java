package com.example.hound;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Array;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DSimulation;
import io.github.gdxagents.sensor.BodySensor;
import io.github.gdxagents.sensor.RaySensor;
import io.github.gdxagents.sensor.SensingAgent;
import io.github.gdxagents.sensor.Sensor;
import io.github.gdxagents.sensor.SensorGroup;
import io.github.gdxagents.sensor.StackedSensor;
import java.util.Collections;
import java.util.List;

/** A hound in a yard that looks for treats. */
public final class Hound implements Box2DSimulation, SensingAgent {
    static final int YARD = 0x0002;
    static final int PERIOD = 4;

    final Array<Vector2> treats = new Array<>();
    final Sensor sensors = SensorGroup.of(
            StackedSensor.of(
                    RaySensor.builder("eyes")
                            .rays(9)
                            .fan(3)
                            .length(8)
                            .sees("yard", YARD)
                            .build(),
                    3,
                    PERIOD),
            BodySensor.builder("self").angle(false).build(),
            new NoseSensor(treats));
    final BehaviorSpec behavior;
    World world;
    Body body;
    float reward;

    public Hound() {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        sensors.declare(observation);
        behavior = BehaviorSpec.builder("hound")
                .observation(observation.build())
                .action(ActionSpec.builder().continuous("run", "turn").build())
                .decisionPeriod(PERIOD)
                .stepLimit(50)
                .build();
    }

    @Override
    public void reset(long seed) {
        dispose();
        world = new World(new Vector2(), true);
        build(RandomStream.of(seed));
        sensors.attach(world, body);
    }

    private void build(RandomStream random) {
        ChainShape yard = new ChainShape();
        yard.createLoop(new float[] {-6, -6, 6, -6, 6, 6, -6, 6});
        FixtureDef fixture = new FixtureDef();
        fixture.shape = yard;
        fixture.filter.categoryBits = YARD;
        world.createBody(new BodyDef()).createFixture(fixture);
        yard.dispose();
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.linearDamping = 2;
        definition.angularDamping = 2;
        body = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.setRadius(0.4f);
        body.createFixture(circle, 1);
        circle.dispose();
        treats.clear();
        for (int i = 0; i < 5; i++) {
            treats.add(new Vector2((float) random.uniform(-5, 5), (float) random.uniform(-5, 5)));
        }
        reward = 0;
    }

    @Override
    public void step() {
        sensors.beforeStep();
        world.step(1 / 60f, 6, 2);
        for (int i = treats.size - 1; i >= 0; i--) {
            if (treats.get(i).dst2(body.getPosition()) < 0.36f) {
                treats.removeIndex(i);
                reward++;
            }
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        sensors.observe(out);
    }

    @Override
    public List<Sensor> sensors() {
        return Collections.singletonList(sensors);
    }

    @Override
    public void act(Actions actions) {
        float force = 5 * actions.continuous(0);
        float angle = body.getAngle();
        body.applyForceToCenter(force * (float) StrictMath.cos(angle), force * (float) StrictMath.sin(angle), true);
        body.applyTorque(actions.continuous(1), true);
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return world == null ? StepStatus.INACTIVE : treats.isEmpty() ? StepStatus.TERMINATED : StepStatus.RUNNING;
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public List<Hound> agents() {
        return Collections.singletonList(this);
    }

    @Override
    public void dispose() {
        if (world != null) {
            world.dispose();
            world = null;
        }
    }
}
