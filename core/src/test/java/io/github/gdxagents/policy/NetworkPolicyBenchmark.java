package io.github.gdxagents.policy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.Seat;
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

    private NetworkPolicy deterministic;
    private NetworkPolicy stochastic;
    private Seat[] seats;

    /** Draws a policy and what its agents observe. */
    @Setup
    public void prepare() {
        PolicyModel model = Workload.model(actions);
        deterministic = new NetworkPolicy(model, DecisionMode.DETERMINISTIC, batch);
        stochastic = new NetworkPolicy(model, DecisionMode.STOCHASTIC, batch);
        seats = new Seat[batch];
        float[][] observations = Workload.rows(batch, Workload.OBSERVED, RandomStream.of(8));
        for (int i = 0; i < batch; i++) {
            seats[i] = Fixtures.seat(model.behavior(), observations[i]);
            stochastic.accept(seats[i]);
        }
    }

    /** Decides by the distribution's mode, as a shipped game does. */
    @Benchmark
    public Seat[] deterministic() {
        return decide(deterministic);
    }

    /** Draws from the distribution, as training does. */
    @Benchmark
    public Seat[] stochastic() {
        return decide(stochastic);
    }

    private Seat[] decide(NetworkPolicy policy) {
        for (Seat seat : seats) {
            policy.add(seat);
        }
        policy.decide();
        return seats;
    }
}
