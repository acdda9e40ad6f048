package io.github.gdxagents.testgame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.testgame.Returns.Player;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The returns that the games' Javadoc promises. */
class TestGamesTest {
    private static double mean(SimulationFactory factory, Player player, String behavior) {
        return Returns.mean(factory, player, 1000).get(behavior);
    }

    @Test
    void skirmishTellsGoodFromRandom() {
        Map<String, Double> random = Returns.mean(new SkirmishFactory(), Player.RANDOM, 1000);
        assertThat(random.get("scout")).isCloseTo(-0.70, within(0.1));
        assertThat(random.get("guard")).isCloseTo(-0.20, within(0.1));
        Map<String, Double> heuristic = Returns.mean(new SkirmishFactory(), Player.HEURISTIC, 1000);
        assertThat(heuristic.get("scout")).isCloseTo(18.7, within(0.2));
        assertThat(heuristic.get("guard")).isCloseTo(21.9, within(0.2));
    }

    @Test
    void alwaysRightIsTheOptimumOfTheCorridor() {
        // mean of 0.90, 0.91 and 0.92; their standard deviation 0.008 over the root of 1000 episodes is 0.0003
        assertThat(mean(new CorridorSimulation.Factory(), Player.HEURISTIC, "walker"))
                .isCloseTo(CorridorSimulation.OPTIMUM, within(0.001));
        assertThat(mean(new CorridorSimulation.Factory(), Player.RANDOM, "walker"))
                .isLessThan(0);
    }

    @Test
    void repeatingTheObservationIsTheOptimumOfTheTarget() {
        assertThat(mean(new TargetSimulation.Factory(), Player.HEURISTIC, "pointer"))
                .isEqualTo(TargetSimulation.OPTIMUM);
        assertThat(mean(new TargetSimulation.Factory(), Player.RANDOM, "pointer"))
                .isCloseTo(-40 / 3.0, within(0.3));
    }

    @Test
    void repeatingTheObservationIsTheOptimumOfTheMaskedChoice() {
        assertThat(mean(new MaskedChoiceSimulation.Factory(), Player.HEURISTIC, "painter"))
                .isEqualTo(MaskedChoiceSimulation.OPTIMUM);
        assertThat(mean(new MaskedChoiceSimulation.Factory(), Player.RANDOM, "painter"))
                .isCloseTo(25 / 6.0, within(0.15));
    }

    @Test
    void aimingAtTheHoleIsTheOptimumOfThePutt() {
        assertThat(mean(new PuttSimulation.Factory(), Player.HEURISTIC, "golfer"))
                .isEqualTo(PuttSimulation.OPTIMUM);
        assertThat(mean(new PuttSimulation.Factory(), Player.RANDOM, "golfer")).isCloseTo(0.5, within(0.06));
    }

    @Test
    void theTimeLimitReturnsItsLengthWhateverIsDone() {
        assertThat(mean(new TimeLimitSimulation.Factory(), Player.RANDOM, "idler"))
                .isEqualTo(TimeLimitSimulation.OPTIMUM);
        assertThat(TimeLimitSimulation.value(0.99)).isCloseTo(100, within(1e-9));
    }

    @Test
    void pickingUnlessBothAreUnripeIsTheOptimumOfTheHarvest() {
        // standard deviation of an episode's return: 2 * sqrt(0.297) = 1.09, over the root of 1000 episodes 0.034; four
        // of them
        assertThat(mean(new HarvestSimulation.Factory(), Player.HEURISTIC, "picker"))
                .isCloseTo(HarvestSimulation.OPTIMUM, within(0.14));
        assertThat(mean(new HarvestSimulation.Factory(), Player.RANDOM, "picker"))
                .isCloseTo(1, within(0.14));
    }

    @Test
    void twoWhoStormAtOnceAreTheOptimumOfTheSiege() {
        assertThat(mean(new SiegeSimulation.Factory(), Player.HEURISTIC, "besieger"))
                .isCloseTo(SiegeSimulation.OPTIMUM, within(1e-9));
        assertThat(mean(new SiegeSimulation.Factory(), Player.RANDOM, "besieger"))
                .isLessThan(9);
    }

    @Test
    void alwaysUpIsTheOptimumOfTheClimb() {
        assertThat(mean(new ClimbSimulation.Factory(), Player.HEURISTIC, "climber"))
                .isEqualTo(1);
        assertThat(mean(new ClimbSimulation.Factory(), Player.RANDOM, "climber"))
                .isZero();
    }

    @Test
    void theMeadowTellsGoodFromRandom() {
        assertThat(mean(new MeadowSimulation.Factory(), Player.HEURISTIC, "hare"))
                .isCloseTo(10.9, within(0.2));
        assertThat(mean(new MeadowSimulation.Factory(), Player.RANDOM, "hare")).isCloseTo(0.5, within(0.15));
    }

    @Test
    void skirmishShowsEveryWayThroughAnEpisode() {
        SkirmishFactory factory = new SkirmishFactory();
        EpisodeLoop loop = new EpisodeLoop(factory.create(factory.settings()));
        Decider rest = seat -> {};
        Set<String> seen = new HashSet<>();
        Set<StepStatus> ends = EnumSet.noneOf(StepStatus.class);
        for (int seed = 0; seed < 20; seed++) {
            StepStatus[] before = new StepStatus[loop.seatCount()];
            for (int i = 0; i < before.length; i++) {
                loop.play(loop.seat(i), seed % 2 == 0 || i % 2 == 0 ? Decider.heuristic() : rest);
            }
            loop.reset(seed);
            while (!loop.isOver()) {
                for (int i = 0; i < before.length; i++) {
                    before[i] = loop.seat(i).status();
                }
                loop.step();
                for (int i = 0; i < before.length; i++) {
                    seen.add(before[i] + " " + loop.seat(i).agent().status());
                    ends.add(loop.seat(i).status());
                }
            }
        }
        assertThat(seen)
                .contains(
                        "RUNNING RUNNING",
                        "RUNNING INACTIVE",
                        "RUNNING TERMINATED",
                        "TERMINATED INACTIVE",
                        "INACTIVE INACTIVE",
                        "INACTIVE RUNNING");
        assertThat(ends).containsExactlyInAnyOrder(StepStatus.values());
    }
}
