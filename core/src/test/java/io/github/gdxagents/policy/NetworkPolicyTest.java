package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.network.ForwardPass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkPolicyTest {
    private static NetworkPolicy deterministic(PolicyModel model, int capacity) {
        return new NetworkPolicy(model, DecisionMode.DETERMINISTIC, capacity);
    }

    /** Seats that a policy plays, with what they observe and a random stream each. */
    private static Seat[] seats(PolicyModel model, NetworkPolicy policy, int count) {
        Seat[] seats = new Seat[count];
        RandomStream random = RandomStream.of(77);
        for (int i = 0; i < count; i++) {
            float[] observation = new float[5];
            for (int k = 0; k < 5; k++) {
                observation[k] = 2 * random.nextGaussian();
            }
            seats[i] = Fixtures.seat(model.behavior(), observation);
            seats[i].random().seed(i);
            policy.accept(seats[i]);
        }
        return seats;
    }

    private static void decide(NetworkPolicy policy, Seat... seats) {
        for (Seat seat : seats) {
            policy.add(seat);
        }
        policy.decide();
    }

    @Test
    void outputsAreThoseOfNormalizerAndNetwork() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        NetworkPolicy policy = deterministic(model, 3);
        Seat[] seats = seats(model, policy, 3);
        decide(policy, seats);
        ForwardPass pass = new ForwardPass(model.network(), 1);
        float[] normalized = new float[5];
        for (Seat seat : seats) {
            model.normalizer().apply(seat.observation(), normalized);
            assertThat(seat.outputs()).isEqualTo(pass.run(new float[][] {normalized}, 1)[0]);
        }
    }

    @Test
    void deterministicActionsAreTheModeAndDrawNothing() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        NetworkPolicy policy = deterministic(model, 1);
        Seat seat = seats(model, policy, 1)[0];
        decide(policy, seat);
        ActionSample mode = new ActionSample(Fixtures.HYBRID);
        new ActionDistribution(Fixtures.HYBRID, model.logStandardDeviation()).mode(seat.outputs(), null, mode);
        Actions expected = new Actions(Fixtures.HYBRID);
        mode.writeTo(expected);
        assertThat(seat.actions()).hasToString(expected.toString());
        RandomStream untouched = RandomStream.of();
        untouched.seed(0);
        assertThat(seat.random().nextLong()).isEqualTo(untouched.nextLong());
    }

    @ParameterizedTest
    @EnumSource
    void seatIsDecidedForAlikeInEveryBatchAndCapacity(DecisionMode mode) {
        for (PolicyModel model : new PolicyModel[] {Fixtures.model(Fixtures.HYBRID), Fixtures.versionTwo("all")}) {
            NetworkPolicy whole = new NetworkPolicy(model, mode, 9);
            NetworkPolicy parts = new NetworkPolicy(model, mode, 4); // 4 + 4 + 1
            Seat[] together = seats(model, whole, 9);
            Seat[] inPieces = seats(model, parts, 9);
            for (int decision = 0; decision < 3; decision++) {
                decide(whole, together);
                decide(parts, inPieces);
                for (int i = 0; i < 9; i++) {
                    assertThat(inPieces[i].outputs()).isEqualTo(together[i].outputs());
                    assertThat(inPieces[i].memory()).isEqualTo(together[i].memory());
                    assertThat(inPieces[i].actions())
                            .hasToString(together[i].actions().toString());
                }
            }
        }
    }

    @Test
    void memoryIsTheStatesOfTheNetwork() {
        PolicyModel model = Fixtures.versionTwo("all");
        NetworkPolicy policy = deterministic(model, 3);
        Seat[] seats = seats(model, policy, 3);
        ForwardPass pass = new ForwardPass(model.network(), 1);
        float[][] states = new float[3][5 + 2 * 3];
        float[] normalized = new float[5];
        for (int decision = 0; decision < 4; decision++) {
            decide(policy, seats);
            for (int i = 0; i < 3; i++) {
                model.normalizer().apply(seats[i].observation(), normalized);
                float[] expected = pass.run(new float[][] {normalized}, new float[][] {states[i]}, 1)[0];
                assertThat(seats[i].outputs()).isEqualTo(expected);
                assertThat(seats[i].memory()).isEqualTo(states[i]).doesNotContain(0);
            }
        }
    }

    @Test
    void acceptingMakesRoomForWhatIsRemembered() {
        PolicyModel model = Fixtures.versionTwo("gru");
        Seat seat = Fixtures.seat(model.behavior(), new float[5]);
        assertThat(seat.memory()).isEmpty();
        NetworkPolicy policy = deterministic(model, 1);
        policy.accept(seat);
        assertThat(seat.memory()).hasSize(6).containsOnly(0);
        decide(policy, seat);
        assertThat(seat.memory()).doesNotContain(0);
        policy.accept(seat); // as a new policy in the middle of an episode: it knows nothing
        assertThat(seat.memory()).hasSize(6).containsOnly(0);
        deterministic(Fixtures.model(Fixtures.HYBRID), 1).accept(seat);
        assertThat(seat.memory()).isEmpty();
    }

    @Test
    void seatOfAnotherBehaviorIsRefused() {
        NetworkPolicy policy = deterministic(Fixtures.model(Fixtures.DISCRETE), 1);
        Seat seat = Fixtures.seat(Fixtures.behavior(Fixtures.HYBRID), new float[5]);
        assertThatThrownBy(() -> policy.accept(seat))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageStartingWith(
                        "A policy of behavior 'pilot' does not fit an agent of behavior 'pilot':\n  action: ")
                .hasMessageContaining("only in the game: turn, throttle, weapon, shield")
                .hasMessageEndingWith("Train it again for this game, or restore what is listed above.");
    }

    @Test
    void forbiddenChoicesAreNeverTaken() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        NetworkPolicy policy = new NetworkPolicy(model, DecisionMode.STOCHASTIC, 1);
        Seat seat = seats(model, policy, 1)[0];
        seat.mask().forbid(0, 1);
        seat.mask().forbid(0, 2);
        int[] counts = new int[4];
        for (int i = 0; i < 2000; i++) {
            decide(policy, seat);
            counts[seat.actions().discrete(0)]++;
        }
        assertThat(counts[1] + counts[2]).isZero();
        assertThat(counts[0]).isPositive();
        assertThat(counts[3]).isPositive();
        float[] probabilities = new float[4];
        policy.probabilities(seat.outputs(), seat.mask(), probabilities);
        assertThat(probabilities[1]).isZero();
    }

    @Test
    void onlyWhoWasAddedSinceTheLastTimeIsDecidedFor() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        NetworkPolicy policy = new NetworkPolicy(model, DecisionMode.STOCHASTIC, 8);
        Seat[] seats = seats(model, policy, 3);
        decide(policy, seats[0], seats[1]);
        assertThat(seats[2].outputs()).containsOnly(0f);
        String first = seats[0].sample().toString();
        float[] outputs = seats[0].outputs().clone();
        seats[0].observation()[0] += 1;
        decide(policy, seats[2]);
        assertThat(seats[0].outputs()).isEqualTo(outputs);
        assertThat(seats[0].sample()).hasToString(first);
        assertThat(seats[2].outputs()).isNotEqualTo(new float[seats[2].outputs().length]);
    }

    @Test
    void whoWaitsCanBeForgotten() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID);
        NetworkPolicy policy = deterministic(model, 8);
        Seat[] seats = seats(model, policy, 2);
        policy.add(seats[0]);
        policy.clear();
        decide(policy, seats[1]);
        assertThat(seats[0].outputs()).containsOnly(0f);
        assertThat(seats[1].outputs()).doesNotContain(0f);
    }

    @Test
    void observationThatIsNotFiniteIsNamed() {
        PolicyModel model = Fixtures.model(Fixtures.DISCRETE);
        NetworkPolicy policy = deterministic(model, 2);
        Seat[] seats = seats(model, policy, 2);
        seats[1].observation()[3] = Float.NaN;
        assertThatThrownBy(() -> decide(policy, seats))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("behavior 'pilot': the observed value 'ray.1' must be finite, but is NaN");
        decide(policy, seats[0]); // and it is no longer waited for
        assertThat(seats[0].outputs()).doesNotContain(0f);
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
            NetworkPolicy policy = new NetworkPolicy(model, mode, 4);
            Seat[] seats = seats(model, policy, 9);
            long bytes = Fixtures.allocatedBytes(() -> {
                for (int i = 0; i < 500; i++) {
                    decide(policy, seats);
                }
            });
            assertThat(bytes)
                    .as("bytes for 500 batches of %s", model.network().layers())
                    .isZero();
        }
    }
}
