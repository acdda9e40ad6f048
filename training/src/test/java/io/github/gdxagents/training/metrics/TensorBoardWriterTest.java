package io.github.gdxagents.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;

/** Reads the files back with TensorFlow's own protocol classes and a checksum worked out bit by bit. */
final class TensorBoardWriterTest {
    @TempDir
    private Path folder;

    @Test
    void eventsReadBackWithTensorFlowsOwnClasses() throws IOException {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("rollout/ep_rew_mean", -123.25);
        scalars.put("spähер/größe", 1e-3);
        try (TensorBoardWriter writer = new TensorBoardWriter(folder, 1_700_000_000_250L, 64)) {
            writer.write(8192, 1_700_000_001_500L, scalars);
            writer.write(1L << 40, 1_700_000_002_000L, Map.of("a", 1.0));
        }

        List<Event> events = EventFiles.read(folder);

        assertThat(events).hasSize(4);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(0).getWallTime()).isEqualTo(1_700_000_000.25);
        assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
        assertThat(events.get(1).getStep())
                .as("all from here on is void, and step 64 was written before")
                .isEqualTo(65);
        Event first = events.get(2);
        assertThat(first.getStep()).isEqualTo(8192);
        assertThat(first.getWallTime()).isEqualTo(1_700_000_001.5);
        assertThat(first.getSummary().getValueCount()).isEqualTo(2);
        assertThat(first.getSummary().getValue(0).getTag()).isEqualTo("rollout/ep_rew_mean");
        assertThat(first.getSummary().getValue(0).getSimpleValue()).isEqualTo(-123.25f);
        assertThat(first.getSummary().getValue(1).getTag()).isEqualTo("spähер/größe");
        assertThat(first.getSummary().getValue(1).getSimpleValue()).isEqualTo(1e-3f);
        assertThat(events.get(3).getStep()).isEqualTo(1L << 40);
    }

    @Test
    void theFileIsNamedAsTensorBoardExpects() throws IOException {
        new TensorBoardWriter(folder, 5, 0).close();

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("events.out.tfevents.");
        }
    }

    /** RFC 3720, B.4: 32 bytes of zeroes. */
    @Test
    void theChecksumOfThisTestIsTheStandards() {
        assertThat(EventFiles.crc32c(new byte[32])).isEqualTo(0x8a9136aa);
    }
}
