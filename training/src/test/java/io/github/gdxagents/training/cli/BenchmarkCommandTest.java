package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.testgame.CorridorSimulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class BenchmarkCommandTest {
    private static final String CORRIDOR = CorridorSimulation.Factory.class.getName();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private int benchmark(String... more) {
        List<String> arguments = new ArrayList<>(List.of("benchmark", CORRIDOR));
        for (String assignment : List.of("rollout.horizon=16", "ppo.epochs=2", "network.hidden=[4]")) {
            arguments.addAll(List.of("--set", assignment));
        }
        arguments.addAll(List.of(more));
        addUnlessGiven("--rounds", "2", arguments);
        addUnlessGiven("--warm-up", "0", arguments);
        return execute(arguments.toArray(new String[0]));
    }

    private static void addUnlessGiven(String option, String value, List<String> arguments) {
        if (!arguments.contains(option)) {
            arguments.addAll(List.of(option, value));
        }
    }

    @Test
    void jsonStandsAloneOnALine() {
        assertThat(benchmark("--json", "--instances", "6", "--threads", "2,1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().lines()).hasSize(1);
        Map<?, ?> result = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat(result.get("game")).isEqualTo(CORRIDOR);
        assertThat(result.get("instances")).isEqualTo(6);
        assertThat(result.get("rounds")).isEqualTo(2);
        assertThat((List<?>) result.get("threads"))
                .extracting(threads -> ((Map<?, ?>) threads).get("threads"))
                .isEqualTo(List.of(2, 1));
        assertThat(err.toString()).contains("warming up", "fewer than 5 rounds");
        assertThat(BenchmarkOptions.status(2, 4)).isEqualTo("[#####...............] round 2 of 4");
    }

    @Test
    void theTableComparesThreads() {
        assertThat(benchmark("--threads", "1,2", "--quiet", "--rounds", "5"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains(CORRIDOR + ": 32 instances", "medians of 5 rounds", "  2 : 1", "limits training");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutAListTheConfiguredThreadsAreMeasured() {
        assertThat(benchmark("--json", "--set", "rollout.threads=3")).isZero();

        assertThat(out.toString()).contains("\"threads\":[{\"threads\":3,");
    }

    @Test
    void aFileOfSettingsIsReadAndWhatIsSetWins(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "rollout: {instances: 5, horizon: 8}\nppo: {minibatchSize: 20}\n");
        assertThat(benchmark("--json", "--config", file.toString()))
                .as(err.toString())
                .isZero();

        Map<?, ?> result = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat(result.get("instances")).isEqualTo(5);
        assertThat(result.get("minibatchSize")).isEqualTo(20);
        assertThat(result.get("horizon")).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--threads | 1,x | Invalid value for option '--threads' (N): 'x' is not an int",
                "--threads | 1,33 | \"--threads must list whole numbers from 1 to 32 (the instances), or 0 for one per core, such as 1,2, but in [1, 33] 33 is more than there are instances.\"",
                "--instances | many | \"rollout.instances: must be a whole number, or auto, but is 'many' (--instances)\"",
                "--rounds | 0 | --rounds must be at least 1, but is 0",
                "--warm-up | -1 | --warm-up must be at least 0 seconds, but is -1",
                "--warm-up | NaN | --warm-up must be at least 0 seconds, but is NaN",
                "--game | lander | name different games"
            })
    void whatCannotBeMeasuredIsRefused(String option, String value, String message) {
        assertThat(benchmark(option, value)).isEqualTo(2);

        assertThat(err.toString()).contains(message).doesNotContain("Unexpected", "\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theGameMustBeNamed() {
        assertThat(execute("benchmark")).isEqualTo(2);
        assertThat(err.toString()).contains("GAME is missing");
    }
}
