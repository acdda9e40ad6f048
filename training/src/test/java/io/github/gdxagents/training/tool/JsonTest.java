package io.github.gdxagents.training.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {
    private record Point(double x, double y) {}

    private static final Map<String, Object> OBJECT = Json.object(
            "text", "a \"quote\", a \\ and\na line", "number", 2.5, "list", List.of(1, true), "object", Map.of("a", 1));

    @Test
    void fieldsKeepTheirOrderOnASingleLine() {
        assertThat(Json.text(OBJECT))
                .isEqualTo("{\"text\":\"a \\\"quote\\\", a \\\\ and\\na line\",\"number\":2.5,\"list\":[1,true],"
                        + "\"object\":{\"a\":1}}");
    }

    @Test
    void itIsReadAsItWas() {
        assertThat(JsonMapper.shared().readValue(Json.text(OBJECT), Map.class)).isEqualTo(OBJECT);
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Json.text(Json.object("a", Double.NaN, "b", new Point(1, Double.POSITIVE_INFINITY))))
                .isEqualTo("{\"a\":null,\"b\":{\"x\":1.0,\"y\":null}}");
    }
}
