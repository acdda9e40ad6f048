package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricsTableTest {
    private static final String HEADER = "iteration,steps,seconds,evaluation_return_mean,episode_return_mean,entropy\n";

    @TempDir
    private Path folder;

    private MetricsTable read(String text) throws IOException {
        return MetricsTable.read(Files.writeString(folder.resolve("metrics.csv"), text));
    }

    @Test
    void columnsAreFoundByNameAndWhatIsMissingIsNaN() throws IOException {
        MetricsTable table = read(HEADER + "1,100,0.5,,-3.5,1.25\n2,200,1.0,7.0,,1.0E-3\n");

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.behaviors()).containsExactly(MetricsTable.ONLY_BEHAVIOR);
        assertThat(table.column(IterationColumn.STEPS)).containsExactly(100, 200);
        assertThat(table.column("", Metric.EPISODE_RETURN_MEAN.column())).containsExactly(-3.5, Double.NaN);
        assertThat(table.column("", EvaluationColumn.RETURN_MEAN.column())).containsExactly(Double.NaN, 7);
        assertThat(table.column("", Metric.MAX_RATIO.column()))
                .as("no such column")
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(table.metrics(0))
                .isEqualTo(Map.of("", Map.of(Metric.EPISODE_RETURN_MEAN, -3.5, Metric.ENTROPY, 1.25)));
        assertThat(table.metrics(1)).isEqualTo(Map.of("", Map.of(Metric.ENTROPY, 0.001)));
    }

    @Test
    void severalBehaviorsAreToldApartAndAveraged() throws IOException {
        MetricsTable table = read("iteration,steps,seconds,\"a,b.episodes\",\"a,b.entropy\",c.episodes,c.entropy\n"
                + "1,1,1,0,1,0,3\n2,2,2,0,,0,5\n3,3,3,0,,0,\n");

        assertThat(table.behaviors()).containsExactly("a,b", "c");
        assertThat(table.column("a,b", Metric.ENTROPY.column())).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(table.columns("a,b")).containsExactly("episodes", "entropy");
        assertThat(table.mean(Metric.ENTROPY)).containsExactly(2, 5, Double.NaN);
    }

    /** A game may call a statistic {@code level.episodes}. */
    @Test
    void aFigureOfTheGameIsNoBehaviorWhateverItsName() throws IOException {
        MetricsTable one = read("iteration,steps,seconds,episodes,game_level.episodes,evaluation_game_level.episodes\n"
                + "1,1,1,7,3,4\n");
        assertThat(one.behaviors()).containsExactly(MetricsTable.ONLY_BEHAVIOR);
        assertThat(one.columns(""))
                .containsExactly("episodes", "game_level.episodes", "evaluation_game_level.episodes");

        MetricsTable two = read("iteration,steps,seconds,a.episodes,a.game_level.episodes,"
                + "a.evaluation_game_level.episodes,game_b.episodes\n1,1,1,7,3,4,5\n");
        assertThat(two.behaviors()).containsExactly("a", "game_b");
    }

    @Test
    void aLineThatACrashCutShortIsLeftOut() throws IOException {
        assertThat(read(HEADER + "1,100,0.5,,-3.5,1.25\n2,200,1.0,7").size()).isEqualTo(1);
        assertThat(read(HEADER + "1,100,0.5,,-3.5,1.25\n2,200,1.0,7,8,0.1").size())
                .as("its last number may have lost digits")
                .isEqualTo(1);
        assertThat(read(HEADER).size()).isZero();
    }

    @Test
    void allFaultsAreToldWithTheirPlaces() {
        assertThatThrownBy(() -> read(HEADER + "1,100,0.5,x,-3.5,1.25\n2,200\n3,300,1,,oops,\n"))
                .isInstanceOf(MetricsException.class)
                .hasMessageContaining("metrics.csv' is no file of metrics")
                .hasMessageContaining("line 2, column 'evaluation_return_mean': must be a number or empty, but is 'x'")
                .hasMessageContaining("line 3: has 2 cells, but there are 6 columns")
                .hasMessageContaining("line 4, column 'episode_return_mean'")
                .hasMessageEndingWith("Mend or remove it.");
    }

    @Test
    void ofManyFaultsTheFirstAreTold() {
        assertThatThrownBy(() -> read(HEADER + "1,2\n".repeat(13)))
                .hasMessageContaining("line 11: has 2 cells")
                .hasMessageContaining("and 3 more")
                .hasMessageNotContaining("line 12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5,5;1,6,6 | line 3: iteration must be above 1.0 as in the line before, but is 1.0",
                "1,5,5;2,4,6 | line 3: steps must be at least 5.0 as in the line before, but is 4.0",
                "1,5,5;2,6,4 | line 3: seconds must be at least 5.0 as in the line before, but is 4.0",
                "1,5,5;2,,6 | line 3: steps must be at least 5.0 as in the line before, but is NaN",
                "1,-1,5 | line 2: steps must be at least 0.0 as in the line before, but is -1.0"
            })
    void iterationsStepsAndSecondsRise(String lines, String message) {
        assertThatThrownBy(() -> read("iteration,steps,seconds\n" + lines.replace(';', '\n') + "\n"))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | line 1: column 'iteration' is missing",
                "iteration,steps | line 1: column 'seconds' is missing",
                "iteration,steps,seconds,steps | line 1: column 'steps' is there twice"
            })
    void aFileOfAnotherKindIsRefused(String header, String message) {
        assertThatThrownBy(() -> read(header + "\n1,2,3,4\n")).hasMessageContaining(message);
    }

    @Test
    void aFileThatCannotBeReadIsToldWithTheRemedy() throws IOException {
        assertThatThrownBy(() -> MetricsTable.read(folder.resolve("absent")))
                .hasMessageContaining("There is no file")
                .hasMessageContaining("Give the folder of a run");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        Path latin = Files.write(folder.resolve("latin"), "größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> MetricsTable.read(latin)).hasMessageContaining("not text in UTF-8");
        assertThatThrownBy(() -> MetricsTable.read(folder))
                .hasMessageContaining("' is no file. Give the folder of a run");
    }

    @Test
    void cellsSurviveWritingAndReading() {
        for (List<String> cells : List.of(
                List.of(""), List.of("", ""), List.of("a", "", "b"), List.of("a,b", "say \"no\"", "\"", ",", "\"\""))) {
            assertThat(CsvLine.split(CsvLine.join(cells))).isEqualTo(cells);
        }
        assertThat(CsvLine.join(List.of("a,b", "c\"d", "e"))).isEqualTo("\"a,b\",\"c\"\"d\",e");
    }
}
