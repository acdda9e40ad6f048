package io.github.gdxagents.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gdxagents.training.health.HealthCheck;
import io.github.gdxagents.training.health.HealthSettings;
import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportPageTest {
    private static final Pattern PICTURE =
            Pattern.compile("<img [^>]*alt=\"([^\"]*)\" src=\"data:image/png;base64,([^\"]*)\">");

    @TempDir
    private Path folder;

    private static MetricsTable recorded(String name) throws URISyntaxException {
        return MetricsTable.read(
                Path.of(HealthCheck.class.getResource(name + ".csv").toURI()));
    }

    private static ReportPage page(MetricsTable table, List<HealthWarning> warnings) {
        return new ReportPage(
                "lander",
                "trial",
                "Finished.",
                List.of(new ReportPage.Fact("Steps", "1,007,616", "123 iterations")),
                List.of("train --resume runs/lander/trial"),
                new LearningCurve(table, "", 200).png(1),
                table,
                warnings,
                "seed: 4 # of everything\n");
    }

    private static Map<String, BufferedImage> pictures(String html) throws IOException {
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        Matcher matcher = PICTURE.matcher(html);
        while (matcher.find()) {
            byte[] png = Base64.getDecoder().decode(matcher.group(2));
            pictures.put(matcher.group(1).replace(" over steps", ""), ImageIO.read(new ByteArrayInputStream(png)));
        }
        return pictures;
    }

    private static long countOf(BufferedImage image, Color color) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(pixel -> (pixel & 0xffffff) == (color.getRGB() & 0xffffff))
                .count();
    }

    private static Color onWhite(Color pale) {
        double opacity = pale.getAlpha() / 255.0;
        return new Color(
                mixed(pale.getRed(), opacity), mixed(pale.getGreen(), opacity), mixed(pale.getBlue(), opacity));
    }

    private static int mixed(int channel, double opacity) {
        return (int) Math.round(255 + opacity * (channel - 255));
    }

    @Test
    void everyFigureIsInExactlyOnePanel() {
        List<String> shown = new ArrayList<>();
        Stream.concat(PanelGroup.OF_BEHAVIOR.stream(), Stream.of(PanelGroup.TIME))
                .flatMap(group -> group.panels().stream())
                .forEach(panel -> shown.addAll(panel.columns()));
        List<String> expected = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            expected.add(metric.column());
        }
        for (EvaluationColumn column : EvaluationColumn.values()) {
            expected.add(column.column());
        }
        EnumSet.complementOf(EnumSet.of(IterationColumn.ITERATION, IterationColumn.STEPS)) // on the axis
                .forEach(column -> expected.add(column.column()));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void thePageHoldsAllThatItShows() throws Exception {
        String html = page(recorded("lander-seed4"), List.of()).html();

        assertThat(html)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("<title>lander, trial</title>", "1,007,616", "train --resume runs/lander/trial")
                .contains("No warnings in 123 iterations.", "seed: 4 # of everything")
                .as("loads nothing")
                .doesNotContain("http:", "https:", "href", "<script", "url(");
        assertThat(Pattern.compile("src=\"(?!data:)").matcher(html).find()).isFalse();
        Map<String, BufferedImage> pictures = pictures(html);
        assertThat(pictures)
                .containsKeys("Returns", "Training return", "Approximate KL", "Clip fraction", "Entropy", "Speed")
                .as("a game of discrete choices has no deviation, this run no reference")
                .doesNotContainKeys("Standard deviation", "KL to the reference");
        assertThat(pictures.get("Entropy").getWidth()).isEqualTo(2 * Panel.WIDTH);
        assertThat(countOf(pictures.get("Entropy"), Palette.TRAINING)).isGreaterThan(500);
    }

    @Test
    void theSameFiguresGiveTheSamePage() throws Exception {
        assertThat(page(recorded("lander-seed4"), List.of()).html())
                .isEqualTo(page(recorded("lander-seed4"), List.of()).html());
    }

    @Test
    void healthyRangesAndSpansOfWarningsAreShadedWhereTheyBelong() throws Exception {
        MetricsTable table = recorded("lander-learning-rate-0.3");
        List<HealthWarning> warnings =
                new HealthCheck(new HealthSettings(0, 2, 200)).replay(table).warnings();

        String html = page(table, warnings).html();

        assertThat(html)
                .contains("<th>entropy has collapsed</th><td class=\"span\">since iteration 57 (466,944 steps)</td>")
                .contains("raise ppo.entropyCoefficient", "healthy 0.5 to 1")
                .doesNotContain("No warnings");
        Map<String, BufferedImage> pictures = pictures(html);
        Color ill = onWhite(Palette.ILL);
        Color healthy = onWhite(Palette.HEALTHY);
        long whole = countOf(pictures.get("Gradient norm"), ill);
        long tail = countOf(pictures.get("Entropy"), ill);
        assertThat(whole).as("from the first iteration").isGreaterThan(100_000);
        assertThat((double) tail / whole).as("the last 6 of 62").isBetween(0.05, 0.15);
        assertThat(countOf(pictures.get("Value loss"), ill)).isZero();
        assertThat(countOf(pictures.get("Explained variance"), healthy)).isGreaterThan(10_000);
        assertThat(countOf(pictures.get("Value loss"), healthy)).isZero();
    }

    @Test
    void textsAreEscaped() throws Exception {
        String evil = "<script>alert(1)</script>&\"";
        MetricsTable table = recorded("lander-seed4");
        HealthWarning warning = new HealthWarning(evil, evil, evil, List.of(), new HealthWarning.Moment(1, 1), null);
        String html = new ReportPage(
                        evil,
                        evil,
                        evil,
                        List.of(new ReportPage.Fact(evil, evil, evil)),
                        List.of(evil),
                        new byte[0],
                        table,
                        List.of(warning),
                        "</pre>" + evil)
                .html();

        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;", "&lt;/pre&gt;&lt;script");
    }

    @Test
    void behaviorsHavePanelsOfTheirOwnAndTimeIsShownOnce() throws Exception {
        Path file = Files.writeString(
                folder.resolve("metrics.csv"),
                "iteration,steps,seconds,steps_per_second,guard.episodes,guard.entropy,scout.episodes,scout.entropy\n"
                        + "1,100,1,100,5,1.2,6,1.3\n2,200,2,100,9,1.1,9,1.2\n");

        String html = page(MetricsTable.read(file), List.of()).html();

        assertThat(html).contains("<h3>guard: Exploration</h3>", "<h3>scout: Exploration</h3>");
        assertThat(html).containsOnlyOnce("<h3>Time</h3>").containsOnlyOnce("Speed over steps");
        assertThat(html).doesNotContain("Learning curve").as("no episode has a return yet");
    }

    @Test
    void figuresThatOneBehaviorAloneHasAreShownToo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("metrics.csv"),
                "iteration,steps,seconds,guard.episodes,scout.episodes,scout.reward_lamp,scout.unused\n"
                        + "1,100,1,5,6,0.25,\n2,200,2,9,9,0.5,\n");

        String html = page(MetricsTable.read(file), List.of()).html();

        assertThat(html)
                .contains("<h3>scout: Other figures</h3>", "<figcaption>Return: lamp<span>0.5</span>")
                .doesNotContain("guard: Other figures", "unused");
    }

    @Test
    void aRunWithoutIterationsHasAPageToo() throws Exception {
        Path file = Files.writeString(folder.resolve("metrics.csv"), "iteration,steps,seconds\n");

        assertThat(page(MetricsTable.read(file), List.of()).html())
                .contains("No iteration is finished yet.", "Configuration")
                .doesNotContain("<img");
    }

    @Test
    void theLearningCurveHasTheColoursOfItsLines() throws Exception {
        byte[] png = new LearningCurve(recorded("lander-seed4"), "lander, seed 4", 200).png(2);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * LearningCurve.WIDTH);
        assertThat(countOf(image, Palette.TRAINING)).isGreaterThan(100);
        assertThat(countOf(image, Palette.EVALUATION)).isGreaterThan(100);
        assertThat(countOf(image, Palette.TARGET)).isGreaterThan(100);
    }

    @Test
    void whereALessonBeginsALineGoesDown() throws Exception {
        long before = sidePixels("1", "1", "1", "1");
        long oneMove = sidePixels("1", "1", "2", "2");

        assertThat(oneMove).isGreaterThan(before + 100);
        assertThat(sidePixels("1", "2", "3", "3")).isGreaterThan(oneMove + 100);
        assertThat(sidePixels("", "", "", "")).isEqualTo(before);
    }

    private long sidePixels(String... lessons) throws IOException {
        StringBuilder csv = new StringBuilder("iteration,steps,seconds,lesson,episode_return_mean\n");
        for (int i = 0; i < lessons.length; i++) {
            csv.append(i + 1 + "," + 100 * (i + 1) + "," + (i + 1) + "," + lessons[i] + "," + i % 2 + "\n");
        }
        Path file = Files.writeString(folder.resolve("metrics.csv"), csv);
        byte[] png = new LearningCurve(MetricsTable.read(file), "", Double.POSITIVE_INFINITY).png(2);
        return countOf(ImageIO.read(new ByteArrayInputStream(png)), Palette.SIDE);
    }

    /** Rewards may be near the largest float, and their sums above it: the library drew them for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"1e31", "-1e31", "3e38", "1e308", "1e-320", "1e-40"})
    void aLearningCurveOfHugeOrTinyReturnsIsDrawn(String size) throws Exception {
        Path file = Files.writeString(
                folder.resolve("metrics.csv"),
                "iteration,steps,seconds,lesson,episode_return_mean,evaluation_return_mean,evaluation_return_confidence\n"
                        + "1,100,1,1,0,%s,%s\n2,200,2,2,%s,1,%s\n".formatted(size, size, size, size));
        MetricsTable table = MetricsTable.read(file);

        for (double target : new double[] {200, 1e300, Double.POSITIVE_INFINITY}) {
            byte[] png = assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> new LearningCurve(table, "", target).png(1));
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getHeight()).isEqualTo(LearningCurve.HEIGHT);
        }
        String html = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> page(table, List.of()).html());
        assertThat(html).contains("Training return");
    }

    @Test
    void aRunWithoutAnyEpisodeHasNoLearningCurve() throws Exception {
        Path file = Files.writeString(folder.resolve("metrics.csv"), "iteration,steps,seconds\n1,100,1\n");

        assertThat(new LearningCurve(MetricsTable.read(file), "lander", 15).png(1))
                .isEmpty();
    }
}
