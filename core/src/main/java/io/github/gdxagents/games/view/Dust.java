package io.github.gdxagents.games.view;

import io.github.gdxagents.agent.RandomStream;

/**
 * Dust that feet and wheels stir up: puffs that spread, rise a little and are gone within two seconds.
 *
 * <p>Thread safety: none (render thread). Allocates nothing after construction.
 */
public final class Dust {
    private static final int PUFFS = 260;

    private final Particles puffs = new Particles(PUFFS, -0.05f, 1.5f);
    private final RandomStream random = RandomStream.of(7);
    private final int colour;

    /**
     * Makes dust.
     *
     * @param colour {@code 0xRRGGBBAA}, the opacity is not used
     */
    public Dust(int colour) {
        this.colour = colour;
    }

    /**
     * Begins a puff.
     *
     * @param x where, metres
     * @param y where, metres
     * @param velocityX metres per second
     * @param velocityY metres per second
     * @param opacity at first, from 0 to 1
     */
    public void puff(float x, float y, float velocityX, float velocityY, float opacity) {
        int i = puffs.emit(x, y, velocityX, velocityY, 0.7f + 0.9f * random.nextFloat());
        puffs.look(i, 0.12f + 0.1f * random.nextFloat(), 0.42f, Tint.alpha(colour, opacity), Tint.alpha(colour, 0f));
    }

    /**
     * Something touches the ground, and dust flies to both sides.
     *
     * @param x where, metres
     * @param y where, metres
     * @param impact its speed, metres per second, 0 or more
     */
    public void touch(float x, float y, float impact) {
        int count = 3 + Math.min(9, Math.round(4f * impact));
        for (int i = 0; i < count; i++) {
            float speed = spread(1f + 0.6f * impact);
            puff(x + spread(0.15f), y + 0.05f, speed, 0.3f + 0.6f * random.nextFloat(), 0.36f);
        }
    }

    private float spread(float range) {
        return range * (2f * random.nextFloat() - 1f);
    }

    /**
     * The specks, for whoever adds smoke to them.
     *
     * @return always the same
     */
    public Particles puffs() {
        return puffs;
    }

    /**
     * Moves the dust.
     *
     * @param delta seconds
     */
    public void update(float delta) {
        puffs.update(delta);
    }

    /**
     * Draws it.
     *
     * @param canvas between begin and end
     */
    public void draw(Canvas canvas) {
        puffs.draw(canvas, 0f);
    }

    /** Takes it all away. */
    public void clear() {
        puffs.clear();
    }
}
