package io.github.gdxagents.replay;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the golden files hold. replay-v1.replay: three steps of the skirmish. replay-v2.replay: two steps of a siege, with settings of the
 * episode's own. Thread safety: stateless.
 */
final class Golden {
    static final long SEED = -2026;
    static final long HASH = 0x66743CB36D13E70AL;
    static final String DECISIONS = "00d1bf0f42bf02014b000080bf0202d30000803f01033d01000492010000ebf8014a"
            + "bf020180000080bf0200ac43e83b3f0101bf000080bf01039f020004660200";
    static final long SIEGE_HASH = 0x029D2ECCFF8DABB8L;
    static final String SIEGE_DECISIONS = "006000" + "013002" + "029701" + "000202";
    static final Replay REPLAY = new Replay(
            "skirmish",
            settings(),
            new RecordedEpisode(SEED, 3, HASH, HexFormat.of().parseHex(DECISIONS)),
            "kept as an example, 更大");

    static final Replay SIEGE = new Replay(
            "siege",
            siege(2, 0),
            new RecordedEpisode(SEED, siege(3, 1), 2, SIEGE_HASH, HexFormat.of().parseHex(SIEGE_DECISIONS)),
            "kept as an example, 更大");

    private Golden() {}

    private static Map<String, Double> siege(double strength, double delay) {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("strength", strength);
        settings.put("delay", delay);
        return settings;
    }

    private static Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("scouts", 3.0);
        settings.put("größe", -0.5);
        return settings;
    }
}
