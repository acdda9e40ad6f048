package com.example.hound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.check.SimulationCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation's game with sensors, one of them its own, is checked and played here. */
class HoundTest {
    private static final Path SOURCES = Path.of("src/test/java/com/example/hound");

    @Test
    void theGameKeepsTheContract() {
        SimulationCheck.of(new HoundFactory()).run().requireClean();
    }

    @Test
    void theNoseSmellsWhatTheFormulaSays() {
        Box2DNatives.require();
        Hound hound = new Hound();
        hound.reset(1);
        hound.treats.clear();
        hound.treats.add(new Vector2(0, 3));
        hound.body.setTransform(0, 0, (float) Math.PI / 2);
        List<String> names = hound.behavior().observation().names();
        float[] values = new float[names.size()];
        ObservationWriter writer = new ObservationWriter(hound.behavior().observation());
        hound.observe(writer.begin(values));
        writer.finish();
        assertThat(values[names.indexOf("nose.here")]).isEqualTo(0.1f);
        assertThat(values[names.indexOf("nose.ahead")]).isCloseTo(0.1f, within(1e-6f)); // 0.2 two metres away
        hound.dispose();
    }

    @Test
    void theDocumentationShowsCodeThatIsTested() throws IOException {
        String code = bare(Files.readString(SOURCES.resolve("NoseSensor.java")))
                + bare(Files.readString(SOURCES.resolve("Hound.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/sensors.md")));
        List<String> shown = blocks.results().map(block -> block.group(1)).toList();
        assertThat(shown).hasSize(2);
        for (String block : shown) {
            for (String part : block.split("\n\n")) {
                assertThat(code).contains(bare(part));
            }
        }
    }

    private static String bare(String code) {
        return code.lines()
                .map(line -> line.replaceAll("//.*|@Override|\\s", ""))
                .collect(Collectors.joining());
    }
}
