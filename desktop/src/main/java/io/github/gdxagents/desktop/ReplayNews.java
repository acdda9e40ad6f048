package io.github.gdxagents.desktop;

import io.github.gdxagents.desktop.overlay.Banner;
import java.io.PrintStream;

/** Tells in the window, and at the end on the console, how the replay of an episode goes. */
final class ReplayNews {
    private static final float FOREVER = Float.MAX_VALUE;
    private static final int LONGEST = 700; // characters that leave something of the scene to be seen

    private final ReplayReport report;
    private final Banner banner;
    private final PrintStream results;
    private boolean warned;

    ReplayNews(ReplayReport report, Banner banner, PrintStream results) {
        this.report = report;
        this.banner = banner;
        this.results = results;
    }

    /** The episode begins anew. */
    void begin() {
        warned = false;
        banner.solved();
        banner.hideNews();
    }

    /** After each frame: a difference is told when it is noticed. */
    void during() {
        String problem = warned ? null : report.problem();
        if (problem != null) {
            warned = true;
            banner.complain(shortened(problem), FOREVER);
        }
    }

    /** Nothing is left to be played. */
    void end() {
        String summary = report.summary();
        results.println(summary);
        if (report.problem() != null) {
            banner.complain(shortened(summary), FOREVER);
        } else {
            banner.tell(shortened(summary), FOREVER);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
