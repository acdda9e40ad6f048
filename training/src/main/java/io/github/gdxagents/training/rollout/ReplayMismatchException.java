package io.github.gdxagents.training.rollout;

import java.util.List;

/** A game plays otherwise than when its episodes were recorded: the message lists instances and what differs. */
public final class ReplayMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    ReplayMismatchException(String game, int instances, List<String> problems) {
        super("game " + game + ": " + problems.size() + " of " + instances
                + " running episodes can't be played again as they were saved:\n  "
                + String.join("\n  ", problems.stream().sorted().limit(SHOWN).toList())
                + (problems.size() > SHOWN ? "\n  ..." : ""));
    }
}
