package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Plays with arrow keys or WASD; the space bar pauses every game.
 */
public final class PlatformerInput implements PlayerInput {
    @Override
    public void decide(KeyState keys, Actions out) {
        int move = 1;
        if (keys.isPressed(Keys.LEFT) || keys.isPressed(Keys.A)) {
            move--;
        }
        if (keys.isPressed(Keys.RIGHT) || keys.isPressed(Keys.D)) {
            move++;
        }
        boolean jump = keys.isPressed(Keys.UP) || keys.isPressed(Keys.W) || keys.isPressed(Keys.SHIFT_LEFT);
        out.setDiscrete(PlatformerAgent.MOVE, move);
        out.setDiscrete(PlatformerAgent.JUMP, jump ? 1 : 0);
    }

    @Override
    public String help() {
        return "Left, A\trun to the left\nRight, D\trun to the right\nUp, W, Shift\tjump; hold for higher jumps";
    }
}
