package io.github.gdxagents.network;

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

/** How long a network of two layers of 64 takes for a batch, without anything around it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForwardPassBenchmark {
    /** Rows of a batch. */
    @Param({"1", "64", "1024"})
    public int batch;

    private float[][] inputs;
    private ForwardPass pass;

    /** Draws a network and its inputs. */
    @Setup
    public void prepare() {
        RandomStream random = RandomStream.of(7);
        Network network = Network.zeros(Workload.OBSERVED, new int[] {64, 64}, Activation.TANH, 4);
        Fixtures.randomize(network, random);
        inputs = Workload.rows(batch, Workload.OBSERVED, random);
        pass = new ForwardPass(network, batch);
    }

    /** One pass over all rows. */
    @Benchmark
    public float[][] run() {
        return pass.run(inputs, batch);
    }
}
