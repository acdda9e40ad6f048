package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.desktop.session.BreakingGame;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.Recorder;
import io.github.gdxagents.desktop.session.ReplayPilot;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
    private final List<Simulation> made = new ArrayList<>();

    private Simulation lander() {
        Simulation lander = GameCatalog.get("lander")
                .factory()
                .create(GameCatalog.get("lander").factory().settings());
        made.add(lander);
        return lander;
    }

    @AfterEach
    void dispose() {
        made.forEach(Simulation::dispose);
    }

    private static ReplayReport reportOn(Simulation game, RecordedEpisode episode, String note) {
        EpisodeSession session = ReplayPilot.session(game, episode, "x.replay");
        ReplayReport report = new ReplayReport(new Replay("lander", Map.of(), episode, note), session);
        session.begin(episode.seed());
        assertThat(report.problem()).isNull();
        while (!session.isOver()) {
            session.step();
        }
        return report;
    }

    @Test
    void aGameThatDoesNotBreakIsSaidToDoWhatItDid() {
        RecordedEpisode episode = Recorder.record(lander(), 3, 40);
        ReplayReport report = reportOn(lander(), episode, "instance 3, it broke");
        assertThat(report.problem()).isNull();
        assertThat(report.summary())
                .isEqualTo(
                        "Played to its end after 40 physics steps: the game does what was recorded, and does not break\n"
                                + "Kept because: instance 3, it broke");
        assertThat(reportOn(lander(), episode, "").summary()).endsWith("does not break");
    }

    @Test
    void noTerminalObeysTheNote() {
        RecordedEpisode episode = Recorder.record(lander(), 3, 40);
        assertThat(reportOn(lander(), episode, "first\n\u001b[2J\u0007").summary())
                .endsWith("Kept because: first\n\\u001b[2J\\u0007");
    }

    @Test
    void aGameThatBreaksAgainIsSaidToAndTheNoteIsNotRepeated() {
        BreakingGame.Where where = BreakingGame.Where.OBSERVES_NAN;
        GameFault found = Recorder.fault(new BreakingGame(lander(), where, 12), 3);
        assertThat(found).hasMessageContaining("physics step 12: observation 'leg.right");
        ReplayReport report = reportOn(new BreakingGame(lander(), where, 12), found.episode(), "why");
        assertThat(report.problem()).isEqualTo("The game breaks: " + found.getMessage());
        assertThat(report.summary()).isEqualTo(report.problem() + "\nKept because: why");
        String ofTrainer = "instance 3, " + found.getMessage();
        assertThat(reportOn(new BreakingGame(lander(), where, 12), found.episode(), ofTrainer)
                        .summary())
                .isEqualTo("The game breaks as it did: " + ofTrainer);
    }

    @Test
    void aGameThatWasChangedIsSaidToBe() {
        RecordedEpisode episode = Recorder.record(lander(), 3, 40);
        Simulation changed = new BreakingGame(lander(), BreakingGame.Where.OBSERVES_MORE, 12);
        assertThat(reportOn(changed, episode, "why").summary())
                .startsWith("replay of seed 3: at decision 13 the game observes otherwise")
                .endsWith("\nKept because: why");
    }
}
