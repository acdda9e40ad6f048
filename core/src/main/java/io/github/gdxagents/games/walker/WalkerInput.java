package io.github.gdxagents.games.walker;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Moves the four joints of the walker: Q, A, W and S those of the first leg, the arrow keys those of the second.
 */
public final class WalkerInput implements PlayerInput {
    private static final int[] FORWARD = {Keys.Q, Keys.W, Keys.UP, Keys.RIGHT};
    private static final int[] BACK = {Keys.A, Keys.S, Keys.DOWN, Keys.LEFT};

    @Override
    public void decide(KeyState keys, Actions out) {
        for (int joint = 0; joint < FORWARD.length; joint++) {
            int power = (keys.isPressed(FORWARD[joint]) ? 1 : 0) - (keys.isPressed(BACK[joint]) ? 1 : 0);
            out.setContinuous(joint, power);
        }
    }

    @Override
    public String help() {
        return "Q / A\tfirst leg forward / back\nW / S\tstretch / bend its knee\n"
                + "Up / Down\tsecond leg forward / back\nRight / Left\tstretch / bend its knee";
    }
}
