package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.box2d.LegContacts;
import java.util.Collections;
import java.util.List;

/**
 * One instance of the lander: a craft that falls towards hills and is to stand still between the flags.
 *
 * <p>Rewards: the gain in nearness, slowness and uprightness of each step; -0.3 for each step of the main engine, -0.03 for a side
 * engine; -100 for a crash or for leaving the field, +100 for coming to rest. An episode is solved at 200. It is cut off after 1000
 * steps.
 *
 * <p>Each episode has a Box2D world of its own: an emptied one would not play the same.
 *
 * <p>Thread safety: used by one thread at a time; instances share nothing. A step allocates nothing.
 */
public final class LanderSimulation implements Simulation {
    private static final double MAIN_COST = 0.30;
    private static final double SIDE_COST = 0.03;
    private static final double END_REWARD = 100;
    private static final float STEP_SECONDS = 1f / LanderField.STEPS_PER_SECOND;

    private enum Outcome {
        FLYING,
        LANDED,
        CRASHED,
        LEFT
    }

    private final LanderSettings settings;
    private final LanderChance chance;
    private final LanderGround ground = new LanderGround();
    private final LegContacts contacts = new LegContacts();
    private final LanderEngines engines;
    private final LanderState state = new LanderState();
    private final LanderAgent agent;
    private final LanderBody hull = new LanderBody();
    private final LanderBody[] legs = {new LanderBody(), new LanderBody()};
    private World world;
    private LanderCraftBodies craft;
    private Outcome outcome = Outcome.FLYING;
    private double shaping;
    private boolean disposed;

    /**
     * Makes an instance; {@link #reset} must come before the first step.
     *
     * @param settings of the physics
     * @param continuous whether the engines are throttled, rather than switched on and off
     */
    public LanderSimulation(LanderSettings settings, boolean continuous) {
        this(settings, continuous, new LanderChance.Drawn());
    }

    LanderSimulation(LanderSettings settings, boolean continuous, LanderChance chance) {
        this.settings = settings;
        this.chance = chance;
        engines = new LanderEngines(chance);
        agent = new LanderAgent(this, continuous);
    }

    @Override
    public List<LanderAgent> agents() {
        return Collections.singletonList(agent);
    }

    @Override
    public void reset(long seed) {
        requireUsable();
        disposeWorld();
        world = newWorld();
        chance.reset(seed);
        ground.shape(chance);
        ground.build(world);
        craft = new LanderCraftBodies(world);
        craft.hull.applyForceToCenter((float) chance.push(), (float) chance.push(), true);
        contacts.reset(craft.hull, craft.legs);
        world.setContactListener(contacts);
        engines.reset();
        outcome = Outcome.FLYING;
        advance();
        shaping = state.shaping();
        agent.resetReward();
    }

    private static World newWorld() {
        Box2DNatives.require();
        World world = new World(new Vector2(0, -10), true);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        return world;
    }

    @Override
    public void step() {
        craft();
        advance();
        judge();
    }

    private void advance() {
        engines.burn(craft.hull);
        world.step(STEP_SECONDS, settings.velocityIterations(), settings.positionIterations());
        state.read(craft.hull, contacts);
    }

    private void judge() {
        double before = shaping;
        shaping = state.shaping();
        double reward = shaping - before - engines.mainPower() * MAIN_COST - Math.abs(engines.sidePower()) * SIDE_COST;
        if (contacts.isFallen() || state.isOutside()) {
            outcome = contacts.isFallen() ? Outcome.CRASHED : Outcome.LEFT;
            reward = -END_REWARD;
        }
        if (!craft.hull.isAwake()) {
            outcome = Outcome.LANDED;
            reward = END_REWARD;
        }
        agent.addReward(reward);
    }

    @Override
    public boolean isEpisodeOver() {
        return outcome != Outcome.FLYING;
    }

    LanderState state() {
        return state;
    }

    LanderEngines engines() {
        return engines;
    }

    /**
     * Height of the ground at each corner; corners are 2 metres apart, the first at 0.
     *
     * @return {@code [11]}, metres; kept, do not modify
     */
    public float[] terrainHeights() {
        return ground.heights();
    }

    /**
     * Left end of the pad.
     *
     * @return metres
     */
    public float padLeft() {
        return (float) LanderField.cornerX(LanderField.PAD_FIRST);
    }

    /**
     * Right end of the pad.
     *
     * @return metres
     */
    public float padRight() {
        return (float) LanderField.cornerX(LanderField.PAD_LAST);
    }

    /**
     * Height of the pad.
     *
     * @return metres, of the ground there; smoothing took 1 % of it, from which the observed height counts
     */
    public float padY() {
        return ground.heights()[LanderField.CORNERS / 2];
    }

    /**
     * Where the hull is.
     *
     * @return overwritten by the next call
     */
    public LanderBody hull() {
        return hull.read(craft().hull);
    }

    /**
     * Where a leg is.
     *
     * @param leg 0 or 1
     * @return overwritten by the next call for this leg
     */
    public LanderBody leg(int leg) {
        return legs[leg].read(craft().legs[leg]);
    }

    /**
     * Whether a leg touches the ground.
     *
     * @param leg 0 or 1
     * @return true while it does
     */
    public boolean legContact(int leg) {
        return contacts.isTouching(leg);
    }

    /**
     * How strongly the main engine burns.
     *
     * @return 0, or 0.5 to 1
     */
    public float mainPower() {
        return (float) engines.mainPower();
    }

    /**
     * How strongly a side engine burns.
     *
     * @return 0, or 0.5 to 1, negative for choice "left"
     */
    public float sidePower() {
        return (float) engines.sidePower();
    }

    /**
     * Whether the episode ended because the hull touched the ground.
     *
     * @return true after a crash
     */
    public boolean isCrashed() {
        return outcome == Outcome.CRASHED;
    }

    /**
     * Whether the episode ended because the craft came to rest.
     *
     * @return true after a landing
     */
    public boolean isLanded() {
        return outcome == Outcome.LANDED;
    }

    /** The bodies, which must not be touched outside their world's life: that would end the whole process. */
    private LanderCraftBodies craft() {
        requireUsable();
        if (craft == null) {
            throw new IllegalStateException("lander: reset(seed) must come before the first step");
        }
        return craft;
    }

    private void requireUsable() {
        if (disposed) {
            throw new IllegalStateException("lander: the simulation was disposed; make a new one");
        }
    }

    private void disposeWorld() {
        if (world != null) {
            world.dispose();
            world = null;
            craft = null;
        }
    }

    @Override
    public void dispose() {
        disposeWorld();
        disposed = true;
    }
}
