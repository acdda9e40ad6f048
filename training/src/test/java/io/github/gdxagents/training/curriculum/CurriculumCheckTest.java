package io.github.gdxagents.training.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.ClimbSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.ConfigException;
import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurriculumCheckTest {
    private static final SimulationFactory CLIMB = new ClimbSimulation.Factory();

    /** A game that notes what it was made with. */
    private static final class Noted implements SimulationFactory {
        final List<SimulationSettings> made = new ArrayList<>();

        @Override
        public SimulationSettings settings() {
            return CLIMB.settings();
        }

        @Override
        public Simulation create(SimulationSettings settings) {
            made.add(settings);
            return CLIMB.create(settings);
        }
    }

    private static TrainingConfig config(SimulationFactory game, String... assignments) {
        ConfigLoader loader = ConfigLoader.forGame("test", game.settings());
        for (String assignment : assignments) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    private static List<String> faults(SimulationFactory game, String... assignments) {
        TrainingConfig config = config(game, assignments);
        return catchThrowableOfType(ConfigException.class, () -> CurriculumCheck.require(config, game))
                .faults()
                .stream()
                .map(ConfigFault::toString)
                .toList();
    }

    @Test
    void constantsAreNotTried() {
        Noted game = new Noted();
        CurriculumCheck.require(config(game, "settings.rungs=3"), game);
        assertThat(game.made).isEmpty();
    }

    @Test
    void everyEndIsTriedOnce() {
        Noted game = new Noted();
        CurriculumCheck.require(
                config(game, "settings.rungs={choice: [1, 2, 3]}", "settings.slip={uniform: [0, 0.5]}"), game);

        SimulationSettings middle = CLIMB.settings().with("rungs", 2).with("slip", 0.25);
        assertThat(game.made)
                .startsWith(
                        middle,
                        middle.with("rungs", 1),
                        middle.with("rungs", 3),
                        middle.with("slip", 0),
                        middle.with("slip", 0.5))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheGameRefusesIsNamedWithItsKeyAllAtOnce() {
        List<String> told = faults(
                CLIMB,
                "settings.slip={uniform: [0.5, 1]}",
                "evaluation.settings.rungs=-1",
                "curriculum.lessons=[{name: a, settings: {rungs: {uniform: [2, 4]}}, until: {statistic: reach, atLeast: 1}},"
                        + " {name: b, settings: {slip: 0}, until: {statistic: height, atLeast: 1}}, {name: c}]");

        assertThat(told.get(0))
                .startsWith("curriculum.lessons.1.settings.rungs: the game doesn't take {rungs=3.23")
                .contains("must be a whole number, but is 3.23");
        assertThat(told.get(1))
                .startsWith("curriculum.lessons.1.settings.slip: the game doesn't take {rungs=3.0, slip=1.0}")
                .contains("slip in [0, 1), but they are 3 and 1.0");
        assertThat(told)
                .anyMatch(
                        fault -> fault.startsWith("evaluation.settings: the game doesn't take {rungs=-1.0, slip=0.75}"))
                .anyMatch(fault ->
                        fault.equals("curriculum.lessons.1.until.statistic: behavior 'climber' has no statistic"
                                + " 'reach': did you mean reached?"))
                .anyMatch(
                        fault -> fault.equals(
                                "curriculum.lessons.2.until.statistic: behavior 'climber' has no statistic"
                                        + " 'height': it has reached, falls; a game declares them by BehaviorSpec.Builder.statistics"));
    }

    @Test
    void ofSeveralBehaviorsOneMustBeNamed() {
        SimulationFactory game = new SkirmishFactory();
        String lessons = "curriculum.lessons=[{name: a, until: {return: 1%s}}, {name: b}]";

        CurriculumCheck.require(config(game, lessons.formatted(", behavior: guard")), game);
        assertThat(faults(game, lessons.formatted("")))
                .containsExactly(
                        "curriculum.lessons.1.until.behavior: must say whose episodes count, since the game has"
                                + " several behaviors: scout, guard");
        assertThat(faults(game, lessons.formatted(", behavior: gard")))
                .containsExactly(
                        "curriculum.lessons.1.until.behavior: the game has no behavior 'gard'; it has scout, guard");
    }
}
