package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.config.TrainingConfig;
import tools.jackson.core.JsonGenerator;

/**
 * A benchmark's result for programs: one line of JSON. {@code docs/benchmarks.md} explains its keys.
 *
 * <p>Thread safety: none.
 */
public final class BenchmarkJson {
    private final BenchmarkResult result;
    private final JsonGenerator json;
    private final JsonParts parts;

    private BenchmarkJson(BenchmarkResult result, JsonGenerator json) {
        this.result = result;
        this.json = json;
        parts = new JsonParts(json);
    }

    /**
     * Writes it.
     *
     * @param result what was measured
     * @return one line, without a newline at its end
     */
    public static String of(BenchmarkResult result) {
        return JsonParts.line(json -> new BenchmarkJson(result, json).write());
    }

    private void write() {
        json.writeStartObject();
        config();
        parts.machine(result.machine());
        json.writeNumberProperty("rounds", result.rounds());
        json.writeArrayPropertyStart("threads");
        result.threads().forEach(this::threads);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void config() {
        TrainingConfig config = result.config();
        json.writeStringProperty("game", config.game());
        json.writeObjectPropertyStart("settings");
        config.settings().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeNumberProperty("instances", config.rollout().instances());
        json.writeNumberProperty("horizon", config.rollout().horizon());
        json.writeNumberProperty("epochs", config.ppo().epochs());
        json.writeNumberProperty("minibatchSize", config.ppo().minibatchSize());
        json.writeArrayPropertyStart("hidden");
        config.network().hidden().forEach(json::writeNumber);
        json.writeEndArray();
    }

    private void threads(ThreadResult threads) {
        ThreadResult first = result.threads().get(0);
        json.writeStartObject();
        json.writeNumberProperty("threads", threads.threads());
        for (Activity activity : Activity.values()) {
            parts.figure(activity.speedKey(), threads.speed(activity));
        }
        parts.figure(Activity.COLLECTION.ratioKey(), threads.ratio(Activity.COLLECTION));
        parts.figure(Activity.TRAINING.ratioKey(), threads.ratio(Activity.TRAINING));
        for (Share share : Share.values()) {
            parts.figure(share.key(), threads.share(share));
        }
        for (Activity activity : Activity.values()) {
            parts.figure(activity.speedUpKey(), threads.speedUp(activity, first));
        }
        json.writeStringProperty("limit", threads.limit().title());
        json.writeEndObject();
    }
}
