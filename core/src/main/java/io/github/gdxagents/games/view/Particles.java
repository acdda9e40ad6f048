package io.github.gdxagents.games.view;

import java.util.Arrays;

/**
 * A fixed number of short-lived specks: sparks, smoke, dust. When all are in use the oldest gives way.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
public final class Particles {
    private final float[] x;
    private final float[] y;
    private final float[] velocityX;
    private final float[] velocityY;
    private final float[] radius;
    private final float[] growth;
    private final float[] age;
    private final float[] life;
    private final int[] young;
    private final int[] old;
    private final float gravity;
    private final float drag;
    private int next;

    /**
     * Makes a pool.
     *
     * @param capacity how many there can be at once
     * @param gravity downward acceleration, metres per second squared; negative rises
     * @param drag the share of the velocity that is lost per second, 0 or more
     */
    public Particles(int capacity, float gravity, float drag) {
        x = new float[capacity];
        y = new float[capacity];
        velocityX = new float[capacity];
        velocityY = new float[capacity];
        radius = new float[capacity];
        growth = new float[capacity];
        age = new float[capacity];
        life = new float[capacity];
        young = new int[capacity];
        old = new int[capacity];
        this.gravity = gravity;
        this.drag = drag;
    }

    /**
     * Begins a speck; {@link #look} says how it looks.
     *
     * @param x where it begins, metres
     * @param y where it begins, metres
     * @param velocityX metres per second
     * @param velocityY metres per second
     * @param life seconds, above 0
     * @return its index
     */
    public int emit(float x, float y, float velocityX, float velocityY, float life) {
        int i = next;
        next = (next + 1) % this.x.length;
        this.x[i] = x;
        this.y[i] = y;
        this.velocityX[i] = velocityX;
        this.velocityY[i] = velocityY;
        this.life[i] = life;
        age[i] = 0f;
        return i;
    }

    /**
     * Says how a speck looks.
     *
     * @param i its index
     * @param radius at first, metres
     * @param growth how the radius changes, metres per second
     * @param young its colour at first, {@code 0xRRGGBBAA}
     * @param old its colour at the end
     */
    public void look(int i, float radius, float growth, int young, int old) {
        this.radius[i] = radius;
        this.growth[i] = growth;
        this.young[i] = young;
        this.old[i] = old;
    }

    /**
     * Moves all specks.
     *
     * @param delta seconds
     */
    public void update(float delta) {
        float keep = Math.max(0f, 1f - drag * delta);
        for (int i = 0; i < x.length; i++) {
            if (age[i] < life[i]) {
                age[i] += delta;
                velocityX[i] *= keep;
                velocityY[i] = velocityY[i] * keep - gravity * delta;
                x[i] += velocityX[i] * delta;
                y[i] += velocityY[i] * delta;
                radius[i] = Math.max(0f, radius[i] + growth[i] * delta);
            }
        }
    }

    /**
     * Draws all specks.
     *
     * @param canvas between begin and end
     * @param soft the opacity of a speck's rim relative to its centre: 0 glows, 1 is a disc
     */
    public void draw(Canvas canvas, float soft) {
        for (int i = 0; i < x.length; i++) {
            if (age[i] < life[i]) {
                int colour = Tint.mix(young[i], old[i], age[i] / life[i]);
                int rim = Tint.alpha(colour, (colour & 0xFF) / 255f * soft);
                canvas.ellipse(x[i], y[i], radius[i], radius[i], colour, rim, 10);
            }
        }
    }

    /**
     * How many specks there are now.
     *
     * @return 0 to the capacity
     */
    public int count() {
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (age[i] < life[i]) {
                count++;
            }
        }
        return count;
    }

    /** Takes all specks away. */
    public void clear() {
        Arrays.fill(life, 0f);
    }
}
