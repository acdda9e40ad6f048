package io.github.gdxagents.training.run.benchmark;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What all benchmarks write alike.
 *
 * <p>Thread safety: none.
 */
final class JsonParts {
    private final JsonGenerator json;

    JsonParts(JsonGenerator json) {
        this.json = json;
    }

    /** What a writer writes, on one line without a newline at its end. */
    static String line(Consumer<JsonGenerator> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(json);
        }
        return text.toString();
    }

    void machine(Machine machine) {
        json.writeObjectPropertyStart("machine");
        json.writeNumberProperty("cores", machine.cores());
        json.writeNumberProperty("load", machine.load());
        json.writeStringProperty("jvm", machine.jvm());
        json.writeStringProperty("system", machine.system());
        json.writeStringProperty("device", machine.device());
        json.writeEndObject();
    }

    void figure(String key, Figure figure) {
        json.writeObjectPropertyStart(key);
        number("median", figure.median());
        number("smallest", figure.smallest());
        number("largest", figure.largest());
        json.writeEndObject();
    }

    /** JSON has no word for what is no number: that is null. */
    void number(String key, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(key, value);
        } else {
            json.writeNullProperty(key);
        }
    }
}
