package io.github.gdxagents.training.run.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.ppo.device.LearningDevice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class LearnerBenchmarkTest {
    private static final LearnerPlan PLAN = new LearnerPlan(1, List.of(4, 8), List.of(32, 100), 300, 2);

    private static LearnerSpeeds measure(int rounds) {
        return new LearnerBenchmark(PLAN, LearningDevice.CPU, new BenchmarkEffort(rounds, 0))
                .run(BenchmarkProgress.NONE);
    }

    @Test
    void eachWidthIsMeasuredWithEachMinibatch() {
        LearnerSpeeds speeds = measure(2);

        assertThat(speeds.rounds()).isEqualTo(2);
        assertThat(speeds.learners())
                .extracting(learner -> learner.width() + " " + learner.minibatch())
                .containsExactly("4 32", "4 100", "8 32", "8 100");
    }

    /** 300 samples are dealt into 9 minibatches of about 32, or into 3 of 100; there are two epochs. */
    @Test
    void timeOfAnUpdateAndSamplesPerSecondAgree() {
        for (LearnerResult learner : measure(1).learners()) {
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

    private static LearnerSpeeds speeds(double processor, double load) {
        Machine machine = new Machine(2, load, "A JVM", "A system", "CPU:0");
        LearnerResult learner = new LearnerResult(
                64, 256, new Figure(200, 150, 12_345.67), processor, new Figure(1_280_000, 20_000, 1_700_000));
        return new LearnerSpeeds(PLAN, machine, 25, List.of(learner));
    }

    @Test
    void jsonHasAllFigures() {
        String json = speeds(190.5, 0).json();

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
                        Map.of("median", 200.0, "smallest", 150.0, "largest", 12_345.67),
                        "processorMicrosecondsPerUpdate",
                        190.5,
                        "samplesPerSecond",
                        Map.of("median", 1_280_000.0, "smallest", 20_000.0, "largest", 1_700_000.0))));
    }

    @Test
    void whatTheJvmDoesNotTellIsNull() {
        assertThat(speeds(Double.NaN, 0).json()).contains("\"processorMicrosecondsPerUpdate\":null,");
    }

    @Test
    void theTableHasALineForEachLearner() {
        List<String> table = speeds(190.5, 0).table();

        assertThat(table.get(0)).contains("300 samples in 2 epochs; 1 thread of 2 cores");
        assertThat(table.get(table.size() - 1).strip().split(" +"))
                .containsExactly("64x64", "256", "200.0", "150.0", "to", "12345.7", "190.5", "1,280,000");
        assertThat(String.join("\n", table)).doesNotContain("load");
        assertThat(String.join("\n", speeds(190.5, 2.5).table())).contains("a load of 2.5");
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> new LearnerPlan(0, List.of(1), List.of(1), 1, 1))
                .hasMessage("threads: must be at least 1, but is [0]");
        assertThatThrownBy(() -> new LearnerPlan(1, List.of(4, -1), List.of(1), 1, 1))
                .hasMessage("widths: must be at least 1, but is [4, -1]");
        assertThatThrownBy(() -> new LearnerPlan(1, List.of(1), List.of(), 1, 1))
                .hasMessageContaining("minibatches");
        assertThatThrownBy(() -> new LearnerPlan(1, List.of(1), List.of(1), 0, 1))
                .hasMessageContaining("samples");
        assertThatThrownBy(() -> new LearnerPlan(1, List.of(1), List.of(1), 1, 0))
                .hasMessageContaining("epochs");
    }
}
