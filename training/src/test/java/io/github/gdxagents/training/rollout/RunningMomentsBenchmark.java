package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to merge the observations of a rollout, 16,384 of 8 values, into the statistics of the normaliser. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RunningMomentsBenchmark {
    private static final int ROWS = 16_384;

    private float[] data;
    private int[] rows;
    private RunningMoments moments;

    /** Draws the observations. */
    @Setup
    public void prepare() {
        data = Workload.rows(1, ROWS * Workload.OBSERVED, RandomStream.of(15))[0];
        rows = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = i;
        }
        moments = new RunningMoments(Workload.OBSERVED);
    }

    /** One batch. */
    @Benchmark
    public RunningMoments add() {
        moments.add(data, rows);
        return moments;
    }
}
