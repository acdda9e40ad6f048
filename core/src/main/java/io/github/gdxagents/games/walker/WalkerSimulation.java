package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.box2d.LegContacts;
import java.util.Collections;
import java.util.List;

/**
 * One instance of the walker: a hull on two legs that is to cross 89 metres of hills, on the hard course with stumps, pits and stairs.
 *
 * <p>Rewards: 4.33 for each metre to the right, -5 for each radian that the hull leans more, -0.028 for each motor at full power in each
 * step, which adds up to about 300 for the whole way; -100, instead of that step's reward, for falling or for leaving to the left. An
 * episode also ends on arrival. It is solved at 300. It is cut off after 1600 steps, on the hard course after 2000.
 *
 * <p>Each episode has a Box2D world of its own: an emptied one would not play the same.
 *
 * <p>Thread safety: used by one thread at a time; instances share nothing. A step allocates nothing.
 */
public final class WalkerSimulation implements Simulation {
    private static final double EFFORT_COST = 0.00035 * 80;
    private static final double FALL_REWARD = -100;
    /** How long a physics step lasts. */
    static final float STEP_SECONDS = 1f / WalkerField.STEPS_PER_SECOND;

    private enum Outcome {
        WALKING,
        ARRIVED,
        FELL,
        LEFT
    }

    private final WalkerSettings settings;
    private final WalkerChance chance;
    private final WalkerGround ground = new WalkerGround();
    private final LegContacts contacts = new LegContacts();
    private final WalkerLidar lidar = new WalkerLidar();
    private final WalkerState state = new WalkerState();
    private final WalkerAgent agent;
    private final float[] powers = new float[4];
    private World world;
    private WalkerBodies bodies;
    private Outcome outcome = Outcome.WALKING;
    private double startX;
    private double shaping;
    private boolean disposed;

    /**
     * Makes an instance; {@link #reset} must come before the first step.
     *
     * @param settings of the physics
     * @param hardcore whether stumps, pits and stairs are in the way
     */
    public WalkerSimulation(WalkerSettings settings, boolean hardcore) {
        this(settings, hardcore, new WalkerChance.Drawn(hardcore));
    }

    WalkerSimulation(WalkerSettings settings, boolean hardcore, WalkerChance chance) {
        this.settings = settings;
        this.chance = chance;
        agent = new WalkerAgent(this, hardcore);
    }

    @Override
    public List<WalkerAgent> agents() {
        return Collections.singletonList(agent);
    }

    @Override
    public void reset(long seed) {
        requireUsable();
        disposeWorld();
        world = newWorld();
        chance.reset(seed);
        chance.shape(ground);
        ground.build(world);
        bodies = new WalkerBodies(world);
        bodies.hull.applyForceToCenter((float) chance.push(), 0, true);
        contacts.reset(bodies.hull, bodies.legs[1], bodies.legs[3]); // the shins
        world.setContactListener(contacts);
        outcome = Outcome.WALKING;
        for (int joint = 0; joint < powers.length; joint++) {
            powers[joint] = 0;
        }
        advance();
        startX = state.x;
        shaping = state.shaping();
        agent.reset();
    }

    private static World newWorld() {
        Box2DNatives.require();
        World world = new World(new Vector2(0, -10), true);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        return world;
    }

    @Override
    public void step() {
        bodies();
        advance();
        judge();
    }

    private void advance() {
        for (int joint = 0; joint < powers.length; joint++) {
            bodies.drive(joint, powers[joint], joint % 2 == 0 ? WalkerState.HIP_SPEED : WalkerState.KNEE_SPEED);
        }
        world.step(STEP_SECONDS, settings.velocityIterations(), settings.positionIterations());
        state.read(bodies, contacts);
        lidar.cast(world, bodies.hull.getPosition());
    }

    private void judge() {
        double before = shaping;
        shaping = state.shaping();
        double reward = shaping - before;
        for (int joint = 0; joint < powers.length; joint++) {
            reward -= EFFORT_COST * Math.abs(powers[joint]);
        }
        if (state.x > WalkerField.GOAL_X) {
            outcome = Outcome.ARRIVED;
        }
        if (contacts.isFallen() || state.x < 0) {
            outcome = contacts.isFallen() ? Outcome.FELL : Outcome.LEFT;
            reward = FALL_REWARD;
        }
        agent.addReward(reward);
    }

    @Override
    public boolean isEpisodeOver() {
        return outcome != Outcome.WALKING;
    }

    /** Sets the power of a motor, from -1 to 1, until it is set again. */
    void setPower(int joint, float power) {
        powers[joint] = power;
    }

    WalkerState state() {
        return state;
    }

    WalkerLidar lidar() {
        return lidar;
    }

    WalkerGround ground() {
        return ground;
    }

    LegContacts contacts() {
        return contacts;
    }

    /**
     * How far the walker has come in this episode.
     *
     * @return metres to the right of where it began
     */
    public double distance() {
        return state.x - startX;
    }

    /**
     * Whether the episode ended because the hull touched something.
     *
     * @return true after a fall
     */
    public boolean isFallen() {
        return outcome == Outcome.FELL;
    }

    /**
     * Whether the episode ended because the walker came to the end of the landscape.
     *
     * @return true on arrival
     */
    public boolean isArrived() {
        return outcome == Outcome.ARRIVED;
    }

    /** The bodies, which must not be touched outside their world's life: that would end the whole process. */
    WalkerBodies bodies() {
        requireUsable();
        if (bodies == null) {
            throw new IllegalStateException("walker: reset(seed) must come before the first step");
        }
        return bodies;
    }

    private void requireUsable() {
        if (disposed) {
            throw new IllegalStateException("walker: the simulation was disposed; make a new one");
        }
    }

    private void disposeWorld() {
        if (world != null) {
            world.dispose();
            world = null;
            bodies = null;
        }
    }

    @Override
    public void dispose() {
        disposeWorld();
        disposed = true;
    }
}
