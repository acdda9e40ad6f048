package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.box2d.Box2DSimulation;
import java.util.Collections;
import java.util.List;

/**
 * One instance of the platformer: a hero on the way to the flag, in a level that the seed made.
 *
 * <p>Rewards: 0.1 for each metre of new ground, 0.1 for a coin, 5 for the flag, -1 for a death, -0.0025 for each physics step. A gap,
 * spikes and the side of a walker are deadly; who comes down on a walker ends it and is thrown up. An episode is cut off after 600
 * decisions.
 *
 * <p>Thread safety: used by one thread at a time; instances share nothing. A step allocates nothing.
 */
public final class PlatformerSimulation implements Box2DSimulation {
    private static final int VELOCITY_ITERATIONS = 4;
    private static final int POSITION_ITERATIONS = 2;
    private static final float DEEPEST = -1; // metres; who is below has fallen into a gap

    private final PlatformerSettings ownSettings;
    private final PlatformerLevel level = new PlatformerLevel();
    private final PlatformerLevelMaker maker = new PlatformerLevelMaker(level);
    private final PlatformerHero hero = new PlatformerHero();
    private final PlatformerContacts contacts = new PlatformerContacts(hero);
    private final PlatformerRewards rewards = new PlatformerRewards();
    private final PlatformerAgent agent;
    private World world;
    private PlatformerCoin[] coins = {};
    private PlatformerWalker[] walkers = {};
    private PlatformerOutcome outcome = PlatformerOutcome.RUNNING;
    private float farthest;
    private int coinsTaken;
    private int stomps;
    private boolean disposed;

    /**
     * Makes an instance; {@link #reset} must come before the first step.
     *
     * @param settings how hard its levels are, unless a reset says otherwise
     * @param rays whether the agent sees by rays, rather than by a grid
     */
    public PlatformerSimulation(PlatformerSettings settings, boolean rays) {
        ownSettings = settings;
        agent = new PlatformerAgent(this, rays);
    }

    @Override
    public List<PlatformerAgent> agents() {
        return Collections.singletonList(agent);
    }

    @Override
    public void reset(long seed) {
        reset(seed, ownSettings);
    }

    @Override
    public void reset(long seed, SimulationSettings settings) {
        reset(seed, PlatformerSettings.of(settings));
    }

    private void reset(long seed, PlatformerSettings settings) {
        requireUsable();
        disposeWorld();
        Box2DNatives.require();
        maker.make(settings, seed);
        world = new World(new Vector2(0, -PlatformerMotion.GRAVITY), false);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        coins = new PlatformerCoin[level.coins()];
        new PlatformerBodies(world, level).build(world, coins);
        walkers = new PlatformerWalker[level.walkers()];
        for (int i = 0; i < walkers.length; i++) {
            walkers[i] = new PlatformerWalker(world, level, i);
        }
        hero.reset(world, PlatformerLevel.START_X, level.ground((int) PlatformerLevel.START_X));
        contacts.clear();
        world.setContactListener(contacts);
        outcome = PlatformerOutcome.RUNNING;
        farthest = hero.x();
        coinsTaken = 0;
        stomps = 0;
        rewards.clear();
        agent.attach(world);
    }

    @Override
    public void step() {
        requireEpisode();
        agent.beforeStep();
        hero.beforeStep();
        for (PlatformerWalker walker : walkers) {
            walker.beforeStep();
        }
        contacts.clear();
        world.step(PlatformerMotion.STEP_SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        hero.afterStep();
        rewards.step();
        takeCoins();
        meetWalker();
        advance();
        judge();
    }

    private void takeCoins() {
        for (int i = 0; i < contacts.coinCount(); i++) {
            contacts.coin(i).take();
            coinsTaken++;
            rewards.coin();
        }
    }

    private void meetWalker() {
        PlatformerWalker walker = contacts.walker();
        if (walker == null) {
            return;
        }
        if (hero.cameDownOn(walker.y())) {
            walker.stomp();
            hero.bounce();
            stomps++;
        } else {
            outcome = PlatformerOutcome.CAUGHT;
        }
    }

    private void advance() {
        float x = Math.min(hero.x(), level.flagX());
        if (x > farthest) {
            rewards.advance(x - farthest);
            farthest = x;
        }
    }

    private void judge() {
        if (contacts.spikes()) {
            outcome = PlatformerOutcome.SPIKED;
        } else if (hero.feetY() < DEEPEST) {
            outcome = PlatformerOutcome.FELL;
        } else if (contacts.flag() && outcome == PlatformerOutcome.RUNNING) {
            outcome = PlatformerOutcome.FINISHED;
        }
        if (outcome == PlatformerOutcome.FINISHED) {
            rewards.finish();
        } else if (outcome != PlatformerOutcome.RUNNING) {
            rewards.die();
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return outcome != PlatformerOutcome.RUNNING;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Body focus() {
        return hero.body();
    }

    PlatformerHero hero() {
        return hero;
    }

    PlatformerRewards rewards() {
        return rewards;
    }

    PlatformerWalker[] walkers() {
        return walkers;
    }

    PlatformerCoin[] coins() {
        return coins;
    }

    int coinsTaken() {
        return coinsTaken;
    }

    int stomps() {
        return stomps;
    }

    /** The share of the way to the flag that was made, 0 to 1. */
    float progress() {
        return (farthest - PlatformerLevel.START_X) / (level.flagX() - PlatformerLevel.START_X);
    }

    /**
     * The level of the running episode.
     *
     * @return overwritten by the next reset
     */
    public PlatformerLevel level() {
        return level;
    }

    /**
     * How the episode ended.
     *
     * @return {@link PlatformerOutcome#RUNNING} while it goes on, and if it was cut off
     */
    public PlatformerOutcome outcome() {
        return outcome;
    }

    /** The bodies must not be touched outside their world's life: that would end the whole process. */
    private void requireEpisode() {
        requireUsable();
        if (world == null) {
            throw new IllegalStateException("platformer: reset(seed) must come before the first step");
        }
    }

    private void requireUsable() {
        if (disposed) {
            throw new IllegalStateException("platformer: the simulation was disposed; make a new one");
        }
    }

    private void disposeWorld() {
        if (world != null) {
            world.dispose();
            world = null;
            hero.forget();
        }
    }

    @Override
    public void dispose() {
        disposeWorld();
        disposed = true;
    }
}
