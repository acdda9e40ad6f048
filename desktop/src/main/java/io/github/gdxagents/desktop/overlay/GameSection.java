package io.github.gdxagents.desktop.overlay;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.desktop.session.EpisodeSession;

/** What the game itself counts in this episode: the parts of the return and its own figures; nothing if it names none. */
final class GameSection extends Section {
    private final EpisodeSession session;
    private final Readout[] terms;
    private final Readout[] statistics;

    GameSection(EpisodeSession session) {
        super(isEmpty(session) ? "" : "RETURN AND FIGURES");
        this.session = session;
        BehaviorSpec behavior = session.seat().behavior();
        terms = behavior.rewardTerms().stream().map(this::row).toArray(Readout[]::new);
        statistics = behavior.statistics().stream().map(this::row).toArray(Readout[]::new);
        setVisible(!isEmpty(session));
    }

    private static boolean isEmpty(EpisodeSession session) {
        BehaviorSpec behavior = session.seat().behavior();
        return behavior.rewardTerms().isEmpty() && behavior.statistics().isEmpty();
    }

    void update() {
        for (int i = 0; i < terms.length; i++) {
            double sum = session.rewardTerms()[i];
            terms[i].clear("").add(sum, 2).show();
            terms[i].setColor(sum < 0 ? Style.BAD.color() : Style.GOOD.color());
        }
        for (int i = 0; i < statistics.length; i++) {
            statistics[i].clear("").add(session.seat().statistics().get(i), 2).show();
        }
    }
}
