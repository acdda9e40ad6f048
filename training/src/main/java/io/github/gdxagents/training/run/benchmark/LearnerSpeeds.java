package io.github.gdxagents.training.run.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * What {@link LearnerBenchmark} found, for people and for programs.
 *
 * <p>Thread safety: immutable.
 *
 * @param plan what was measured
 * @param machine where
 * @param rounds how often
 * @param learners what was found
 */
public record LearnerSpeeds(LearnerPlan plan, Machine machine, int rounds, List<LearnerResult> learners) {
    private static final String HEAD = "%9s %10s %12s %24s %12s %14s";
    private static final String ROW = "%9s %10d %12.1f %24s %12.1f %,14.0f";

    /** Copies the list. */
    public LearnerSpeeds {
        learners = List.copyOf(learners);
    }

    /**
     * A table.
     *
     * @return lines without a newline at their ends
     */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "8 observations, 4 choices, relu; iterations of %,d samples in %d epochs; %d thread%s of %d cores, %s, %s",
                plan.samples(),
                plan.epochs(),
                plan.threads(),
                plan.threads() == 1 ? "" : "s",
                machine.cores(),
                machine.device(),
                machine.jvm()));
        if (machine.wasBusy()) {
            lines.add(format(
                    "Other programs were running (a load of %.1f): the processor's time says more than that of the clock.",
                    machine.load()));
        }
        lines.add(format("Microseconds of an update, medians of %d rounds:", rounds));
        lines.add(format(HEAD, "network", "minibatch", "median", "smallest to largest", "processor", "samples/s"));
        learners.forEach(learner -> lines.add(row(learner)));
        return lines;
    }

    private static String row(LearnerResult learner) {
        Figure time = learner.microseconds();
        return format(
                ROW,
                learner.width() + "x" + learner.width(),
                learner.minibatch(),
                time.median(),
                format("%.1f to %.1f", time.smallest(), time.largest()),
                learner.processorMicroseconds(),
                learner.samplesPerSecond().median());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /**
     * JSON; {@code docs/benchmarks.md} explains its keys.
     *
     * @return one line, without a newline at its end
     */
    public String json() {
        return JsonParts.line(this::write);
    }

    private void write(JsonGenerator json) {
        JsonParts parts = new JsonParts(json);
        json.writeStartObject();
        json.writeNumberProperty("samples", plan.samples());
        json.writeNumberProperty("epochs", plan.epochs());
        json.writeNumberProperty("threads", plan.threads());
        parts.machine(machine);
        json.writeNumberProperty("rounds", rounds);
        json.writeArrayPropertyStart("learners");
        for (LearnerResult learner : learners) {
            json.writeStartObject();
            json.writeNumberProperty("width", learner.width());
            json.writeNumberProperty("minibatch", learner.minibatch());
            parts.figure("microsecondsPerUpdate", learner.microseconds());
            parts.number("processorMicrosecondsPerUpdate", learner.processorMicroseconds());
            parts.figure("samplesPerSecond", learner.samplesPerSecond());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
