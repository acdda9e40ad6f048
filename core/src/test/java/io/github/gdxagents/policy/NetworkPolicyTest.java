package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.network.ForwardPass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkPolicyTest {
    private static DecisionBatch batch(PolicyModel model, int rows) {
        DecisionBatch batch = new DecisionBatch(new NetworkPolicy(model, 1), rows);
        batch.setCount(rows);
        RandomStream random = RandomStream.of(77);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 5; i++) {
                batch.observation(row)[i] = 2 * random.nextGaussian();
            }
            batch.random(row).seed(row);
        }
        return batch;
    }

    @Test
    void outputsAreThoseOfNormalizerAndNetwork() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        DecisionBatch batch = batch(model, 3);
        new NetworkPolicy(model, 3).decide(batch, DecisionMode.DETERMINISTIC);
        ForwardPass pass = new ForwardPass(model.network(), 1);
        float[] normalized = new float[5];
        for (int row = 0; row < 3; row++) {
            model.normalizer().apply(batch.observation(row), normalized);
            assertThat(batch.outputs(row)).isEqualTo(pass.run(new float[][] {normalized}, 1)[0]);
        }
    }

    @Test
    void deterministicActionsAreTheModeAndDrawNothing() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        DecisionBatch batch = batch(model, 1);
        new NetworkPolicy(model, 1).decide(batch, DecisionMode.DETERMINISTIC);
        ActionSample mode = new ActionSample(Fixtures.HYBRID);
        new ActionDistribution(Fixtures.HYBRID, model.logStandardDeviation()).mode(batch.outputs(0), null, mode);
        Actions expected = new Actions(Fixtures.HYBRID);
        mode.writeTo(expected);
        assertThat(batch.actions(0)).hasToString(expected.toString());
        RandomStream untouched = RandomStream.of();
        untouched.seed(0);
        assertThat(batch.random(0).nextLong()).isEqualTo(untouched.nextLong());
    }

    @ParameterizedTest
    @EnumSource
    void rowIsDecidedAlikeInEveryBatchAndCapacity(DecisionMode mode) {
        for (PolicyModel model : new PolicyModel[] {Fixtures.model(Fixtures.HYBRID), Fixtures.versionTwo("all")}) {
            NetworkPolicy whole = new NetworkPolicy(model, 9);
            NetworkPolicy parts = new NetworkPolicy(model, 4); // 4 + 4 + 1
            DecisionBatch together = batch(model, 9);
            DecisionBatch inPieces = batch(model, 9);
            for (int decision = 0; decision < 3; decision++) {
                whole.decide(together, mode);
                parts.decide(inPieces, mode);
                for (int row = 0; row < 9; row++) {
                    assertThat(inPieces.outputs(row)).isEqualTo(together.outputs(row));
                    assertThat(inPieces.memory(row)).isEqualTo(together.memory(row));
                    assertThat(inPieces.actions(row))
                            .hasToString(together.actions(row).toString());
                }
            }
        }
    }

    @Test
    void memoryIsTheStatesOfTheNetwork() {
        PolicyModel model = Fixtures.versionTwo("all");
        NetworkPolicy policy = new NetworkPolicy(model, 3);
        assertThat(policy.memorySize()).isEqualTo(5 + 2 * 3);
        DecisionBatch batch = batch(model, 3);
        ForwardPass pass = new ForwardPass(model.network(), 1);
        float[][] states = new float[3][11];
        float[] normalized = new float[5];
        for (int decision = 0; decision < 4; decision++) {
            policy.decide(batch, DecisionMode.DETERMINISTIC);
            for (int row = 0; row < 3; row++) {
                model.normalizer().apply(batch.observation(row), normalized);
                float[] expected = pass.run(new float[][] {normalized}, new float[][] {states[row]}, 1)[0];
                assertThat(batch.outputs(row)).isEqualTo(expected);
                assertThat(batch.memory(row)).isEqualTo(states[row]).doesNotContain(0);
            }
        }
    }

    @Test
    void batchWithoutRoomForWhatIsRememberedIsRefused() {
        PolicyModel model = Fixtures.versionTwo("gru");
        NetworkPolicy policy = new NetworkPolicy(model, 1);
        DecisionBatch batch = new DecisionBatch(model.behavior(), 1);
        batch.setCount(1);
        assertThatThrownBy(() -> policy.decide(batch, DecisionMode.DETERMINISTIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("behavior 'pilot': the policy remembers 6 values of each agent")
                .hasMessageContaining("room for 0; make it with new DecisionBatch(policy, capacity)");
    }

    @Test
    void forbiddenChoicesAreNeverTaken() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        NetworkPolicy policy = new NetworkPolicy(model, 1);
        DecisionBatch batch = batch(model, 1);
        batch.mask(0).forbid(0, 1);
        batch.mask(0).forbid(0, 2);
        int[] counts = new int[4];
        for (int i = 0; i < 2000; i++) {
            policy.decide(batch, DecisionMode.STOCHASTIC);
            counts[batch.actions(0).discrete(0)]++;
        }
        assertThat(counts[1] + counts[2]).isZero();
        assertThat(counts[0]).isPositive();
        assertThat(counts[3]).isPositive();
        float[] probabilities = new float[4];
        policy.probabilities(batch.outputs(0), batch.mask(0), probabilities);
        assertThat(probabilities[1]).isZero();
    }

    @Test
    void rowsBeyondTheCountAreLeftAlone() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        DecisionBatch batch = batch(model, 3);
        batch.setCount(2);
        new NetworkPolicy(model, 8).decide(batch, DecisionMode.STOCHASTIC);
        assertThat(batch.outputs(2)).containsOnly(0f);
        assertThatThrownBy(() -> batch.setCount(4)).hasMessageContaining("room for 3 rows");
    }

    @Test
    void observationThatIsNotFiniteIsNamed() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        DecisionBatch batch = batch(model, 2);
        batch.observation(1)[3] = Float.NaN;
        NetworkPolicy policy = new NetworkPolicy(model, 2);
        assertThatThrownBy(() -> policy.decide(batch, DecisionMode.DETERMINISTIC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("behavior 'pilot': the observed value 'ray.1' must be finite, but is NaN");
    }

    @ParameterizedTest
    @EnumSource
    void allocatesNothing(DecisionMode mode) {
        for (PolicyModel model : new PolicyModel[] {
            Fixtures.model(Fixtures.DISCRETE),
            Fixtures.model(Fixtures.CONTINUOUS),
            Fixtures.model(Fixtures.HYBRID),
            Fixtures.versionTwo("gru"),
            Fixtures.versionTwo("lstm")
        }) {
            NetworkPolicy policy = new NetworkPolicy(model, 4);
            DecisionBatch batch = batch(model, 9);
            long bytes = Fixtures.allocatedBytes(() -> {
                for (int i = 0; i < 500; i++) {
                    policy.decide(batch, mode);
                }
            });
            assertThat(bytes)
                    .as("bytes for 500 batches of %s", model.network().layers())
                    .isZero();
        }
    }
}
