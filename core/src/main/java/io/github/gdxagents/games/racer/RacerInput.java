package io.github.gdxagents.games.racer;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;

/**
 * Drives with arrow keys or WASD: up is full throttle, down brakes and drives backwards.
 *
 * <p>A key knows only all or nothing, so the wheel goes to its end while a key is held, and back when it is let go.
 */
public final class RacerInput implements PlayerInput {
    @Override
    public void decide(KeyState keys, Actions out) {
        out.setContinuous(0, held(keys, Keys.RIGHT, Keys.D) - held(keys, Keys.LEFT, Keys.A));
        out.setContinuous(1, held(keys, Keys.UP, Keys.W) - held(keys, Keys.DOWN, Keys.S));
    }

    private static float held(KeyState keys, int arrow, int letter) {
        return keys.isPressed(arrow) || keys.isPressed(letter) ? 1f : 0f;
    }

    @Override
    public String help() {
        return "Up, W\tthrottle\nDown, S\tbrake, backwards\nLeft, A\tsteer to the left\nRight, D\tsteer to the right";
    }
}
