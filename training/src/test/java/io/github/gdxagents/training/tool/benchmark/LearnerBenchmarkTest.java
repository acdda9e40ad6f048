package io.github.gdxagents.training.tool.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.ppo.SyntheticLearner;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.PrintedLines;
import io.github.gdxagents.training.tool.benchmark.LearnerResult.Learner;
import io.github.gdxagents.training.tool.benchmark.LearnerResult.Round;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class LearnerBenchmarkTest {
    private static final LearnerBenchmark BENCHMARK = new LearnerBenchmark(1, List.of(4, 8), List.of(32, 100), 300, 2);

    private static LearnerResult measure(int rounds) {
        return BENCHMARK.run(LearningDevice.CPU, new Rounds(rounds, 0), round -> {});
    }

    @Test
    void eachWidthIsMeasuredWithEachMinibatch() {
        LearnerResult result = measure(2);

        assertThat(result.rounds()).isEqualTo(2);
        assertThat(result.learners())
                .extracting(learner -> learner.width() + " " + learner.minibatch())
                .containsExactly("4 32", "4 100", "8 32", "8 100");
    }

    /** 300 samples are dealt into 9 minibatches of about 32, or into 3 of 100; there are two epochs. */
    @Test
    void timeOfAnUpdateAndSamplesPerSecondAgree() {
        for (Learner learner : measure(1).learners()) {
            double secondsOfAnIteration =
                    learner.microseconds().median() * 1e-6 * 2 * (learner.minibatch() == 32 ? 9 : 3);

            assertThat(learner.samplesPerSecond().median() * secondsOfAnIteration)
                    .isBetween(600 - 1e-6, 600 + 1e-6);
            assertThat(learner.processorMicroseconds()).isNotNegative();
            assertThat(learner.microseconds().largest())
                    .as("of a single round: warming up doesn't count")
                    .isEqualTo(learner.microseconds().smallest());
        }
    }

    /** Three iterations of 50 updates each, from 20,000 samples. */
    private static LearnerResult result(double processorMicroseconds, double load) {
        Machine machine = new Machine(2, load, "A JVM", "A system", "CPU:0");
        List<Round> rounds = DoubleStream.of(0.01, 0.0075, 1)
                .mapToObj(seconds ->
                        new Round(new SyntheticLearner.Time(50, 20_000, seconds), 50e3 * processorMicroseconds))
                .toList();
        return new LearnerResult(BENCHMARK, machine, 25, List.of(new Learner(64, 256, rounds)));
    }

    @Test
    void jsonHasAllFigures() {
        String json = Json.text(result(190.5, 0).json());

        assertThat(json).doesNotContain("\n");
        Map<?, ?> all = JsonMapper.shared().readValue(json, Map.class);
        assertThat(all.keySet())
                .map(String::valueOf)
                .containsExactly("samples", "epochs", "threads", "machine", "rounds", "learners");
        assertThat(all.get("learners"))
                .isEqualTo(List.of(Map.of(
                        "width",
                        64,
                        "minibatch",
                        256,
                        "microsecondsPerUpdate",
                        Map.of("median", 200.0, "smallest", 150.0, "largest", 20_000.0),
                        "processorMicrosecondsPerUpdate",
                        190.5,
                        "samplesPerSecond",
                        Map.of("median", 2_000_000.0, "smallest", 20_000.0, "largest", 20_000 / 0.0075))));
    }

    @Test
    void whatTheJvmDoesNotTellIsNull() {
        assertThat(Json.text(result(Double.NaN, 0).json())).contains("\"processorMicrosecondsPerUpdate\":null,");
    }

    @Test
    void theTableHasALineForEachLearner() {
        List<String> table = PrintedLines.of(result(190.5, 0)::print);

        assertThat(table.get(0)).contains("300 samples in 2 epochs; 1 thread of 2 cores");
        assertThat(table.get(table.size() - 1).strip().split(" +"))
                .containsExactly("64x64", "256", "200.0", "150.0", "to", "20000.0", "190.5", "2,000,000");
        assertThat(String.join("\n", table)).doesNotContain("load");
        assertThat(String.join("\n", PrintedLines.of(result(190.5, 2.5)::print)))
                .contains("a load of 2.5");
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatThrownBy(() -> new LearnerBenchmark(0, List.of(1), List.of(1), 1, 1))
                .hasMessage("threads: must be at least 1, but is [0]");
        assertThatThrownBy(() -> new LearnerBenchmark(1, List.of(4, -1), List.of(1), 1, 1))
                .hasMessage("widths: must be at least 1, but is [4, -1]");
        assertThatThrownBy(() -> new LearnerBenchmark(1, List.of(1), List.of(), 1, 1))
                .hasMessageContaining("minibatches");
        assertThatThrownBy(() -> new LearnerBenchmark(1, List.of(1), List.of(1), 0, 1))
                .hasMessageContaining("samples");
        assertThatThrownBy(() -> new LearnerBenchmark(1, List.of(1), List.of(1), 1, 0))
                .hasMessageContaining("epochs");
    }
}
