package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.ClimbSimulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CurriculumConfigTest {
    private static final SimulationSettings SETTINGS =
            SimulationSettings.none().declare("wind", 5).declare("mass", 1).declare("difficulty", 0);

    @TempDir
    private Path folder;

    private ConfigLoader file(String... lines) throws IOException {
        return ConfigLoader.forGame("test", SETTINGS)
                .file(Files.writeString(folder.resolve("mine.yaml"), String.join("\n", lines)));
    }

    private List<String> faults(String... lines) throws IOException {
        ConfigLoader loader = file(lines);
        ConfigException failure = catchThrowableOfType(ConfigException.class, loader::load);
        assertThat(failure).as(Arrays.toString(lines)).isNotNull();
        return failure.faults().stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void everyKindOfValueAndConditionIsRead() throws IOException {
        TrainingConfig config = file(
                        "settings:",
                        "  wind: {uniform: [-12, -8]}",
                        "  mass: {normal: [1, 0.1], min: 0.5}",
                        "curriculum:",
                        "  lessons:",
                        "    - name: flat",
                        "      settings: {difficulty: 0}",
                        "      until: {return: 100}",
                        "    - name: hills",
                        "      settings: {difficulty: {choice: [1, 2]}}",
                        "      until: {statistic: finished, atLeast: 0.8, episodes: 50, behavior: car}",
                        "    - name: all",
                        "evaluation:",
                        "  settings: {difficulty: 3}")
                .load();

        SettingValue wind = new SettingValue.Uniform(-12, -8);
        SettingValue mass = new SettingValue.Normal(1, 0.1, 0.5, Double.POSITIVE_INFINITY);
        SettingValue either = new SettingValue.Choice(List.of(1.0, 2.0));
        assertThat(config.settings())
                .isEqualTo(Map.of("wind", wind, "mass", mass, "difficulty", SettingValue.constant(0)));
        assertThat(config.curriculum().lessons())
                .containsExactly(
                        new LessonConfig(
                                "flat",
                                Map.of("difficulty", SettingValue.constant(0)),
                                ConditionConfig.ofReturn(100, 100)),
                        new LessonConfig(
                                "hills",
                                Map.of("difficulty", either),
                                ConditionConfig.ofStatistic("finished", 0.8, 50).of("car")),
                        new LessonConfig("all", Map.of(), null));
        assertThat(config.settingsOf(1)).isEqualTo(Map.of("wind", wind, "mass", mass, "difficulty", either));
        assertThat(config.evaluationSettings())
                .isEqualTo(Map.of("wind", wind, "mass", mass, "difficulty", SettingValue.constant(3)));
        assertThat(config.middleSettings()).isEqualTo(Map.of("wind", -10.0, "mass", 1.0, "difficulty", 3.0));
    }

    @Test
    void evaluationsHaveTheSettingsOfTheLastLesson() throws IOException {
        TrainingConfig config = file(
                        "curriculum: {lessons: [{name: a, settings: {wind: 1, mass: 2}, until: {return: 1}},",
                        "  {name: b, settings: {wind: 3}}]}")
                .load();
        assertThat(config.middleSettings()).isEqualTo(Map.of("wind", 3.0, "mass", 1.0, "difficulty", 0.0));
    }

    @Test
    void theExampleOfTheDocumentIsValid() throws IOException {
        String document = Files.readString(Path.of("docs", "curriculum.md"));
        String[] parts = document.split("```yaml\n");
        String example = parts[2].substring(0, parts[2].indexOf("```"));
        TrainingConfig config = ConfigLoader.forGame("ladder", new ClimbSimulation.Factory().settings())
                .file(Files.writeString(folder.resolve("ladder.yaml"), example))
                .load();
        assertThat(config.curriculum().lessons()).hasSize(4);
        assertThat(config.middleSettings()).isEqualTo(Map.of("rungs", 20.0, "slip", 0.1));
    }

    /** A range on top of another would have the keys of both. */
    @Test
    void aRangeIsReplacedAsAWhole() throws IOException {
        TrainingConfig config = file("settings: {wind: {uniform: [0, 1]}, mass: {uniform: [1, 2]}}")
                .set("settings.wind={normal: [1, 2]}", "--set")
                .set("settings.mass=3", "--set")
                .set("evaluation.settings.mass={choice: [4]}", "--set")
                .load();
        assertThat(config.settings())
                .containsEntry("mass", SettingValue.constant(3))
                .containsEntry(
                        "wind", new SettingValue.Normal(1, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(config.evaluation().settings()).isEqualTo(Map.of("mass", new SettingValue.Choice(List.of(4.0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{uniform: [2, 1]} | .uniform: must be the smaller number first, but is 2.0 and 1.0",
                "{uniform: [2]} | .uniform: must be a list of two numbers, but is a list of 1",
                "{uniform: 2} | .uniform: must be a list of two numbers, but is '2'",
                "{uniform: [a, 2]} | .uniform: must be a list of finite numbers, but is 'a'",
                "{uniform: [0, .inf]} | .uniform: must be a list of finite numbers, but is '.inf'",
                "{uniform: [0, 1], min: 0} | .min: unknown key beside uniform; the value must be a number,",
                "{normal: [0, 0]} | .normal: must be a mean, then a finite deviation above 0, but is 0.0",
                "{normal: [0, 1], min: 2, max: 1} | .min: must be at most max, 1.0, but is 2.0",
                "{normal: [0, 1], min: 2} | .min: must be at most the mean, 0.0, but is 2.0",
                "{normal: [0, 1], max: -2} | .max: must be at least the mean, 0.0, but is -2.0",
                "{normal: [0, 1], max: x} | .max: must be a finite number, but is 'x'",
                "{choice: []} | .choice: must be a list of numbers, at least one, but is a list of 0",
                "{choice: 1} | .choice: must be a list of numbers, at least one, but is '1'",
                "{choice: [1], uniform: [0, 1]} | : must be a number,",
                "{} | : must be a number,",
                "[1] | : must be a finite number, or a range such as {uniform: [0, 1]}, but is a list",
                "x | : must be a finite number, or a range such as {uniform: [0, 1]}, but is 'x'",
            })
    void whatIsWrongWithAValueIsNamed(String value, String fault) throws IOException {
        assertThat(faults("settings:", "  wind: " + value))
                .anySatisfy(told ->
                        assertThat(told).startsWith("settings.wind" + fault).endsWith("(mine.yaml:2)"));
        assertThat(faults("evaluation:", "  settings:", "    wind: " + value))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("evaluation.settings.wind" + fault)
                        .endsWith("(mine.yaml:3)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- 3 | .1: must be a lesson such as",
                "- {settings: {}} | .1.name: must be text, but is missing",
                "- {name: ''} | .1.name: must be 1 to 60 characters on one line, but is ''",
                "- {name: a, setings: {}} | .1.setings: unknown key, did you mean",
                "- {name: a, settings: 3} | .1.settings: must be a group of keys, but is '3'",
                "- {name: a, settings: {wnd: 3}} | .1.settings.wnd: unknown key, did you mean",
                "- {name: a, settings: {wind: {uniform: [2, 1]}}} | .1.settings.wind.uniform: must be the smaller number first",
                "- {name: a, until: 3} | .1.until: must be {return: 100, episodes: 100} or",
                "- {name: a, until: {}} | .1.until: must have either return or statistic",
                "- {name: a, until: {return: 1, statistic: b}} | .1.until: must have either return or statistic",
                "- {name: a, until: {return: 1, atLeast: 2}} | .1.until.atLeast: goes with statistic",
                "- {name: a, until: {statistic: b}} | .1.until.atLeast: must be a number, but is missing",
                "- {name: a, until: {return: .nan}} | .1.until.return: must be finite, but is NaN",
                "- {name: a, until: {return: 1, episodes: 0}} | .1.until.episodes: must be 1 to 1000000, but is 0",
                "- {name: a, until: {return: 1, episodes: x}} | .1.until.episodes: must be a whole number, but is 'x'",
                "- {name: a, until: {return: 1, episode: 1}} | .1.until.episode: unknown key, did you mean",
            })
    void whatIsWrongWithALessonIsNamed(String lesson, String fault) throws IOException {
        String next = lesson.contains("until") ? "    - {name: next}" : "";
        assertThat(faults("curriculum:", "  lessons:", "    " + lesson, next))
                .as("one fault, one message")
                .singleElement()
                .asString()
                .startsWith("curriculum.lessons" + fault)
                .endsWith("(mine.yaml:3)");
    }

    @Test
    void lessonsThatDoNotGoTogetherAreAllNamedAtOnce() throws IOException {
        String told = faults(
                        "curriculum:",
                        "  lessons:",
                        "    - name: a",
                        "    - name: a",
                        "      until: {return: 1}",
                        "    - name: b",
                        "      until: {return: 1}",
                        "seed: x")
                .stream()
                .collect(Collectors.joining("\n"));
        assertThat(told)
                .contains("curriculum.lessons.1.until: of lesson 'a' is missing: say when the next one begins")
                .contains("curriculum.lessons.2.name: of lesson 'a' is that of an earlier one too")
                .contains("(mine.yaml:4)")
                .contains("curriculum.lessons.3.until: of lesson 'b' must not be there")
                .contains("(mine.yaml:7)")
                .contains("seed: must be a whole number");
    }

    @Test
    void theLessonsMustBeAList() throws IOException {
        assertThat(faults("curriculum: {lessons: {name: a}}"))
                .containsExactly(
                        "curriculum.lessons: must be a list of lessons, - name: flat, but is a group of keys (mine.yaml:1)");
    }

    /** As for a policy of another version: its configuration may have anything. */
    @Test
    void evaluationSettingsAreFoundInAnyText() {
        List<String> names = List.of("wind", "mass");
        String yaml = "unknown: 3\nsettings: {wind: 1, mass: 2, gone: 4}\n"
                + "curriculum: {lessons: [{name: a, settings: {mass: 3}}, {name: b, settings: {mass: {uniform: [5, 6]}}}]}\n";
        assertThat(ConfigLoader.evaluationSettings(yaml, names))
                .isEqualTo(Map.of("wind", SettingValue.constant(1), "mass", new SettingValue.Uniform(5, 6)));
        assertThat(ConfigLoader.evaluationSettings(yaml + "evaluation: {settings: {wind: 9, mass: {odd: 1}}}", names))
                .isEqualTo(Map.of("wind", SettingValue.constant(9), "mass", new SettingValue.Uniform(5, 6)));
        for (String odd : List.of("", "3", "[", "curriculum: 3", "curriculum: {lessons: []}", "settings: 3")) {
            assertThat(ConfigLoader.evaluationSettings(odd, names)).isEmpty();
        }
    }
}
