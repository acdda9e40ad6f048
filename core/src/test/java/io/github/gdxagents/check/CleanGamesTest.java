package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.games.lander.LanderFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.MaskedChoiceSimulation;
import io.github.gdxagents.testgame.MeadowSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.testgame.TargetSimulation;
import io.github.gdxagents.testgame.TimeLimitSimulation;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanGamesTest {
    static Stream<SimulationFactory> cleanGames() {
        return Stream.of(
                settings -> new Toy(),
                new SkirmishFactory(),
                new CorridorSimulation.Factory(),
                new TargetSimulation.Factory(),
                new MaskedChoiceSimulation.Factory(),
                new TimeLimitSimulation.Factory(),
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
    void choosesEvenlyAmongWhatIsAllowed() {
        ActionSpec spec = Toy.RUNNER.action();
        ActionMask mask = new ActionMask(spec);
        mask.forbid(0, 1);
        Actions actions = new Actions(spec);
        RandomActions random = new RandomActions(RandomStream.of(1));
        int[] counts = new int[3];
        for (int i = 0; i < 10_000; i++) {
            random.choose(mask, actions);
            counts[actions.discrete(0)]++;
        }
        assertThat(counts[1]).isZero();
        // standard deviation of the share: sqrt(1/4 / 10000) = 0.005; five of them
        assertThat(counts[0] / 10_000.0).isCloseTo(0.5, within(0.025));
    }

    @Test
    void putsTheSharedRandomNumbersBack() {
        Random before = MathUtils.random;
        Games.check(Toy::new);
        assertThat(MathUtils.random).isSameAs(before);
    }
}
