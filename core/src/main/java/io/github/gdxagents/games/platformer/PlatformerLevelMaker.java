package io.github.gdxagents.games.platformer;

import io.github.gdxagents.agent.RandomStream;

/**
 * Makes levels of a row of sections (steps, gaps, stepping stones, spikes, walkers, coins), each with ground to stand on before and after.
 *
 * <p>No gap and no row of spikes is wider than {@link PlatformerMotion#jumpReach} less {@link #MARGIN}, and no step higher than a jump: what
 * it makes can be finished, with room for mistakes.
 *
 * <p>Thread safety: that of its simulation.
 */
final class PlatformerLevelMaker {
    /** By how much the longest jump is longer than what has to be jumped, metres. */
    static final float MARGIN = 1.5f;

    static final int LOWEST = 2;
    static final int HIGHEST = 7;

    private static final int START = 4; // the height of the ground
    private static final int LONGEST_SECTION = 20;
    private static final float SLOWEST_WALKER = 1.2f;
    private static final float FASTEST_WALKER = 2.4f;
    private static final int STONE = 2; // tiles
    private static final float LEDGE_CHANCE = 0.4f;

    private enum Section {
        FLAT,
        STEP,
        GAP,
        STONES,
        SPIKES,
        WALKER
    }

    private static final Section[] SECTIONS = Section.values();

    private final PlatformerLevel level;
    private final RandomStream random = RandomStream.of(0);
    private final int[] weights = new int[SECTIONS.length];
    private PlatformerSettings settings;
    private int column; // where the next tile goes
    private int height;

    PlatformerLevelMaker(PlatformerLevel level) {
        this.level = level;
    }

    /** Makes the level of a seed. */
    void make(PlatformerSettings newSettings, long seed) {
        settings = newSettings;
        random.seed(seed);
        int flag = (int) PlatformerLevel.START_X + settings.length();
        level.clear(flag + PlatformerLevel.RUN_OUT);
        column = 0;
        height = START;
        flat((int) PlatformerLevel.START_X + 4);
        while (column < flag - LONGEST_SECTION) {
            add(draw());
        }
        coinRow(flag - 3 - column);
        flat(level.columns() - column);
    }

    private Section draw() {
        weights[Section.FLAT.ordinal()] = 1;
        weights[Section.STEP.ordinal()] = settings.height() > 0 ? 2 : 0;
        weights[Section.GAP.ordinal()] = settings.gaps() > 0 ? 3 : 0;
        weights[Section.STONES.ordinal()] = settings.gaps() > 2 ? 1 : 0;
        weights[Section.SPIKES.ordinal()] = settings.spikes() > 0 ? 2 : 0;
        weights[Section.WALKER.ordinal()] = wantsWalker() ? 4 : 0;
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int choice = random.nextInt(sum);
        int section = 0;
        while (choice >= weights[section]) {
            choice -= weights[section++];
        }
        return SECTIONS[section];
    }

    private boolean wantsWalker() {
        return 100 * level.walkers() < settings.walkers() * column;
    }

    private void add(Section section) {
        switch (section) {
            case STEP:
                step();
                break;
            case GAP:
                gap();
                break;
            case STONES:
                stones();
                break;
            case SPIKES:
                spikes();
                break;
            case WALKER:
                walker();
                break;
            default:
                stretch();
        }
    }

    private void flat(int tiles) {
        for (int i = 0; i < tiles; i++) {
            level.putGround(column++, height);
        }
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private void coinRow(int tiles) {
        for (int i = 0; i < tiles; i += 2) {
            level.putCoin(column + i + 0.5f, height + 0.8f);
        }
    }

    private void coinArc(int tiles) {
        for (int i = 0; i < tiles; i++) {
            float along = (i + 0.5f) / tiles;
            level.putCoin(column + i + 0.5f, height + 2f + 3f * along * (1f - along));
        }
    }

    /** Level ground, with coins on it or on a ledge above it. */
    private void stretch() {
        if (settings.height() > 0 && random.nextFloat() < LEDGE_CHANCE) {
            flat(1);
            int tiles = between(3, 4);
            for (int i = 0; i < tiles; i++) {
                level.putLedge(column + i, height + 3);
                level.putCoin(column + i + 0.5f, height + 3.8f);
            }
            flat(tiles + 2);
        } else {
            int tiles = between(3, 5);
            coinRow(tiles);
            flat(tiles);
        }
    }

    /** Ground that is not more than a step higher or lower, and another height where that is possible. */
    private int nextHeight(int mostUp) {
        int up = Math.min(settings.height(), mostUp);
        int least = Math.max(LOWEST, height - settings.height());
        return between(least, Math.min(HIGHEST, height + up));
    }

    private void step() {
        int old = height;
        do {
            height = nextHeight(settings.height());
        } while (height == old);
        flat(between(3, 5));
    }

    /** A width that a jump to ground of that rise carries over with room to spare. */
    private int width(int least, int rise) {
        int most = Math.min(settings.gaps(), (int) (PlatformerMotion.jumpReach(rise) - MARGIN));
        return between(Math.min(least, most), most);
    }

    private void gap() {
        int next = nextHeight(2);
        int width = width(2, next - height);
        if (random.nextInt(2) == 0) {
            coinArc(width);
        }
        column += width;
        height = next;
        flat(between(3, 4));
    }

    /** A wide gap with stones to step on. */
    private void stones() {
        int stones = between(1, 2);
        for (int i = 0; i < stones; i++) {
            int next = nextHeight(1);
            column += width(2, next - height);
            height = next;
            level.putCoin(column + STONE / 2f, height + 0.8f);
            for (int tile = 0; tile < STONE; tile++) {
                level.putLedge(column++, height);
            }
        }
        int next = nextHeight(1);
        column += width(2, next - height);
        height = next;
        flat(between(3, 4));
    }

    private void spikes() {
        flat(1);
        int tiles = between(1, settings.spikes());
        if (random.nextInt(2) == 0) {
            coinArc(tiles);
        }
        for (int i = 0; i < tiles; i++) {
            level.putSpikes(column + i);
        }
        flat(tiles + between(3, 4));
    }

    /** A stretch that a walker patrols; it leaves room to land at both ends. */
    private void walker() {
        int tiles = between(7, 10);
        float left = column + 2.5f;
        float right = column + tiles - 1.5f;
        float speed = (float) random.uniform(SLOWEST_WALKER, FASTEST_WALKER);
        float start = (float) random.uniform(left, right);
        flat(tiles);
        level.putWalker(left, right, start, random.nextInt(2) == 0 ? speed : -speed);
    }
}
