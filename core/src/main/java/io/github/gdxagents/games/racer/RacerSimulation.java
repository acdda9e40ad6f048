package io.github.gdxagents.games.racer;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.box2d.Box2DSimulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A race: any number of cars on one track, from a standing start over some laps. {@link RacerAgent} has the rules for each of them.
 *
 * <p>Each episode has a track drawn from its seed and a Box2D world of its own.
 *
 * <p>Thread safety: used by one thread at a time; instances share nothing. A step allocates nothing.
 */
public final class RacerSimulation implements Simulation, Box2DSimulation {
    static final float STEP_SECONDS = 1f / 60f;
    static final short BORDER = 0x1;

    private static final float BORDER_FRICTION = 0.6f;
    private static final int VELOCITY_ITERATIONS = 8;
    private static final int POSITION_ITERATIONS = 3;
    /** Metres along the track: from the start line to the first car, and from car to car, which stand left and right by turns. */
    private static final double FIRST = 3;

    private static final double BEHIND = 4.5;

    private final RacerSettings own;
    private final List<RacerAgent> agents = new ArrayList<RacerAgent>();
    private final List<RacerAgent> shown = Collections.unmodifiableList(agents);
    private final RacerContacts contacts = new RacerContacts(agents);
    private RacerTrack track;
    private World world;
    private boolean disposed;

    /**
     * Makes an instance; {@link #reset} must come before the first step.
     *
     * @param settings of the race
     */
    public RacerSimulation(RacerSettings settings) {
        own = settings;
        for (int i = 0; i < settings.cars(); i++) {
            agents.add(new RacerAgent());
        }
    }

    @Override
    public List<RacerAgent> agents() {
        return shown;
    }

    @Override
    public void reset(long seed) {
        begin(seed, own);
    }

    /**
     * Begins a race on another kind of track; the number of cars is that of the instance.
     *
     * @throws IllegalArgumentException if the settings have another number of cars
     */
    @Override
    public void reset(long seed, SimulationSettings settings) {
        RacerSettings wanted = RacerSettings.of(settings);
        if (wanted.cars() != own.cars()) {
            throw new IllegalArgumentException(
                    "racer: setting 'cars' can't vary from episode to episode: the instance was made with " + own.cars()
                            + ", but " + wanted.cars() + " are wanted; make another instance");
        }
        begin(seed, wanted);
    }

    private void begin(long seed, RacerSettings settings) {
        requireUsable();
        Box2DNatives.require();
        disposeWorld();
        track = new RacerTrackMaker(RandomStream.of(seed), settings).draw();
        world = new World(new Vector2(), true);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        buildBorders();
        for (int i = 0; i < agents.size(); i++) {
            double place = -FIRST - BEHIND * i;
            agents.get(i).begin(world, track, settings.laps(), place, (i % 2 == 0 ? -0.2f : 0.2f) * track.width());
        }
        for (int i = 0; i < agents.size(); i++) {
            agents.get(i).look(world);
        }
        world.setContactListener(contacts);
    }

    private void buildBorders() {
        Body land = world.createBody(new BodyDef());
        border(land, track.width() / 2);
        border(land, -track.width() / 2);
    }

    /** A closed border, some metres to the left of the centre line. */
    private void border(Body land, float left) {
        Vector2[] corners = new Vector2[track.points()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Vector2(track.besideX(i, left), track.besideY(i, left));
        }
        ChainShape shape = new ChainShape();
        shape.createLoop(corners);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape;
        fixture.friction = BORDER_FRICTION;
        fixture.filter.categoryBits = BORDER;
        land.createFixture(fixture);
        shape.dispose();
    }

    @Override
    public void step() {
        requireBegun();
        for (int i = 0; i < agents.size(); i++) {
            agents.get(i).beforeStep();
        }
        world.step(STEP_SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        for (int i = 0; i < agents.size(); i++) {
            agents.get(i).afterStep();
        }
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Body focus() {
        return world == null ? null : agents.get(0).car().body();
    }

    /** The track of the running episode. */
    RacerTrack track() {
        return track;
    }

    /** Bodies must not be touched outside their world's life: that would end the whole process. */
    private void requireBegun() {
        requireUsable();
        if (world == null) {
            throw new IllegalStateException("racer: reset(seed) must come before the first step");
        }
    }

    private void requireUsable() {
        if (disposed) {
            throw new IllegalStateException("racer: the simulation was disposed; make a new one");
        }
    }

    private void disposeWorld() {
        if (world != null) {
            for (int i = 0; i < agents.size(); i++) {
                agents.get(i).car().leave();
            }
            world.dispose();
            world = null;
        }
    }

    @Override
    public void dispose() {
        disposeWorld();
        disposed = true;
    }
}
