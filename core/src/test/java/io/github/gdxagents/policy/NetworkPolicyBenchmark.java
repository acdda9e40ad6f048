package io.github.gdxagents.policy;

import io.github.gdxagents.agent.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long a policy takes for a batch of decisions: normaliser, forward pass of two layers of 64, actions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkPolicyBenchmark {
    /** Rows of a batch. */
    @Param({"1", "64", "1024"})
    public int batch;

    /** What is decided. */
    @Param({"discrete", "continuous"})
    public String actions;

    private NetworkPolicy policy;
    private DecisionBatch decisions;

    /** Draws a policy and what its agents observe. */
    @Setup
    public void prepare() {
        policy = new NetworkPolicy(Workload.model(actions), batch);
        decisions = new DecisionBatch(policy, batch);
        decisions.setCount(batch);
        float[][] observations = Workload.rows(batch, Workload.OBSERVED, RandomStream.of(8));
        for (int row = 0; row < batch; row++) {
            System.arraycopy(observations[row], 0, decisions.observation(row), 0, Workload.OBSERVED);
        }
    }

    /** Decides by the distribution's mode, as a shipped game does. */
    @Benchmark
    public DecisionBatch deterministic() {
        policy.decide(decisions, DecisionMode.DETERMINISTIC);
        return decisions;
    }

    /** Draws from the distribution, as training does. */
    @Benchmark
    public DecisionBatch stochastic() {
        policy.decide(decisions, DecisionMode.STOCHASTIC);
        return decisions;
    }
}
