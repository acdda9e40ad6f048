package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.rollout.RewardNormalizer;
import io.github.gdxagents.training.rollout.Rollout;
import io.github.gdxagents.training.rollout.TestRollouts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to estimate the advantages of a rollout, and what is done to its rewards before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdvantagesBenchmark {
    private static final int HORIZON = 256;
    private static final int SLOTS = 64;
    private static final double DISCOUNT = 0.99;

    private final PpoConfig ppo = TrainingConfig.builder("benchmark")
            .ppo(settings -> settings.discount(DISCOUNT).gaeLambda(0.95))
            .build()
            .ppo();
    private Rollout rollout;
    private float[] rewards;
    private RewardNormalizer normalizer;

    /** Draws a rollout whose episodes are some hundred decisions long. */
    @Setup
    public void prepare() {
        RandomStream random = RandomStream.of(14);
        rollout = TestRollouts.running(HORIZON, SLOTS);
        for (int row = 0; row < HORIZON * SLOTS; row++) {
            rollout.rewards[row] = random.nextGaussian();
            rollout.values[row] = random.nextGaussian();
            rollout.bootstrapValues[row] = random.nextGaussian();
            if (random.nextInt(200) == 0) {
                rollout.statuses[row] = random.nextInt(2) == 0 ? StepStatus.TERMINATED : StepStatus.TRUNCATED;
            }
        }
        rewards = rollout.rewards.clone();
        normalizer = new RewardNormalizer(SLOTS, DISCOUNT);
    }

    /** Generalized advantage estimation of 16,384 decisions. */
    @Benchmark
    public Rollout estimate() {
        Advantages.estimate(rollout, ppo);
        return rollout;
    }

    /** The reward normaliser over 16,384 decisions, and a copy of their rewards, which it overwrites. */
    @Benchmark
    public Rollout normalizeRewards() {
        System.arraycopy(rewards, 0, rollout.rewards, 0, rewards.length);
        normalizer.normalize(rollout);
        return rollout;
    }
}
