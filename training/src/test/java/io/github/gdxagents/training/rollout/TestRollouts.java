package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.training.network.Sequences;
import java.util.Arrays;

/** Rollouts written by hand or at random. */
public final class TestRollouts {
    public static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("tester")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder().branch("any", "this", "that").build())
            .build();

    private TestRollouts() {}

    /** All slots full, all steps running, all numbers 0. */
    public static Rollout running(int horizon, int slots) {
        Rollout rollout = new Rollout(BEHAVIOR, horizon, slots, Sequences.NONE);
        Arrays.fill(rollout.lengths, horizon);
        Arrays.fill(rollout.statuses, StepStatus.RUNNING);
        return rollout;
    }

    /** One slot with these rewards and values; all steps running. */
    public static Rollout single(float[] rewards, float[] values) {
        Rollout rollout = running(rewards.length, 1);
        System.arraycopy(rewards, 0, rollout.rewards, 0, rewards.length);
        System.arraycopy(values, 0, rollout.values, 0, values.length);
        return rollout;
    }

    /** Random numbers everywhere, any pattern of ends, slots of any length. What has no meaning is NaN, so that reading it shows. */
    public static Rollout random(RandomStream random) {
        Rollout rollout = new Rollout(BEHAVIOR, 1 + random.nextInt(12), 1 + random.nextInt(5), Sequences.NONE);
        Arrays.fill(rollout.rewards, Float.NaN);
        Arrays.fill(rollout.values, Float.NaN);
        Arrays.fill(rollout.bootstrapValues, Float.NaN);
        for (int n = 0; n < rollout.slots; n++) {
            rollout.lengths[n] = random.nextInt(rollout.horizon + 1);
            for (int t = 0; t < rollout.lengths[n]; t++) {
                int row = t * rollout.slots + n;
                StepStatus status = status(random);
                rollout.rewards[row] = random.nextGaussian();
                rollout.values[row] = random.nextGaussian();
                rollout.statuses[row] = status;
                if (status == StepStatus.TRUNCATED || (t == rollout.lengths[n] - 1 && status == StepStatus.RUNNING)) {
                    rollout.bootstrapValues[row] = random.nextGaussian();
                }
            }
        }
        return rollout;
    }

    private static StepStatus status(RandomStream random) {
        switch (random.nextInt(6)) {
            case 0:
                return StepStatus.TERMINATED;
            case 1:
                return StepStatus.TRUNCATED;
            default:
                return StepStatus.RUNNING;
        }
    }
}
