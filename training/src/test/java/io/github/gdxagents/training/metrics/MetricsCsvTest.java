package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsCsvTest {
    private static final RunColumns LANDER = IterationRecords.columns("lander");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("metrics.csv");
    }

    private void write(int from, int to) throws IOException {
        try (MetricsCsv csv = new MetricsCsv(file, LANDER)) {
            for (int i = from; i <= to; i++) {
                csv.write(IterationRecords.iteration(
                        i, i * 100L, i % 2 == 0 ? IterationRecords.evaluation(10, 20, 30) : null, "lander"));
            }
        }
    }

    private void goOnAfter(int iteration) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MetricsCsv.copyUpTo(iteration, file, LANDER, kept);
        Files.write(file, kept.toByteArray());
    }

    private String cell(int line, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.get(line)
                .split(",", -1)[Arrays.asList(lines.get(0).split(",", -1)).indexOf(column)];
    }

    @Test
    void everyLineHasEveryColumnAndWhatIsMissingIsEmpty() throws IOException {
        write(1, 2);

        List<String> lines = Files.readAllLines(file);
        int columns = IterationColumn.values().length + EvaluationColumn.values().length + Metric.values().length;
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        assertThat(cell(1, "iteration")).isEqualTo("1");
        assertThat(cell(1, "steps")).isEqualTo("100");
        assertThat(cell(1, "steps_per_second")).isEqualTo("8192.0");
        assertThat(cell(1, "episode_return_mean")).isEqualTo("0.5");
        assertThat(cell(1, "approx_kl")).isEqualTo("0.0078125");
        assertThat(cell(1, "entropy")).as("NaN").isEmpty();
        assertThat(cell(1, "max_ratio")).as("not reported").isEmpty();
        assertThat(cell(1, "evaluation_return_mean")).isEmpty();
        assertThat(cell(2, "evaluation_return_mean")).isEqualTo("20.0");
        assertThat(cell(2, "evaluation_return_min")).isEqualTo("10.0");
        assertThat(cell(2, "evaluation_return_max")).isEqualTo("30.0");
    }

    @Test
    void severalBehaviorsHaveColumnsOfTheirOwn() throws IOException {
        try (MetricsCsv csv = new MetricsCsv(file, IterationRecords.columns("guard", "scout"))) {
            csv.write(IterationRecords.iteration(3, 10, null, "guard"));
        }

        assertThat(cell(1, "guard.episode_return_mean")).isEqualTo("2.5");
        assertThat(cell(1, "scout.episode_return_mean")).isEmpty();
    }

    @Test
    void aRunThatGoesOnDropsTheLinesAfterItsCheckpointAndAHalfWrittenOne() throws IOException {
        write(1, 4);
        Files.writeString(file, "5,50", StandardOpenOption.APPEND);

        goOnAfter(2);
        write(3, 3);

        assertThat(Files.readAllLines(file).stream().skip(1).map(line -> line.substring(0, 1)))
                .containsExactly("1", "2", "3");
    }

    @Test
    void aFileThatAnotherVersionBeganGetsTheColumnsOfThisOne() throws IOException {
        write(1, 1);
        String current = Files.readAllLines(file).get(0);
        Files.writeString(file, "entropy,iteration,given_up,steps\n0.25,1,7,100\n");

        goOnAfter(1);
        write(2, 2);

        assertThat(Files.readAllLines(file)).hasSize(3).element(0).isEqualTo(current);
        assertThat(cell(1, "entropy")).isEqualTo("0.25");
        assertThat(cell(1, "steps")).isEqualTo("100");
        assertThat(cell(1, "seconds")).as("unknown then").isEmpty();
        assertThat(cell(2, "steps")).isEqualTo("200");
    }

    @Test
    void anEmptyFileGetsItsColumns() throws IOException {
        write(1, 1);
        List<String> whole = Files.readAllLines(file);
        Files.writeString(file, "");

        goOnAfter(0);
        assertThat(Files.readAllLines(file)).containsExactly(whole.get(0));
        Files.writeString(file, "");
        write(1, 1);
        assertThat(Files.readAllLines(file)).isEqualTo(whole);
    }

    @Test
    void theTableIsWhatWasWritten() throws IOException {
        write(1, 2);

        MetricsTable table = MetricsTable.read(file);

        assertThat(table.column(IterationColumn.STEPS)).containsExactly(100, 200);
        assertThat(table.column(IterationColumn.SECONDS)).containsExactly(2, 4);
        assertThat(table.column("", Metric.EPISODE_RETURN_MEAN.column())).containsExactly(0.5, 1.5);
        assertThat(table.column("", EvaluationColumn.RETURN_MEAN.column())).containsExactly(Double.NaN, 20);
        // t(0.975, 2) = 4.302653, s = 10: 4.302653 * 10 / sqrt(3) = 24.84138
        assertThat(table.column("", EvaluationColumn.RETURN_CONFIDENCE.column())[1])
                .isCloseTo(24.84138, within(1e-4));
    }
}
