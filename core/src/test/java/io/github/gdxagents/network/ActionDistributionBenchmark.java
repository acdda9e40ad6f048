package io.github.gdxagents.network;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.PolicyModel;
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

/** How long it takes to draw one decision's actions and to tell their probability. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ActionDistributionBenchmark {
    private static final int ROWS = 1024; // enough that no branch predictor learns them

    /** What is decided. */
    @Param({"discrete", "continuous"})
    public String actions;

    private final RandomStream random = RandomStream.of(9);
    private float[][] outputs;
    private ActionDistribution distribution;
    private ActionMask mask;
    private ActionSample sample;
    private int row;

    /** Draws the outputs of a network. */
    @Setup
    public void prepare() {
        PolicyModel model = Workload.model(actions);
        outputs = Workload.rows(ROWS, model.network().outputSize(), RandomStream.of(10));
        distribution = new ActionDistribution(model.behavior().action(), model.logStandardDeviation());
        mask = new ActionMask(model.behavior().action());
        sample = new ActionSample(model.behavior().action());
    }

    private float[] next() {
        row = (row + 1) % ROWS;
        return outputs[row];
    }

    /** The most probable actions. */
    @Benchmark
    public ActionSample mode() {
        distribution.mode(next(), mask, sample);
        return sample;
    }

    /** Drawn actions. */
    @Benchmark
    public ActionSample sample() {
        distribution.sample(next(), mask, random, sample);
        return sample;
    }

    /** The log-probability of the same actions under one output after the other. */
    @Benchmark
    public float logProbability() {
        return distribution.logProbability(next(), mask, sample);
    }
}
