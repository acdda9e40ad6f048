package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.config.TrainingConfig;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A benchmark's result for programs: one line of JSON. {@code docs/benchmarks.md} explains its keys.
 *
 * <p>Thread safety: none.
 */
public final class BenchmarkJson {
    private final BenchmarkResult result;
    private final JsonGenerator json;

    private BenchmarkJson(BenchmarkResult result, JsonGenerator json) {
        this.result = result;
        this.json = json;
    }

    /**
     * Writes it.
     *
     * @param result what was measured
     * @return one line, without a newline at its end
     */
    public static String of(BenchmarkResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new BenchmarkJson(result, json).write();
        }
        return text.toString();
    }

    private void write() {
        json.writeStartObject();
        config();
        machine();
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

    private void machine() {
        Machine machine = result.machine();
        json.writeObjectPropertyStart("machine");
        json.writeNumberProperty("cores", machine.cores());
        json.writeNumberProperty("load", machine.load());
        json.writeStringProperty("jvm", machine.jvm());
        json.writeStringProperty("system", machine.system());
        json.writeStringProperty("device", machine.device());
        json.writeEndObject();
    }

    private void threads(ThreadResult threads) {
        ThreadResult first = result.threads().get(0);
        json.writeStartObject();
        json.writeNumberProperty("threads", threads.threads());
        for (Activity activity : Activity.values()) {
            figure(activity.speedKey(), threads.speed(activity));
        }
        figure(Activity.COLLECTION.ratioKey(), threads.ratio(Activity.COLLECTION));
        figure(Activity.TRAINING.ratioKey(), threads.ratio(Activity.TRAINING));
        for (Share share : Share.values()) {
            figure(share.key(), threads.share(share));
        }
        for (Activity activity : Activity.values()) {
            figure(activity.speedUpKey(), threads.speedUp(activity, first));
        }
        json.writeStringProperty("limit", threads.limit().title());
        json.writeEndObject();
    }

    private void figure(String key, Figure figure) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("median", figure.median());
        json.writeNumberProperty("smallest", figure.smallest());
        json.writeNumberProperty("largest", figure.largest());
        json.writeEndObject();
    }
}
