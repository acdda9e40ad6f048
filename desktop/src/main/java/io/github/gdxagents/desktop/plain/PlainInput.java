package io.github.gdxagents.desktop.plain;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;
import java.util.List;

/**
 * Keys for any action: a row of keys for each branch, whose first choice needs none, and a pair for each continuous action. What has no
 * keys any more stays at rest.
 */
final class PlainInput implements PlayerInput {
    /** The second choice and those after it. */
    private static final int[][] ROWS = {
        {Keys.NUM_1, Keys.NUM_2, Keys.NUM_3, Keys.NUM_4, Keys.NUM_5, Keys.NUM_6, Keys.NUM_7, Keys.NUM_8, Keys.NUM_9},
        {Keys.F2, Keys.F3, Keys.F4, Keys.F5, Keys.F6, Keys.F7, Keys.F8, Keys.F9, Keys.F10}
    };

    /** To -1 and to 1. */
    private static final int[][] PAIRS = {
        {Keys.LEFT, Keys.RIGHT},
        {Keys.DOWN, Keys.UP},
        {Keys.A, Keys.D},
        {Keys.S, Keys.W},
        {Keys.J, Keys.L},
        {Keys.K, Keys.I}
    };

    private final ActionSpec action;

    PlainInput(ActionSpec action) {
        this.action = action;
    }

    @Override
    public void decide(KeyState keys, Actions out) {
        for (int i = 0; i < Math.min(PAIRS.length, action.continuousSize()); i++) {
            float value = (keys.isPressed(PAIRS[i][1]) ? 1 : 0) - (keys.isPressed(PAIRS[i][0]) ? 1 : 0);
            out.setContinuous(i, value);
        }
        for (int b = 0; b < Math.min(ROWS.length, action.branchCount()); b++) {
            out.setDiscrete(b, choice(keys, b));
        }
    }

    private int choice(KeyState keys, int branch) {
        for (int choice = 1; choice < Math.min(ROWS[branch].length + 1, action.branchSize(branch)); choice++) {
            if (keys.isPressed(ROWS[branch][choice - 1])) {
                return choice;
            }
        }
        return 0;
    }

    @Override
    public String help() {
        StringBuilder help = new StringBuilder();
        List<String> continuous = action.continuous();
        for (int i = 0; i < Math.min(PAIRS.length, continuous.size()); i++) {
            line(help, Keys.toString(PAIRS[i][0]) + ", " + Keys.toString(PAIRS[i][1]), continuous.get(i) + " -1, 1");
        }
        for (int b = 0; b < Math.min(ROWS.length, action.branchCount()); b++) {
            ActionBranch branch = action.branches().get(b);
            for (int choice = 1;
                    choice < Math.min(ROWS[b].length + 1, branch.choices().size());
                    choice++) {
                line(
                        help,
                        Keys.toString(ROWS[b][choice - 1]),
                        branch.name() + ": " + branch.choices().get(choice));
            }
        }
        return help.toString();
    }

    private static void line(StringBuilder help, String keys, String meaning) {
        help.append(help.length() == 0 ? "" : "\n").append(keys).append('\t').append(meaning);
    }
}
