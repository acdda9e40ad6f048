package io.github.gdxagents.desktop;

import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.ReplayPilot;
import io.github.gdxagents.replay.Replay;

/** What there is to say of an episode that is played again. */
final class ReplayReport {
    private final Replay replay;
    private final EpisodeSession session;
    private final ReplayPilot pilot;

    ReplayReport(Replay replay, EpisodeSession session) {
        this.replay = replay;
        this.session = session;
        pilot = (ReplayPilot) session.pilot();
    }

    /** What is wrong so far, or null. */
    String problem() {
        return session.fault() != null ? "The game breaks: " + session.fault().getMessage() : pilot.difference();
    }

    /** How it ended, and why it was kept. */
    String summary() {
        String note = PrintableText.lines(replay.note()); // a stranger's, and it is printed to a terminal
        if (session.fault() != null
                && note.contains(PrintableText.lines(session.fault().getMessage()))) {
            return "The game breaks as it did: " + note;
        }
        String problem = problem();
        String outcome = problem != null
                ? problem
                : "Played to its end after " + session.steps()
                        + " physics steps: the game does what was recorded, and does not break";
        return note.isEmpty() ? outcome : outcome + "\nKept because: " + note;
    }
}
