package io.github.gdxagents.games.view;

import com.badlogic.gdx.math.Matrix4;
import com.badlogic.gdx.utils.Disposable;

/**
 * Draws one simulation between its physics steps.
 *
 * <p>Physics runs at its own rate, the screen at another. A view therefore remembers where things were before and after the last step
 * and draws them in between:
 *
 * <pre>{@code
 * simulation.reset(seed);
 * view.reset();
 * ... each frame:
 *     while (clock.stepDue()) { simulation.step(); view.step(); }
 *     view.render(delta, clock.alpha());
 * }</pre>
 *
 * <p>A view only reads its simulation. It allocates nothing per frame.
 *
 * <p>Thread safety: none; everything happens on the render thread.
 */
public interface GameView extends Disposable {
    /**
     * Says where in the window to draw.
     *
     * @param x the left edge in pixels
     * @param y the bottom edge in pixels
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    void resize(int x, int y, int width, int height);

    /** Forgets what it remembers of the last episode. Call it after each reset of the simulation. */
    void reset();

    /** Remembers the simulation's new state. Call it after each physics step. */
    void step();

    /**
     * Draws a frame.
     *
     * @param delta game seconds since the last frame; 0 while the game is paused
     * @param alpha how far the game is from the state before the last step (0) to the state after it (1)
     */
    void render(float delta, float alpha);

    /**
     * Where metres of the simulation's world are in the picture, so that others can draw over it, right after {@link #render} and in the
     * viewport that it leaves.
     *
     * @return projection and view of the last frame, to be read only; null, as by default, if no metres are shown
     */
    default Matrix4 projection() {
        return null;
    }
}
