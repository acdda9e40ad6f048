package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import io.github.gdxagents.policy.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long a decision takes whose observation is a grid of 11 x 11 cells with 4 channels, or a set of 16 entries of 6 features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ObservationEncoderBenchmark {
    private static final int ENTRIES = 16;

    /** What is observed. */
    @Param({"grid", "set"})
    public String shape;

    /** Whether it is encoded first, as the defaults say; else two layers of 64 are given it as it is. */
    @Param({"true", "false"})
    public boolean isEncoded;

    private float[][] inputs;
    private ForwardPass pass;

    /** Draws a network and its inputs. */
    @Setup
    public void prepare() {
        ObservationSpec.Builder builder = ObservationSpec.builder();
        ObservationSpec observation = shape.equals("grid")
                ? builder.grid("map", 11, 11, "a", "b", "c", "d").build()
                : builder.set("others", ENTRIES, "a", "b", "c", "d", "e", "f").build();
        Network.Builder network = Network.builder(observation.size());
        if (isEncoded) {
            network.add(
                    new ObservationEncoder(observation, new EncoderShape(new int[] {16, 32}, 64, 4, Activation.RELU)));
        }
        Network whole = network.dense(64, Activation.RELU)
                .dense(64, Activation.RELU)
                .dense(4, Activation.IDENTITY)
                .build();
        RandomStream random = RandomStream.of(7);
        Fixtures.randomize(whole, random);
        inputs = Workload.rows(1, observation.size(), random);
        inputs[0][0] = ENTRIES;
        pass = new ForwardPass(whole, 1);
    }

    /** One row. */
    @Benchmark
    public float[][] run() {
        return pass.run(inputs, 1);
    }
}
