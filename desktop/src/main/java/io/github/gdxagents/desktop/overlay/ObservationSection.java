package io.github.gdxagents.desktop.overlay;

import io.github.gdxagents.desktop.session.EpisodeSession;
import java.util.List;

/** What the agent perceives: each value by its name, with a bar from -1 to 1. */
final class ObservationSection extends Section {
    private final EpisodeSession session;
    private final Bar[] bars;
    private final Readout[] values;

    ObservationSection(EpisodeSession session) {
        super("OBSERVATION");
        this.session = session;
        List<String> names = session.seat().behavior().observation().names();
        bars = new Bar[names.size()];
        values = new Readout[names.size()];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = Bar.signed();
            values[i] = row(names.get(i), bars[i]);
        }
    }

    void update(boolean text) {
        float[] observation = session.observation();
        for (int i = 0; i < bars.length; i++) {
            bars[i].set(observation[i], Style.ACCENT.color());
            if (text) {
                values[i].clear("").add(observation[i], 3).show();
            }
        }
    }
}
