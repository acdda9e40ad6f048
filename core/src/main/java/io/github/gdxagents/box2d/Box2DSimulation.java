package io.github.gdxagents.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.Simulation;

/**
 * A simulation that hands out its world, so that a window can draw it though the game brings no presentation of its own.
 *
 * <p>Thread safety: that of the simulation.
 */
public interface Box2DSimulation extends Simulation {
    /**
     * The world of the running episode, to be looked at only.
     *
     * @return another one after each reset, if episodes begin in new worlds; null before the first
     */
    World world();

    /**
     * What a camera follows.
     *
     * @return a body of the world, or null for a camera that shows everything
     */
    default Body focus() {
        return null;
    }

    /**
     * How long a physics step lasts.
     *
     * @return seconds, above 0
     */
    default float stepSeconds() {
        return 1f / 60f;
    }
}
