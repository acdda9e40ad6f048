package io.github.gdxagents.sensor;

import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long an observation takes among 30 bodies, strewn over 20 by 20 metres. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SensorBenchmark {
    private static final int SEEN = RandomWorld.WALL | RandomWorld.GUARD | RandomWorld.FOG;

    /** What observes. */
    @Param({"rays", "raysNormals", "grid", "grid32", "entities", "body", "target", "stackedRays"})
    public String sensor;

    private RandomWorld in;
    private Sensor made;
    private ObservationWriter writer;
    private float[] values;

    /** Strews the bodies. */
    @Setup
    public void prepare() {
        in = new RandomWorld(2, 30);
        in.self.setTransform(0, 0, 1);
        made = make();
        made.attach(in.world, in.self);
        if (made instanceof TargetSensor) {
            ((TargetSensor) made).setTarget(in.bodies.get(0));
        }
        ObservationSpec.Builder builder = ObservationSpec.builder();
        made.declare(builder);
        ObservationSpec spec = builder.build();
        writer = new ObservationWriter(spec);
        values = new float[spec.size()];
    }

    private Sensor make() {
        switch (sensor) {
            case "rays":
                return rays().build();
            case "raysNormals":
                return rays().normals(true).build();
            case "grid":
                return grid(12, 1f);
            case "grid32":
                return grid(32, 0.5f);
            case "entities":
                return EntitySensor.builder("guards")
                        .sees(SEEN)
                        .nearest(5)
                        .range(8)
                        .velocities(true)
                        .build();
            case "body":
                return BodySensor.builder("self").build();
            case "target":
                return TargetSensor.builder("goal").build();
            default:
                return StackedSensor.of(rays().build(), 4, 1);
        }
    }

    private static RaySensor.Builder rays() {
        return RaySensor.builder("eyes")
                .rays(16)
                .length(10)
                .sees("wall", RandomWorld.WALL | RandomWorld.FOG)
                .sees("guard", RandomWorld.GUARD);
    }

    private static GridSensor grid(int size, float cell) {
        return GridSensor.builder("map")
                .cells(size, size)
                .cellSize(cell)
                .sees("wall", RandomWorld.WALL | RandomWorld.FOG)
                .sees("guard", RandomWorld.GUARD)
                .build();
    }

    /** One observation, and for those that remember one step. */
    @Benchmark
    public float[] observe() {
        made.beforeStep();
        made.observe(writer.begin(values));
        return values;
    }

    /** Frees the world. */
    @TearDown
    public void dispose() {
        in.close();
    }
}
