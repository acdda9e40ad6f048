package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.games.lander.LanderFactory;
import io.github.gdxagents.testgame.ClimbSimulation;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.HarvestSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.MeadowSimulation;
import io.github.gdxagents.testgame.SiegeSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.testgame.TimeLimitSimulation;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanGamesTest {
    /** It becomes RUNNING between two of its turns, and is gone before the next: what it earned is nobody's merit, and no fault. */
    @Test
    void agentThatEndsBeforeItEverDecided() {
        assertThat(SimulationCheck.of(settings -> new FleetingSimulation())
                        .episodes(3)
                        .run()
                        .findings())
                .filteredOn(finding -> finding.kind() == FindingKind.REWARD_OUTSIDE_EPISODE)
                .isEmpty();
    }

    static Stream<SimulationFactory> cleanGames() {
        return Stream.of(
                settings -> new Toy(),
                new SkirmishFactory(),
                new CorridorSimulation.Factory(),
                new TargetSimulation.Factory(),
                new MaskedChoiceSimulation.Factory(),
                new TimeLimitSimulation.Factory(),
                new HarvestSimulation.Factory(),
                new ClimbSimulation.Factory(),
                new SiegeSimulation.Factory(),
                new MeadowSimulation.Factory());
    }

    @ParameterizedTest
    @MethodSource("cleanGames")
    void findsNothingInACorrectGame(SimulationFactory game) {
        CheckReport report = SimulationCheck.of(game).run().requireClean();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void findsNothingWhenAllLivesAreLost() {
        SkirmishFactory game = new SkirmishFactory();
        assertThat(SimulationCheck.of(game)
                        .settings(game.settings().with("lives", 1))
                        .episodes(100)
                        .seed(-50)
                        .run()
                        .findings())
                .isEmpty();
    }

    @Test
    void findsNothingInATeamWhateverItsStrength() {
        SiegeSimulation.Factory game = new SiegeSimulation.Factory();
        for (int strength = 1; strength <= 3; strength++) {
            assertThat(SimulationCheck.of(game)
                            .settings(game.settings().with("strength", strength).with("delay", 1))
                            .episodes(100)
                            .run()
                            .findings())
                    .filteredOn(finding -> finding.kind() != FindingKind.SEED_IGNORED) // nothing is left to chance
                    .isEmpty();
        }
    }

    /** The dead are paid for what they did, by themselves or by their team. */
    @Test
    void aRewardOfTheDeadWithinTheirTeamsEpisodeIsAllowed() {
        CheckReport report = Games.check(() -> new TeamToy() {
            @Override
            public void step() {
                super.step();
                agents.get(0).reward += agents.get(1).status == StepStatus.RUNNING ? 0.25f : 0;
                team.addReward(team.status().isEnd() ? 0 : 0.5f);
            }
        });
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void theLanderIsCorrect() {
        for (boolean continuous : new boolean[] {false, true}) {
            assertThat(SimulationCheck.of(new LanderFactory(continuous)).run().findings())
                    .isEmpty();
        }
    }

    @Test
    void aRewardInTheStepOfAReturnIsAllowed() {
        CheckReport report = Games.check(() -> new Toy() {
            @Override
            public void step() {
                super.step();
                ToyAgent first = agents.get(0);
                if (first.status == StepStatus.TERMINATED && agents.get(1).status == StepStatus.RUNNING) {
                    if (steps % 2 == 0) {
                        first.start(0);
                        first.reward = 0.5f;
                    }
                }
            }
        });
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void putsTheSharedRandomNumbersBack() {
        Random before = MathUtils.random;
        Games.check(Toy::new);
        assertThat(MathUtils.random).isSameAs(before);
    }
}
