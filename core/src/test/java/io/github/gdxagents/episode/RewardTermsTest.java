package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.policy.Fixtures;
import io.github.gdxagents.testgame.HarvestSimulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rewards in parts and a game's own figures, in a harvest by hand: a decision for every two fruits, of which the first, fifth, sixth and
 * eighth are ripe; picked are the first two and the third two of them.
 */
class RewardTermsTest {
    private final HarvestSimulation harvest = new HarvestSimulation.Factory().create(SimulationSettings.none());
    private final EpisodeLoop loop = new EpisodeLoop(harvest);
    private final Seat seat = loop.seat(0);
    private final List<String> seen = new ArrayList<>();

    private void begin() {
        loop.playAll(decided -> decided.actions()
                .setDiscrete(0, decided.episodeLength() % 2 == 1 ? HarvestSimulation.PICK : HarvestSimulation.REST));
        loop.listen(new EpisodeListener() {
            @Override
            public void rewarded(Seat told) {
                note("rewarded", told);
            }

            @Override
            public void cut(Seat told) {
                note("cut", told);
            }

            @Override
            public void ended(Seat told) {
                note("ended", told);
                seen.add("picked " + told.statistics().get(0) + ", missed "
                        + told.statistics().get(1));
            }
        });
        loop.reset(1);
        harvest.ripen(true, false, false, false, true, true, false, true);
    }

    private void note(String what, Seat told) {
        seen.add(what + " " + told.reward() + " = " + told.rewardTerms().get(0) + " + "
                + told.rewardTerms().get(1) + "; " + told.episodeReturn() + " = " + told.episodeTerms()[0] + " + "
                + told.episodeTerms()[1]);
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            loop.step();
        }
    }

    @Test
    void termsAreThoseOfTheRewardAndAddUpOverTheEpisode() {
        begin();
        steps(8);
        assertThat(loop.isOver()).isTrue();
        assertThat(seen)
                .containsExactly(
                        "rewarded 0.5 = 1.0 + -0.5; 0.5 = 1.0 + -0.5",
                        "rewarded 0.0 = 0.0 + 0.0; 0.5 = 1.0 + -0.5",
                        "rewarded 1.5 = 2.0 + -0.5; 2.0 = 3.0 + -1.0",
                        "ended 0.0 = 0.0 + 0.0; 2.0 = 3.0 + -1.0",
                        "picked 4.0, missed 1.0");
        assertThat(seat.episodeTerms()).as("start over after the end").containsOnly(0);
        assertThat(seat.statistics().get(0))
                .as("stay until they are read again")
                .isEqualTo(4);
    }

    @Test
    void aCutHasItsTermsToo() {
        begin();
        steps(1);
        loop.cut();
        steps(2);
        assertThat(seen).containsExactly("cut 0.75 = 1.0 + -0.25; 0.75 = 1.0 + -0.25");
        assertThat(seat.episodeTerms()).as("with what came after the cut").containsExactly(1, -0.5);
        assertThat(seat.episodeReturn()).isEqualTo(0.5);
    }

    @Test
    void statisticsOfARunningEpisodeAreReadWhenAskedFor() {
        begin();
        steps(3);
        assertThat(seat.statistics().get(0)).isZero();
        seat.readStatistics();
        assertThat(seat.statistics().get(0)).isEqualTo(2);
        assertThat(seat.statistics().get(1)).isZero();
    }

    @Test
    void anEpisodeBeginsWithNothingOfTheOneBefore() {
        begin();
        steps(1);
        loop.cut();
        seat.readStatistics();
        assertThat(seat.reward()).isEqualTo(0.75f);
        loop.reset(1);
        assertThat(seat.reward()).isZero();
        for (int i = 0; i < 2; i++) {
            assertThat(seat.rewardTerms().get(i)).isZero();
            assertThat(seat.statistics().get(i)).isZero();
        }
    }

    @Test
    void sumsGoOnWhereTheyWereLeft() {
        begin();
        steps(4);
        seat.restore(10, 4, new double[] {12, -2}, new float[0]);
        steps(4);
        assertThat(seen).contains("ended 0.0 = 0.0 + 0.0; 11.5 = 14.0 + -2.5");
    }

    @Test
    void aStepAllocatesNothing() {
        loop.playAll(Decider.heuristic());
        assertThat(Fixtures.allocatedBytes(() -> {
                    for (int episode = 0; episode < 20; episode++) {
                        loop.reset(episode);
                        while (!loop.isOver()) {
                            loop.step();
                            seat.readStatistics();
                        }
                    }
                }))
                .isZero();
        assertThat(seat.statistics().get(0)).isPositive();
    }
}
