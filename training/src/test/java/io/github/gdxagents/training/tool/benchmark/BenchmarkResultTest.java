package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.Part;
import io.github.gdxagents.training.tool.PrintedLines;
import io.github.gdxagents.training.tool.benchmark.BenchmarkResult.ThreadResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class BenchmarkResultTest {
    private static final TrainingConfig CONFIG = BenchmarkTest.config(new CountedCorridors(Integer.MAX_VALUE), 1);

    /** Simulation takes 1.2 s of 2, learning 0.5; bare simulation takes 1. */
    private static final TrainingRound ONE = new TrainingRound(1000, 1000, 6000, 2, 1.2, 0.2, 0.5);

    /** Simulation has become twice as fast, learning a quarter faster. */
    private static final TrainingRound TWO = new TrainingRound(1900, 1000, 6000, 1.25, 0.6, 0.1, 0.4);

    private static Machine machine(double load) {
        return new Machine(2, load, "A JVM 17", "Some \"system\"", "CPU:0");
    }

    private static BenchmarkResult result(double load) {
        return new BenchmarkResult(
                CONFIG,
                machine(load),
                3,
                List.of(
                        new ThreadResult(1, Collections.nCopies(3, ONE)),
                        new ThreadResult(2, Collections.nCopies(3, TWO))));
    }

    @Test
    void whatCouldNotBeMeasuredIsNoLimit() {
        TrainingRound unmeasured = new TrainingRound(1000, 1000, 6000, 2, Double.NaN, 0.2, 0.5);

        assertThat(new ThreadResult(1, List.of(ONE, unmeasured)).limit()).isEqualTo(Part.SIMULATION);
        assertThat(new ThreadResult(1, List.of(unmeasured)).limit()).isEqualTo(Part.LEARNING);
    }

    @Test
    void jsonIsALineWithEverything() {
        String json = Json.text(result(0.25).json());

        assertThat(json).doesNotContain("\n");
        Map<?, ?> all = JsonMapper.shared().readValue(json, Map.class);
        assertThat(all.keySet())
                .map(String::valueOf)
                .containsExactly(
                        "game",
                        "settings",
                        "instances",
                        "horizon",
                        "epochs",
                        "minibatchSize",
                        "hidden",
                        "machine",
                        "rounds",
                        "threads");
        assertThat(all.get("instances")).isEqualTo(4);
        assertThat(all.get("hidden")).isEqualTo(List.of(4));
        assertThat(all.get("machine"))
                .isEqualTo(Map.of(
                        "cores", 2, "load", 0.25, "jvm", "A JVM 17", "system", "Some \"system\"", "device", "CPU:0"));
        assertThat((List<?>) all.get("threads")).hasSize(2);
    }

    @Test
    void jsonHasAnObjectForEachNumberOfThreads() {
        List<?> threads = (List<?>) JsonMapper.shared()
                .readValue(Json.text(result(0).json()), Map.class)
                .get("threads");

        Map<?, ?> one = (Map<?, ?>) threads.get(0);
        assertThat(one.get("threads")).isEqualTo(1);
        assertThat(median(one, "bareStepsPerSecond")).isEqualTo(1000);
        assertThat(median(one, "collectionStepsPerSecond")).isEqualTo(1000 / 1.5);
        assertThat(median(one, "learningSamplesPerSecond")).isEqualTo(12000);
        assertThat(median(one, "trainingStepsPerSecond")).isEqualTo(500);
        assertThat(median(one, "trainingRatio")).isEqualTo(0.5);
        assertThat(median(one, "trainingSpeedUp")).isEqualTo(1);
        assertThat(median(one, "simulationShare")).isEqualTo(0.6);
        assertThat(median(one, "learningShare")).isEqualTo(0.25);
        assertThat(one.get("limit")).isEqualTo("simulation");

        Map<?, ?> two = (Map<?, ?>) threads.get(1);
        assertThat(median(two, "bareSpeedUp")).isEqualTo(1.9);
        assertThat(median(two, "trainingSpeedUp")).isEqualTo(1.6);
        assertThat(median(two, "learningSpeedUp")).isEqualTo(1.25);
    }

    private static double median(Map<?, ?> object, String key) {
        Map<?, ?> figure = (Map<?, ?>) object.get(key);
        assertThat(figure).as(key).hasSize(3);
        assertThat(figure.get("smallest")).as(key).isEqualTo(figure.get("median"));
        assertThat(figure.get("largest")).as(key).isEqualTo(figure.get("median"));
        return ((Number) figure.get("median")).doubleValue();
    }

    @Test
    void theTableHasSpeedsRatiosAndGains() {
        List<String> lines = PrintedLines.of(result(0)::print);

        assertThat(lines.get(0))
                .startsWith("corridor: 4 instances, 16 decisions")
                .endsWith("networks [4]");
        assertThat(columns(lines, "      1")).containsExactly("1", "1.0", "0.7", "0.667", "0.5", "0.500", "12.0");
        assertThat(columns(lines, "  2 : 1")).containsExactly("2", ":", "1", "1.900", "1.765", "1.600", "1.250");
    }

    private static String[] columns(List<String> lines, String start) {
        String line = lines.stream()
                .filter(candidate -> candidate.startsWith(start))
                .findFirst()
                .orElseThrow();
        return line.strip().split(" +");
    }

    @Test
    void theTableEndsWithWhatLimits() {
        List<String> lines = PrintedLines.of(result(0)::print);

        assertThat(lines.get(lines.size() - 2))
                .startsWith("With 1 thread: simulation limits training (60 % of the time; without it, 1,250 decisions")
                .contains("more threads, ");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("With 2 threads: simulation limits training (48 %")
                .as("all cores are in use")
                .doesNotContain("more threads");
    }

    @Test
    void aBusyMachineIsSaid() {
        assertThat(String.join("\n", PrintedLines.of(result(3.5)::print))).contains("a load of 3.5");
        assertThat(String.join("\n", PrintedLines.of(result(0.2)::print))).doesNotContain("load");
        assertThat(String.join("\n", PrintedLines.of(result(-1)::print))).doesNotContain("load");
    }
}
