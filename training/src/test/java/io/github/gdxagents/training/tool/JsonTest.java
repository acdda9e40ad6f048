package io.github.gdxagents.training.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {
    private static final Map<String, Object> OBJECT = Json.object(
            "text", "a \"quote\", a \\ and\na line", "number", 2.5, "list", List.of(1, true), "object", Map.of("a", 1));

    @Test
    void fieldsKeepTheirOrderOnASingleLine() {
        assertThat(Json.compact(OBJECT))
                .isEqualTo("{\"text\":\"a \\\"quote\\\", a \\\\ and\\u000aa line\",\"number\":2.5,\"list\":[1,true],"
                        + "\"object\":{\"a\":1}}");
        assertThat(Json.spaced(OBJECT))
                .isEqualTo(
                        "{\"text\": \"a \\\"quote\\\", a \\\\ and\\u000aa line\", \"number\": 2.5, \"list\": [1, true],"
                                + " \"object\": {\"a\": 1}}");
    }

    @Test
    void itIsReadAsItWas() {
        assertThat(JsonMapper.shared().readValue(Json.compact(OBJECT), Map.class))
                .isEqualTo(OBJECT);
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Json.compact(Json.object("a", Double.NaN, "b", Float.POSITIVE_INFINITY)))
                .isEqualTo("{\"a\":null,\"b\":null}");
    }
}
