package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;

/** Several sensors of one body, used as one: each call goes to all of them, in order. */
public final class SensorGroup implements Sensor {
    private final Sensor[] sensors;

    private SensorGroup(Sensor[] sensors) {
        this.sensors = sensors;
        ObservationSpec.Builder observation = ObservationSpec.builder();
        declare(observation);
        observation.build(); // tells of names that are used twice
    }

    /**
     * Puts sensors together.
     *
     * @param sensors at least one, in the order of the observation
     * @return all of them
     * @throws IllegalArgumentException if there is none, or two have values of the same name
     */
    public static SensorGroup of(Sensor... sensors) {
        return new SensorGroup(sensors.clone());
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        for (Sensor sensor : sensors) {
            sensor.declare(observation);
        }
    }

    @Override
    public void attach(World world, Body self) {
        for (Sensor sensor : sensors) {
            sensor.attach(world, self);
        }
    }

    @Override
    public void beforeStep() {
        for (Sensor sensor : sensors) {
            sensor.beforeStep();
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        for (Sensor sensor : sensors) {
            sensor.observe(out);
        }
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        for (Sensor sensor : sensors) {
            sensor.draw(shapes);
        }
    }
}
