package io.github.gdxagents.replay;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What replay-v1.replay holds: three steps of the skirmish. Thread safety: stateless. */
final class Golden {
    static final long SEED = -2026;
    static final long HASH = 0x66743CB36D13E70AL;
    static final String DECISIONS = "00d1bf0f42bf02014b000080bf0202d30000803f01033d01000492010000ebf8014a"
            + "bf020180000080bf0200ac43e83b3f0101bf000080bf01039f020004660200";
    static final Replay REPLAY = new Replay(
            "skirmish",
            settings(),
            new RecordedEpisode(SEED, 3, HASH, HexFormat.of().parseHex(DECISIONS)),
            "kept as an example, 更大");

    private Golden() {}

    private static Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("scouts", 3.0);
        settings.put("größe", -0.5);
        return settings;
    }
}
