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

/**
 * How long 10,000 agents of a running game take to observe, decide and take their actions in one frame. A frame at 60 Hz has 16.6 ms.
 *
 * <p>Each agent is due in every frame; with a decision period of k, a game needs this time in every kth frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PolicyDriverBenchmark {
    private static final int AGENTS = 10_000;
    private static final int PASS = 512; // rows at once

    /** What is decided. */
    @Param({"discrete", "continuous"})
    public String actions;

    /** How it is decided: a shipped game usually takes what is most probable. */
    @Param({"DETERMINISTIC", "STOCHASTIC"})
    public DecisionMode mode;

    private PolicyDriver driver;

    /** Attaches the agents. */
    @Setup
    public void prepare() {
        PolicyModel model = Workload.model(actions);
        driver = new PolicyDriver(new NetworkPolicy(model, mode, PASS), 12);
        for (float[] senses : Workload.rows(AGENTS, Workload.OBSERVED, RandomStream.of(13))) {
            driver.attach(new Sleepwalker(model.behavior(), senses));
        }
    }

    /** One frame. */
    @Benchmark
    public PolicyDriver update() {
        driver.update();
        return driver;
    }
}
