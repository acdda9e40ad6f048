package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.physics.box2d.Body;

/**
 * A coin, until it is taken.
 *
 * <p>Thread safety: that of its simulation.
 */
final class PlatformerCoin {
    static final float RADIUS = 0.3f;

    final float x;
    final float y;
    private final Body body;
    private boolean taken;

    PlatformerCoin(Body body, float x, float y) {
        this.body = body;
        this.x = x;
        this.y = y;
        body.setUserData(this);
    }

    void take() {
        taken = true;
        body.setActive(false);
    }

    boolean isTaken() {
        return taken;
    }
}
