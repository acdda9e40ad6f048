package io.github.gdxagents.games.view;

/** Tells which keys are held: {@code Gdx.input::isKeyPressed} in a window, anything else in a test. */
public interface KeyState {
    /**
     * Whether a key is held.
     *
     * @param keycode one of {@code com.badlogic.gdx.Input.Keys}
     * @return true while it is down
     */
    boolean isPressed(int keycode);
}
