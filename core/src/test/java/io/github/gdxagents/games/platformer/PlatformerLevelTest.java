package io.github.gdxagents.games.platformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.episode.EpisodeLoop;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformerLevelTest {
    private static final int SEEDS = 1000;

    private static SimulationSettings settings(int length, int gaps, int spikes, int walkers, int height) {
        return PlatformerSettings.defaults()
                .with("length", length)
                .with("gaps", gaps)
                .with("spikes", spikes)
                .with("walkers", walkers)
                .with("height", height);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 4, 3, 6, 2",
        "200, 4, 3, 10, 2",
        "30, 0, 0, 0, 0",
        "60, 2, 1, 0, 1",
        "100, 3, 0, 10, 0",
        "30, 4, 3, 10, 2"
    })
    void whatHasToBeJumpedIsWithinReach(int length, int gaps, int spikes, int walkers, int height) {
        PlatformerSettings settings = PlatformerSettings.of(settings(length, gaps, spikes, walkers, height));
        PlatformerLevel level = new PlatformerLevel();
        PlatformerLevelMaker maker = new PlatformerLevelMaker(level);
        for (int seed = 0; seed < SEEDS; seed++) {
            maker.make(settings, seed);
            check(level, settings, "seed " + seed);
        }
    }

    private static void check(PlatformerLevel level, PlatformerSettings settings, String seed) {
        int flag = (int) level.flagX();
        assertThat(level.flagX() - PlatformerLevel.START_X).as(seed).isEqualTo(settings.length());
        for (int column = 0; column < 7; column++) {
            assertThat(level.ground(column)).as(seed).isEqualTo(level.ground(0));
            assertThat(level.hasSpikes(column)).as(seed).isFalse();
        }
        for (int column = flag - 3; column < level.columns(); column++) {
            assertThat(level.ground(column)).as(seed).isEqualTo(level.ground(flag));
            assertThat(level.hasSpikes(column)).as(seed).isFalse();
        }
        checkWay(level, settings, seed);
        checkWalkers(level, settings, seed);
        for (int i = 0; i < level.coins(); i++) {
            assertThat(level.isSolid((int) level.coinX(i), (int) level.coinY(i)))
                    .as(seed)
                    .isFalse();
        }
    }

    private static int top(PlatformerLevel level, int column) {
        return level.ground(column) > 0 ? level.ground(column) : level.ledge(column);
    }

    private static void checkWay(PlatformerLevel level, PlatformerSettings settings, String seed) {
        int gap = 0;
        int spikes = 0;
        int before = top(level, 0);
        for (int column = 0; column < level.columns(); column++) {
            int top = top(level, column);
            spikes = level.hasSpikes(column) ? spikes + 1 : 0;
            if (top == 0) {
                gap++;
                continue;
            }
            String place = seed + ", column " + column;
            assertThat(top).as(place).isBetween(PlatformerLevelMaker.LOWEST, PlatformerLevelMaker.HIGHEST);
            assertThat(Math.abs(top - before)).as(place).isLessThanOrEqualTo(settings.height());
            assertThat(gap).as(place).isLessThanOrEqualTo(settings.gaps());
            assertThat(gap + PlatformerLevelMaker.MARGIN)
                    .as(place)
                    .isLessThan(PlatformerMotion.jumpReach(top - before));
            assertThat(spikes).as(place).isLessThanOrEqualTo(settings.spikes());
            assertThat(spikes + PlatformerLevelMaker.MARGIN).as(place).isLessThan(PlatformerMotion.jumpReach(0));
            if (spikes > 0) {
                assertThat(top).as(place).isEqualTo(top(level, column - 1)).isEqualTo(top(level, column + 1));
            }
            gap = 0;
            before = top;
        }
        assertThat(PlatformerMotion.jumpHeight()).isGreaterThan(settings.height() + 1);
    }

    private static void checkWalkers(PlatformerLevel level, PlatformerSettings settings, String seed) {
        assertThat(100 * level.walkers()).as(seed).isLessThanOrEqualTo(settings.walkers() * settings.length() + 100);
        for (int i = 0; i < level.walkers(); i++) {
            assertThat(level.walkerStart(i)).as(seed).isBetween(level.walkerLeft(i), level.walkerRight(i));
            for (int column = (int) level.walkerLeft(i) - 2; column <= (int) level.walkerRight(i) + 1; column++) {
                assertThat(level.ground(column)).as(seed + ", walker " + i).isEqualTo((int) level.walkerY(i));
                assertThat(level.hasSpikes(column)).as(seed + ", walker " + i).isFalse();
            }
        }
    }

    @Test
    void anotherSeedIsAnotherLevel() {
        assertThat(plan(1)).isEqualTo(plan(1)).isNotEqualTo(plan(2));
    }

    private static String plan(long seed) {
        PlatformerLevel level = new PlatformerLevel();
        new PlatformerLevelMaker(level).make(PlatformerSettings.of(PlatformerSettings.defaults()), seed);
        int[] heights = new int[level.columns()];
        Arrays.setAll(heights, column -> top(level, column));
        return Arrays.toString(heights) + level.coins() + level.walkers();
    }

    @Test
    void theScriptedPlayerFinishesTheHardestLevels() {
        finishes(PlatformerSettings.defaults(), 0, 60);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"120, 4, 3, 6, 2", "200, 4, 3, 10, 2", "60, 2, 1, 0, 1"})
    void theScriptedPlayerFinishesEveryLevelOfManySeeds(int length, int gaps, int spikes, int walkers, int height) {
        finishes(settings(length, gaps, spikes, walkers, height), 60, SEEDS);
    }

    /** A walker may catch it; who waits at the start meets others at other places, so that a second or third try finishes the level. */
    private static void finishes(SimulationSettings settings, int from, int to) {
        PlatformerSimulation simulation = new PlatformerSimulation(PlatformerSettings.of(settings), false);
        int tries = 0;
        for (int seed = from; seed < to; seed++) {
            int waiting = 0;
            while (play(simulation, seed, waiting) != PlatformerOutcome.FINISHED) {
                waiting += 10;
                assertThat(waiting)
                        .as("seed %d, at %s", seed, simulation.progress())
                        .isLessThan(30);
            }
            tries += 1 + waiting / 10;
        }
        assertThat(tries).isLessThanOrEqualTo((to - from) * 101 / 100);
        simulation.dispose();
    }

    private static PlatformerOutcome play(PlatformerSimulation simulation, long seed, int waitingDecisions) {
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(seat -> {
            if (loop.steps() < waitingDecisions * PlatformerAgent.DECISION_PERIOD) {
                seat.actions().setDiscrete(PlatformerAgent.MOVE, 1);
            } else {
                simulation.agents().get(0).heuristic(seat.actions());
            }
        });
        loop.reset(seed);
        while (!loop.isOver()) {
            loop.step();
        }
        return simulation.outcome();
    }

    @Test
    void impossibleSettingsAreNamed() {
        SimulationSettings settings = PlatformerSettings.defaults();
        assertThatThrownBy(() -> PlatformerSettings.of(settings.with("length", 29)))
                .hasMessageContaining("'length' must be from 30 to 200, but is 29");
        assertThatThrownBy(() -> PlatformerSettings.of(settings.with("gaps", 5)))
                .hasMessageContaining("'gaps'");
        assertThatThrownBy(() -> PlatformerSettings.of(settings.with("walkers", 0.5)))
                .hasMessageContaining("'walkers'");
    }
}
