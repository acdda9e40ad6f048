package io.github.gdxagents.games.platformer;

import java.util.Arrays;

/**
 * What stands where in a level: ground, ledges, spikes, coins, walkers and the flag. A tile is a metre; column c reaches from x = c to
 * c + 1, row r from y = r to r + 1.
 *
 * <p>Thread safety: that of its simulation. Its arrays are used again for each episode.
 */
public final class PlatformerLevel {
    /** The middle of the hero at the start, metres. */
    static final float START_X = 3.5f;

    /** Columns behind the flag. */
    static final int RUN_OUT = 7;

    private static final int MOST_COLUMNS = (int) START_X + PlatformerSettings.MOST_LENGTH + RUN_OUT;
    private static final int MOST_COINS = 2 * MOST_COLUMNS;
    private static final int MOST_WALKERS = PlatformerSettings.MOST_WALKERS * PlatformerSettings.MOST_LENGTH / 100;

    private final int[] ground = new int[MOST_COLUMNS];
    private final int[] ledge = new int[MOST_COLUMNS];
    private final boolean[] spikes = new boolean[MOST_COLUMNS];
    private final float[] coinX = new float[MOST_COINS];
    private final float[] coinY = new float[MOST_COINS];
    private final float[] walkerLeft = new float[MOST_WALKERS];
    private final float[] walkerRight = new float[MOST_WALKERS];
    private final float[] walkerStart = new float[MOST_WALKERS];
    private final float[] walkerVelocity = new float[MOST_WALKERS];
    private int columns;
    private int coins;
    private int walkers;

    PlatformerLevel() {}

    void clear(int newColumns) {
        Arrays.fill(ground, 0);
        Arrays.fill(ledge, 0);
        Arrays.fill(spikes, false);
        columns = newColumns;
        coins = 0;
        walkers = 0;
    }

    void putGround(int column, int height) {
        ground[column] = height;
    }

    void putLedge(int column, int top) {
        ledge[column] = top;
    }

    void putSpikes(int column) {
        spikes[column] = true;
    }

    void putCoin(float x, float y) {
        coinX[coins] = x;
        coinY[coins] = y;
        coins++;
    }

    void putWalker(float left, float right, float start, float velocity) {
        walkerLeft[walkers] = left;
        walkerRight[walkers] = right;
        walkerStart[walkers] = start;
        walkerVelocity[walkers] = velocity;
        walkers++;
    }

    /**
     * How wide the level is.
     *
     * @return tiles, its run-out behind the flag included
     */
    public int columns() {
        return columns;
    }

    /**
     * Where the flag stands.
     *
     * @return the x of its pole, metres
     */
    public float flagX() {
        return columns - RUN_OUT + 0.5f;
    }

    /**
     * How high the ground is.
     *
     * @param column 0 to {@link #columns}, exclusive
     * @return tiles; 0 in a gap
     */
    public int ground(int column) {
        return ground[column];
    }

    /**
     * How high the top of the ledge above a column is. Ledges are one tile thick.
     *
     * @param column 0 to {@link #columns}, exclusive
     * @return tiles; 0 if there is none
     */
    public int ledge(int column) {
        return ledge[column];
    }

    /**
     * Whether spikes stand on the ground of a column.
     *
     * @param column 0 to {@link #columns}, exclusive
     * @return true if they do
     */
    public boolean hasSpikes(int column) {
        return spikes[column];
    }

    /** Whether a tile is solid; beside the level everything is. */
    boolean isSolid(int column, int row) {
        if (column < 0 || column >= columns) {
            return true;
        }
        return row >= 0 && row < ground[column] || row == ledge[column] - 1 && ledge[column] > 0;
    }

    int coins() {
        return coins;
    }

    float coinX(int coin) {
        return coinX[coin];
    }

    float coinY(int coin) {
        return coinY[coin];
    }

    int walkers() {
        return walkers;
    }

    /** The least x of a walker's middle. */
    float walkerLeft(int walker) {
        return walkerLeft[walker];
    }

    /** The greatest x of a walker's middle. */
    float walkerRight(int walker) {
        return walkerRight[walker];
    }

    float walkerStart(int walker) {
        return walkerStart[walker];
    }

    /** Metres per second at first, negative to the left. */
    float walkerVelocity(int walker) {
        return walkerVelocity[walker];
    }

    /** The height of a walker's feet. */
    float walkerY(int walker) {
        return ground[(int) walkerLeft[walker]];
    }
}
