package io.github.gdxagents.games.lander;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Steers the lander with arrow keys or WASD: up burns, left and right push to that side.
 *
 * <p>The discrete lander fires one engine a step; whoever holds two keys gets them in turn, step by step.
 */
public final class LanderInput implements PlayerInput {
    private static final int NOTHING = 0;
    private static final int PUSH_LEFT = 1;
    private static final int MAIN = 2;
    private static final int PUSH_RIGHT = 3;

    private boolean mainWasLast;

    @Override
    public void decide(KeyState keys, Actions out) {
        boolean up = keys.isPressed(Keys.UP) || keys.isPressed(Keys.W);
        int side = 0;
        if (keys.isPressed(Keys.LEFT) || keys.isPressed(Keys.A)) {
            side--;
        }
        if (keys.isPressed(Keys.RIGHT) || keys.isPressed(Keys.D)) {
            side++;
        }
        if (out.spec().continuousSize() > 0) {
            out.setContinuous(0, up ? 1f : -1f);
            out.setContinuous(1, side);
        } else {
            out.setDiscrete(0, choice(up, side));
        }
    }

    private int choice(boolean up, int side) {
        boolean main = up && (side == 0 || !mainWasLast);
        mainWasLast = main;
        if (main) {
            return MAIN;
        }
        if (side == 0) {
            return NOTHING;
        }
        return side < 0 ? PUSH_LEFT : PUSH_RIGHT;
    }

    @Override
    public String help() {
        return "Up, W\tmain engine\nLeft, A\tpush to the left\nRight, D\tpush to the right";
    }
}
