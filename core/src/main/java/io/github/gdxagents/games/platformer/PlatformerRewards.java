package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.NamedValues;

/**
 * What the hero earns, by what it is earned for.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class PlatformerRewards {
    /** For each metre further to the right than ever before in the episode. */
    static final float METRE = 0.1f;

    static final float COIN = 0.1f;
    static final float FLAG = 5;
    static final float DEATH = -1;

    /** For each physics step. */
    static final float STEP = -0.0025f;

    private float progress;
    private float coins;
    private float flag;
    private float death;
    private float time;

    void clear() {
        progress = 0;
        coins = 0;
        flag = 0;
        death = 0;
        time = 0;
    }

    void step() {
        time += STEP;
    }

    void advance(float metres) {
        progress += metres * METRE;
    }

    void coin() {
        coins += COIN;
    }

    void finish() {
        flag += FLAG;
    }

    void die() {
        death += DEATH;
    }

    float sum() {
        return progress + coins + flag + death + time;
    }

    void write(NamedValues out) {
        out.set("progress", progress).set("coins", coins).set("flag", flag);
        out.set("death", death).set("time", time);
    }
}
