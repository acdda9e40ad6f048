package io.github.gdxagents.desktop.overlay;

import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.SteppingClock;
import java.util.Locale;

/** Which episode this is, who plays it, and how it goes. */
final class EpisodeSection extends Section {
    private final EpisodeSession session;
    private final SteppingClock clock;
    private final Readout pilot;
    private final Readout episode;
    private final Readout steps;
    private final Readout speed;
    private final Readout sum;
    private final String[] statuses;

    EpisodeSection(EpisodeSession session, SteppingClock clock) {
        super("EPISODE");
        this.session = session;
        this.clock = clock;
        pilot = row("pilot");
        episode = row("number, seed");
        steps = row("steps");
        speed = row("speed");
        sum = row("return");
        StepStatus[] all = StepStatus.values();
        statuses = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            statuses[i] = all[i].name().toLowerCase(Locale.ROOT);
        }
    }

    void update() {
        pilot.clear(session.pilot().name()).show();
        episode.clear("").add(session.episode()).add(", ").add(session.seed()).show();
        steps.clear(statuses[session.status().ordinal()])
                .add(", ")
                .add(session.steps())
                .show();
        double factor = clock.speed();
        speed.clear(clock.isPaused() ? "paused, x " : "x ")
                .add(factor, factor < 1 ? 2 : 0)
                .show();
        sum.clear("").add(session.episodeReturn(), 1).show();
        sum.setColor(session.episodeReturn() < 0 ? Style.BAD.color() : Style.GOOD.color());
    }
}
