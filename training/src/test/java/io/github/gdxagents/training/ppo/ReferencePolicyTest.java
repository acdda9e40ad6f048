package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ReferenceConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.network.Sequences;
import io.github.gdxagents.training.rollout.Rollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencePolicyTest {
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("tester")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder()
                    .continuous("push")
                    .branch("step", "left", "right", "wait")
                    .build())
            .build();

    @TempDir
    private Path folder;

    /**
     * The reference puts out 0 everywhere: mean 0 with deviation 1, and all allowed choices equally likely. So
     * log π_ref(a) = −½ a² − ½ log 2π − log(allowed choices). With a = 2, three choices: −2 − 0.9189385 − 1.0986123 = −4.0175508; with
     * a = 0, two choices: −0.9189385 − 0.6931472 = −1.6120857. The policy had −1 and −3: divergences 3.0175508 and −1.3879143; a half of
     * that is what rewards of 10 and 20 pay.
     */
    @Test
    void rewardsPayForTheDistanceAsWorkedByHand() {
        Rollout rollout = new Rollout(BEHAVIOR, 3, 1, Sequences.NONE);
        rollout.lengths[0] = 2;
        Arrays.fill(rollout.statuses, StepStatus.RUNNING);
        Arrays.fill(rollout.allowed, true);
        rollout.continuous[0] = 2;
        rollout.choices[0] = 2;
        rollout.allowed[3] = false; // left, in the second row
        rollout.choices[1] = 1;
        rollout.logProbabilities[0] = -1;
        rollout.logProbabilities[1] = -3;
        rollout.rewards[0] = 10;
        rollout.rewards[1] = 20;
        rollout.rewards[2] = 30; // not a row
        ReferencePolicy reference = new ReferencePolicy(indifferent(), 1);

        reference.penalize(rollout, reference.outputs(rollout), 0.5);

        assertThat(rollout.rewards[0]).isCloseTo(10 - 0.5f * 3.0175508f, within(1e-5f));
        assertThat(rollout.rewards[1]).isCloseTo(20 + 0.5f * 1.3879143f, within(1e-5f));
        assertThat(rollout.rewards[2]).isEqualTo(30);
    }

    private static PolicyModel indifferent() {
        Network network =
                Network.zeros(1, new int[0], Activation.TANH, BEHAVIOR.action().outputSize());
        return PolicyModel.builder(BEHAVIOR, network)
                .logStandardDeviation(new float[] {0})
                .build();
    }

    /** The corridor's walker begins as a policy that walks at random: the more the distance costs, in either place, the nearer it stays. */
    @Test
    @Tag("slow")
    void theMoreItCostsTheNearerThePolicyStays() throws IOException {
        Path file = folder.resolve("reference.policy");
        Files.write(
                file,
                PolicyFile.toBytes(Training.of(
                                new CorridorSimulation.Factory(),
                                2,
                                ppo -> ppo.totalSteps(1).learningRate(0))
                        .policy()));
        Map<ReferenceConfig.Place, double[]> distances = new EnumMap<>(ReferenceConfig.Place.class);
        for (ReferenceConfig.Place place : ReferenceConfig.Place.values()) {
            double[] distance = Arrays.stream(new double[] {0, 1, 30})
                    .map(coefficient -> distance(file, place, coefficient))
                    .toArray();
            assertThat(distance[0]).as("%s, free", place).isGreaterThan(0.5);
            assertThat(distance[1]).as("%s, coefficient 1", place).isLessThan(0.5 * distance[0]);
            assertThat(distance[2]).as("%s, coefficient 30", place).isLessThan(0.02);
            distances.put(place, distance);
        }
        assertThat(distances.get(ReferenceConfig.Place.LOSS)[0])
                .as("what costs nothing changes nothing")
                .isEqualTo(distances.get(ReferenceConfig.Place.REWARD)[0]);
    }

    private static double distance(Path reference, ReferenceConfig.Place place, double coefficient) {
        TrainingConfig config = TrainingConfig.builder("test")
                .seed(1)
                .rollout(rollout -> rollout.instances(8).horizon(128))
                .ppo(ppo -> ppo.totalSteps(20_000)
                        .learningRate(1e-3)
                        .entropyCoefficient(0)
                        .reference(settings -> settings.policies(List.of(reference.toString()))
                                .place(place)
                                .coefficient(coefficient)))
                .build();
        return Training.of(new CorridorSimulation.Factory(), config).last().get(Metric.REFERENCE_KL);
    }
}
