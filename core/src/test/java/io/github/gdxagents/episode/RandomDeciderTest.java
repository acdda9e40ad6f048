package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import org.junit.jupiter.api.Test;

class RandomDeciderTest {
    private static final BehaviorSpec RUNNER = BehaviorSpec.builder("runner")
            .observation(ObservationSpec.of("x"))
            .action(ActionSpec.builder()
                    .continuous("push")
                    .branch("gear", "low", "middle", "high")
                    .build())
            .build();

    private final RandomDecider random = new RandomDecider(RandomStream.of(1), false);
    private final Seat seat = Fixtures.seat(RUNNER, 0);

    @Test
    void choosesEvenlyAmongWhatIsAllowed() {
        seat.mask().forbid(0, 1);
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            random.add(seat);
            counts[seat.actions().discrete(0)]++;
        }
        assertThat(counts[1]).isZero();
        // standard deviation of the share: sqrt(1/4 / 10000) = 0.005; five of them
        assertThat(counts[0] / 10_000.0).isCloseTo(0.5, within(0.025));
    }

    /** Uniform in [-2, 2] and clamped: half of it lies in between, a quarter at each end. */
    @Test
    void extremesAreAsLikelyAsAllBetweenThem() {
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            random.add(seat);
            float value = seat.actions().continuous(0);
            counts[value == -1 ? 0 : value == 1 ? 2 : 1]++;
        }
        assertThat(counts[0] / 10_000.0).isCloseTo(0.25, within(0.025));
        assertThat(counts[1] / 10_000.0).isCloseTo(0.5, within(0.025));
    }

    @Test
    void whereNothingIsAllowedItStillChooses() {
        for (int choice = 0; choice < 3; choice++) {
            seat.mask().forbid(0, choice);
        }
        random.add(seat);
        assertThat(seat.actions().discrete(0)).isBetween(0, 2);
    }

    @Test
    void whetherSeatsObserveIsTheCallersChoice() {
        assertThat(random.observes()).isFalse();
        assertThat(new RandomDecider(RandomStream.of(1), true).observes()).isTrue();
    }
}
