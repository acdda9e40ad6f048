package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;

/**
 * A part of what an agent observes: it declares the names of its values, and senses and writes them.
 *
 * <p>An agent makes its sensors once, declares them in the order in which it writes them, and attaches them to each episode's world:
 *
 * <pre>{@code
 * RaySensor eyes = RaySensor.builder("eyes").rays(8).length(10).sees("wall", WALL).sees("guard", GUARD).build();
 *
 * ObservationSpec.Builder observation = ObservationSpec.builder().add("fuel");
 * eyes.declare(observation);                      // once: eyes.0.distance, eyes.0.wall, ...
 *
 * eyes.attach(world, body);                       // in Simulation.reset
 * eyes.beforeStep();                              // in Simulation.step, before the world's step
 * eyes.observe(out.add(fuel));                    // in Agent.observe
 * }</pre>
 *
 * <p>What a sensor senses depends on the world alone, not on how often it is asked: whoever else looks on changes nothing.
 *
 * <p>Thread safety: none; it is used by the thread that steps its world. Nothing is allocated per use but for what it meets for the first
 * time.
 */
public interface Sensor {
    /**
     * Adds the names of all values that the sensor writes.
     *
     * @param observation is added to
     * @throws IllegalArgumentException if a name is taken already
     */
    void declare(ObservationSpec.Builder observation);

    /**
     * Begins an episode.
     *
     * @param world of the episode, where everything stands in its place already
     * @param self the body that the sensor sits on, and never senses
     */
    void attach(World world, Body self);

    /** Says that a physics step is about to be made: for sensors that remember. */
    default void beforeStep() {}

    /**
     * Senses, and writes as many values as were declared.
     *
     * @param out stands where the sensor's values begin
     * @throws IllegalStateException if the sensor is attached to no world
     */
    void observe(ObservationWriter out);

    /**
     * Draws what it senses now, in metres of the world; needs a graphics context.
     *
     * @param shapes was begun, with {@link ShapeRenderer#setAutoShapeType} and blending on; its colour and type may be changed
     */
    default void draw(ShapeRenderer shapes) {}
}
