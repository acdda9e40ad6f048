package io.github.gdxagents.games.platformer;

/** The collision categories of the platformer's fixtures: what sensors tell apart. */
final class PlatformerBits {
    static final short HERO = 1;
    static final short SOLID = 1 << 1;
    static final short SPIKES = 1 << 2;
    static final short WALKER = 1 << 3;
    static final short COIN = 1 << 4;
    static final short FLAG = 1 << 5;

    private PlatformerBits() {}
}
