package io.github.gdxagents.desktop.overlay;

import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.desktop.session.EpisodeSession;

/** What the agent perceives: each value by its name, with a bar from -1 to 1; of large grids and sets the first values alone. */
final class ObservationSection extends Section {
    private static final int MOST_ROWS = 256; // more would slow the window down

    private final EpisodeSession session;
    private final Bar[] bars;
    private final Readout[] values;

    ObservationSection(EpisodeSession session) {
        super("OBSERVATION");
        this.session = session;
        ObservationSpec spec = session.seat().behavior().observation();
        bars = new Bar[Math.min(spec.size(), MOST_ROWS)];
        values = new Readout[bars.length];
        for (ObservationGroup group : spec.groups()) {
            if (!group.name().isEmpty() && group.offset() < bars.length) {
                line(group.name() + ", " + group.describe());
            }
            for (int i = group.offset(); i < Math.min(group.offset() + group.size(), bars.length); i++) {
                bars[i] = Bar.signed();
                values[i] = row(spec.names().get(i), bars[i]);
            }
        }
        if (bars.length < spec.size()) {
            line("and " + (spec.size() - bars.length) + " more");
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
