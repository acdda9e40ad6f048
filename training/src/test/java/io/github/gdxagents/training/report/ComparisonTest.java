package io.github.gdxagents.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.report.ComparedRun.Returns;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final String HEADER =
            "iteration,steps,seconds,evaluation_return_mean,episode_return_mean,episodes\n";

    @TempDir
    private Path folder;

    private Path run(String name, String... lines) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("metrics.csv"), HEADER + String.join("\n", lines) + "\n");
        return run;
    }

    private List<Path> runs() throws IOException {
        return List.of(
                run("fast-seed1", "1,100,1,,5,1", "2,200,2,50,10,2", "3,300,3,210,20,3"),
                run("fast-seed2", "1,100,2,,7,1", "2,200,4,220,30,2", "3,300,6,190,40,3"),
                run("slow-seed1", "1,100,9,1,1,1", "2,200,18,2,2,2"));
    }

    @Test
    void theTableHasMedianAndRangeOfEachGroup() throws IOException {
        assertThat(Comparison.of(runs()).table(200)).isEqualTo("""
                        | | runs | last evaluation | best evaluation | reach 200 | steps to 200 | seconds to 200 |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | fast | 2 | 200 (190 to 210) | 215 (210 to 220) | 2 | 250 (200 to 300) | 3.5 (3 to 4) |
                        | slow | 1 | 2 (2 to 2) | 2 (2 to 2) | 0 | – | – |
                        """);
    }

    @Test
    void aRunCountsOnceHoweverOftenItIsNamed() throws IOException {
        List<Path> runs = runs();
        Path detour = runs.get(2).resolve("..").resolve("slow-seed1");
        assertThat(Comparison.of(List.of(runs.get(2), detour)).table(200)).contains("| slow | 1 |");
    }

    /** A median over two games would mean nothing. */
    @Test
    void runsOfTwoGamesAreNeverOneGroup() throws IOException {
        Path here = run("lander/m1", "1,100,1,1,5,1");
        Path there = run("walker/m1", "1,100,1,1,50,1");
        assertThat(Comparison.of(List.of(here, there)).table(200)).contains("| lander/m | 1 |", "| walker/m | 1 |");
    }

    @Test
    void withoutATargetNothingIsSaidOfIt() throws IOException {
        assertThat(Comparison.of(runs()).table(Double.POSITIVE_INFINITY))
                .startsWith("| | runs | last evaluation | best evaluation |\n");
    }

    @Test
    void aRunKeepsItsLatestReturnUntilTheNextAndAfterItsEnd() {
        Returns curve = new Returns(new double[] {100, 200}, new double[] {1, 2}, new double[] {5, 10});
        assertThat(curve.at(curve.steps(), 99)).isNaN();
        assertThat(curve.at(curve.steps(), 100)).isEqualTo(5);
        assertThat(curve.at(curve.steps(), 199)).isEqualTo(5);
        assertThat(curve.at(curve.steps(), 200)).isEqualTo(10);
        assertThat(curve.at(curve.steps(), 900)).isEqualTo(10);
        assertThat(curve.at(curve.seconds(), 1.5)).isEqualTo(5);
    }

    @Test
    void aBandBeginsWhereAllRunsHaveAReturnAndEndsWithTheLongest() throws IOException {
        List<ComparedRun> fast =
                runs().subList(0, 2).stream().map(ComparedRun::read).toList();
        RunGroup.Band band = new RunGroup("fast", fast).band(Returns::seconds);
        int last = band.places().length - 1;
        assertThat(band.places()[0]).isEqualTo(2);
        assertThat(band.places()[last]).isEqualTo(6);
        assertThat(band.spreads()[0]).isEqualTo(new Spread(8.5, 7, 10)); // 10 and 7
        assertThat(band.spreads()[last]).isEqualTo(new Spread(30, 20, 40));
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleAndWhatIsMissingDoesNotCount() {
        assertThat(Spread.of(DoubleStream.of(9, Double.NaN, 1, 2))).isEqualTo(new Spread(2, 1, 9));
        assertThat(Spread.of(DoubleStream.of(Double.NaN)).median()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "clip-seed12, clip",
        "clip-2, clip",
        "clip_seed_3, clip",
        "kl-penalty, kl-penalty",
        "20260131-120000-seed3, 20260131-120000",
        "clip-0.1, clip-0.1",
        "lr1e-3, lr1e-3",
        "lr1e-3-seed2, lr1e-3",
        "clip-0.1-4, clip-0.1",
        "7, 7"
    })
    void theGroupIsTheNameWithoutTheSeed(String name, String group) {
        assertThat(new ComparedRun("game", name, null, null).group()).isEqualTo(group);
    }

    @Test
    void thePictureIsDrawnWithoutADisplay() throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, Comparison.of(runs()).png("title", -10));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1500);
        int colored = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colored += (image.getRGB(x, y) & 0xffffff) == 0x0072b2 ? 1 : 0;
            }
        }
        assertThat(colored).isGreaterThan(100);
    }

    /** The library drew them for ever. */
    @ParameterizedTest
    @CsvSource({"1e31, -Infinity", "-3e38, 0", "1e308, -1e308", "1e-320, -Infinity", "5, 1e300"})
    void hugeAndTinyReturnsAreDrawn(String size, double lowest) throws IOException {
        Comparison runs = Comparison.of(List.of(
                run("huge-seed1", "1,100,1,1,5,1", "2,200,2," + size + "," + size + ",2"),
                run("huge-seed2", "1,100,1,1,5,1", "2,200,2,7,8,2")));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> runs.png("title", lowest)))
                .isNotEmpty();
    }

    @Test
    void allRunsThatCannotBeComparedAreNamedAtOnce() throws IOException {
        Path none = run("none-seed1", "1,100,1,,5,1");
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> Comparison.of(List.of(none, absent)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none-seed1': expected finished episodes and evaluations")
                .hasMessageContaining("absent");
    }
}
