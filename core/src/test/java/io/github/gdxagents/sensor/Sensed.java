package io.github.gdxagents.sensor;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.lang.management.ManagementFactory;

/** What a sensor declares and writes, by name. */
final class Sensed {
    private final Sensor sensor;
    final ObservationSpec spec;
    final float[] values;
    private final ObservationWriter writer;

    Sensed(Sensor sensor) {
        this.sensor = sensor;
        ObservationSpec.Builder builder = ObservationSpec.builder();
        sensor.declare(builder);
        spec = builder.build();
        values = new float[spec.size()];
        writer = new ObservationWriter(spec);
    }

    /** Observes anew. */
    Sensed now() {
        sensor.observe(writer.begin(values));
        writer.finish();
        return this;
    }

    float get(String name) {
        int index = spec.names().indexOf(name);
        if (index < 0) {
            throw new AssertionError("no value '" + name + "' in " + spec.names());
        }
        return values[index];
    }

    /** Bytes that an observation and a step take, at the least of some rounds. */
    long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                sensor.observe(writer.begin(values));
                sensor.beforeStep();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
