package io.github.gdxagents.network;

import io.github.gdxagents.agent.RandomStream;
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

/** How long it takes to normalise one observation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObservationNormalizerBenchmark {
    /** Values of an observation: the lander's, and that of an agent with many rays. */
    @Param({"8", "128"})
    public int size;

    private float[] raw;
    private float[] target;
    private ObservationNormalizer normalizer;

    /** Draws an observation and statistics. */
    @Setup
    public void prepare() {
        RandomStream random = RandomStream.of(11);
        raw = Workload.rows(1, size, random)[0];
        target = new float[size];
        double[] mean = new double[size];
        double[] variance = new double[size];
        for (int i = 0; i < size; i++) {
            mean[i] = random.nextGaussian();
            variance[i] = 0.1 + random.nextDouble();
        }
        normalizer = ObservationNormalizer.of(mean, variance);
    }

    /** One observation. */
    @Benchmark
    public float[] apply() {
        normalizer.apply(raw, target);
        return target;
    }
}
