package io.github.gdxagents.desktop;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DSimulation;
import java.util.List;

/** Somebody's game with Box2D that brings no presentation: a ball on a floor that can be pushed. */
public final class BallSimulation implements Box2DSimulation, Agent {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("ball")
            .observation(ObservationSpec.of("x", "y"))
            .action(ActionSpec.builder().continuous("push").build())
            .stepLimit(120)
            .build();

    private World world;
    private Body ball;

    /** Makes it. */
    public static final class Factory implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            return new BallSimulation();
        }
    }

    /** The same game, but its world is kept for itself. */
    public static final class Secretive implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            BallSimulation game = new BallSimulation();
            return new Simulation() {
                @Override
                public List<? extends Agent> agents() {
                    return game.agents();
                }

                @Override
                public void reset(long seed) {
                    game.reset(seed);
                }

                @Override
                public void step() {
                    game.step();
                }

                @Override
                public void dispose() {
                    game.dispose();
                }
            };
        }
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Body focus() {
        return ball;
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        dispose();
        world = new World(new Vector2(0, -10), true);
        EdgeShape floor = new EdgeShape();
        floor.set(-20, 0, 20, 0);
        world.createBody(new BodyDef()).createFixture(floor, 0);
        floor.dispose();
        BodyDef definition = new BodyDef();
        definition.type = BodyDef.BodyType.DynamicBody;
        definition.position.set(0, 4);
        ball = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.setRadius(1);
        ball.createFixture(circle, 1);
        circle.dispose();
    }

    @Override
    public void step() {
        world.step(1f / 60f, 6, 2);
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(ball.getPosition().x, ball.getPosition().y);
    }

    @Override
    public void act(Actions actions) {
        ball.applyForceToCenter(10 * actions.continuous(0), 0, true);
    }

    @Override
    public float takeReward() {
        return 0.01f;
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
