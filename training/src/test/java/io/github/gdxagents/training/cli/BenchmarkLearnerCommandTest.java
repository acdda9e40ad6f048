package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class BenchmarkLearnerCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void learnersAreMeasuredWithoutAGame() {
        String[] arguments = {
            "benchmark-learner", "--widths", "4", "--minibatches", "64,32", "--samples", "128", "--epochs", "1"
        };

        assertThat(execute(with(arguments, "--rounds", "5", "--warm-up", "0", "--json", "-q")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString().lines()).hasSize(1);
        Map<?, ?> result = JsonMapper.shared().readValue(out.toString(), Map.class);
        assertThat(result.get("threads")).isEqualTo(1);
        assertThat((List<?>) result.get("learners"))
                .extracting(learner -> ((Map<?, ?>) learner).get("minibatch"))
                .isEqualTo(List.of(64, 32));
        assertThat(err.toString()).isEmpty();
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "--widths, 0, '--widths: must be at least 1, but is [0].'",
        "--minibatches, -3, '--minibatches: must be at least 1, but is [-3].'",
        "--threads, 0, '--threads: must be at least 1, but is [0].'",
        "--rounds, 0, '--rounds must be at least 1, but is 0.'",
        "--device, tpu, 'tpu'"
    })
    void impossibleValuesAreRefused(String option, String value, String message) {
        assertThat(execute("benchmark-learner", option, value)).isEqualTo(2);

        assertThat(err.toString()).contains(message).doesNotContain("Unexpected", "\tat ");
    }
}
