package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.games.GameCatalog;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents name the keys, defaults, objectives and options that there are, and no others. */
class DocumentedKeysTest {
    private static final Path DOCS = Path.of("docs");
    /** Found on the class path of the tests alone. */
    private static final String UNDOCUMENTED = "test-objective";

    private static final Set<String> DEFAULTS_IN_WORDS =
            Set.of("game", "settings.NAME", "evaluation.settings.NAME", "run.name", "run.id");
    /** A group and what is within it, not within a path, the name of a package or of a document. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w./-])("
            + Stream.of(TrainingConfig.class.getRecordComponents())
                    .filter(component -> ConfigKeys.isGroup(component.getType()))
                    .map(RecordComponent::getName)
                    .collect(Collectors.joining("|"))
            + ")((\\.(?!md\\b)[a-zA-Z]+)+)");

    /** The cells of the table whose first column has a title, without its heading. */
    private static List<List<String>> table(String file, String title) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String heading = "";
        for (String line : Files.readAllLines(DOCS.resolve(file))) {
            List<String> cells = Stream.of(line.split("(?<!\\\\)\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            if (!line.startsWith("|")) {
                heading = "";
            } else if (heading.isEmpty()) {
                heading = cells.get(1);
            } else if (heading.equals(title) && !cells.get(1).startsWith("---")) {
                rows.add(cells.subList(1, cells.size() - 1));
            }
        }
        assertThat(rows).as("table '%s' of %s", title, file).isNotEmpty();
        return rows;
    }

    private static List<ObjectiveDeclaration> objectives() {
        return ObjectiveCatalog.all().stream()
                .filter(objective -> !objective.name().equals(UNDOCUMENTED))
                .toList();
    }

    private static List<String> keys() {
        Set<String> onlyInTests = new TreeSet<>();
        ObjectiveCatalog.find(UNDOCUMENTED)
                .orElseThrow()
                .options()
                .forEach(option -> onlyInTests.add(ConfigKeys.OBJECTIVE + "." + option.name()));
        return ConfigKeys.all(List.of()).stream()
                .filter(key -> !onlyInTests.contains(key))
                .toList();
    }

    private static ConfigLoader loader(String game) {
        return ConfigLoader.forGame(game, SimulationSettings.none());
    }

    @Test
    void theTableOfKeysHasEveryKeyAndNoOther() throws IOException {
        List<String> expected = new ArrayList<>(keys());
        expected.removeIf(key -> key.startsWith(ConfigKeys.OBJECTIVE + "."));
        expected.add("settings.NAME");
        expected.set(expected.indexOf("evaluation.settings"), "evaluation.settings.NAME");

        assertThat(table("configuration.md", "key").stream().map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A default, and in brackets the lander's where it differs, as in {@code 256 (128)}: each changes nothing where it is the default. */
    @Test
    void theTableOfKeysHasTheDefaults() throws IOException {
        Pattern cell = Pattern.compile("(?<other>[^(]+?)( \\((?<lander>.+)\\))?");
        int compared = 0;
        for (List<String> row : table("configuration.md", "key")) {
            String key = row.get(0);
            if (!DEFAULTS_IN_WORDS.contains(key)) {
                Matcher values = cell.matcher(row.get(1));
                assertThat(values.matches()).as(key).isTrue();
                assertDefault("com.acme.Other", key, values.group("other"));
                assertDefault("lander", key, values.group(values.group("lander") == null ? "other" : "lander"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static void assertDefault(String game, String key, String value) {
        String plain = value.matches("[0-9,]+") ? value.replace(",", "") : value;
        assertThat(loader(game).set(key + "=" + plain, "--set").draft())
                .as("%s of %s is documented as %s", key, game, value)
                .isEqualTo(loader(game).draft());
    }

    @Test
    void theTableOfObjectivesHasAllOfThem() throws IOException {
        assertThat(table("configuration.md", ConfigKeys.OBJECTIVE).stream().map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        objectives().stream().map(ObjectiveDeclaration::name).toList());
    }

    @Test
    void theTableOfOptionsHasThoseThatEachObjectiveDeclares() throws IOException {
        List<String> documented = new ArrayList<>();
        for (List<String> row : table("configuration.md", "option")) {
            for (String objective : row.get(1).split(", ")) {
                documented.add(objective + " " + row.get(0) + " " + Double.parseDouble(row.get(2)));
            }
        }
        List<String> declared = new ArrayList<>();
        for (ObjectiveDeclaration objective : objectives()) {
            for (ObjectiveOption option : objective.options()) {
                declared.add(objective.name() + " " + ConfigKeys.OBJECTIVE + "." + option.name() + " "
                        + option.defaultValue());
            }
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyKeyThatAnyDocumentNamesExists() throws IOException {
        Set<String> unknown = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file).replaceAll(".*unknown key.*", ""); // an example of a message
                Matcher key = KEY.matcher(text);
                while (key.find()) {
                    found++;
                    if (!exists(key.group())) {
                        unknown.add(file + ": " + key.group());
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void theExampleOfAFileIsValid(@TempDir Path folder) throws IOException {
        String text = Files.readString(DOCS.resolve("configuration.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(example.find()).isTrue();
        SimulationSettings settings = GameCatalog.get("lander").factory().settings();
        TrainingConfig config = ConfigLoader.forGame("lander", settings)
                .file(Files.writeString(folder.resolve("mine.yaml"), example.group(1)))
                .load();
        assertThat(config).isNotEqualTo(ConfigLoader.forGame("lander", settings).load());
    }

    /** A key, a group of keys, an end of a schedule, or any setting. */
    private static boolean exists(String text) {
        String key = text.replaceAll("\\.(start|end|NAME)$", "");
        return keys().stream().anyMatch(known -> known.equals(key) || known.startsWith(key + "."));
    }

    /** In the last column a key may be short for one in the same group, such as {@code .size}, and have a value. */
    @Test
    void whereItIsReadNamesEveryKey() throws IOException {
        Set<String> named = new TreeSet<>();
        for (List<String> row : table("ppo.md", "detail")) {
            String group = "";
            for (String cell : row.get(row.size() - 1).split(", ")) {
                String key = cell.replaceAll(":.*", "").strip();
                if (key.startsWith(".")) {
                    key = group + key;
                }
                if (key.contains(".")) {
                    assertThat(exists(key))
                            .as("%s in the row '%s'", key, row.get(0))
                            .isTrue();
                    named.add(key);
                    group = key.substring(0, key.lastIndexOf('.'));
                }
            }
        }
        assertThat(keys())
                .filteredOn(key -> key.matches("(ppo|network|normalization)\\..*"))
                .filteredOn(key -> !key.equals("ppo.totalSteps")) // how long, not how
                .allSatisfy(key -> assertThat(named).contains(key));
    }
}
