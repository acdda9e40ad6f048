package io.github.gdxagents.games.racer;

/** The colours of the racer's world, {@code 0xRRGGBBAA}: a late summer afternoon. */
final class RacerPalette {
    private static final int[] CARS = {
        0xE23B2EFF, 0x2E8FE2FF, 0xF4C22BFF, 0x39B56AFF, 0xF27B29FF, 0x9456D6FF, 0xEDEDF0FF, 0x27C4C4FF
    };

    static final int GRASS = 0x5E8C3AFF;
    static final int GRASS_DARK = 0x3F6B2FFF;
    static final int GRASS_DRY = 0x94A24AFF;
    static final int GRAVEL = 0xC2AE82FF;
    static final int TREE = 0x2F5B2BFF;
    static final int TREE_LIGHT = 0x8DB548FF;
    static final int AUTUMN = 0xC9862EFF;

    static final int ASPHALT = 0x55565EFF;
    static final int ASPHALT_EDGE = 0x474850FF;
    static final int RUBBER = 0x26262CFF;
    static final int PAINT = 0xE9E7DFFF;
    static final int KERB = 0xD8402FFF;
    static final int WALL = 0xB9BCC2FF;
    static final int WALL_SIDE = 0x6E727CFF;
    static final int SHADOW = 0x10180CFF;

    static final int TYRE = 0x17171BFF;
    static final int RIM = 0x8C8F99FF;
    static final int GLASS = 0x16233AFF;
    static final int GLASS_LIGHT = 0x8FB6D9FF;
    static final int LAMP = 0xFFF3C9FF;
    static final int BRAKE = 0xFF2A1FFF;
    static final int BRAKE_OFF = 0x7A1512FF;
    static final int SMOKE = 0xE6E4DEFF;

    private RacerPalette() {}

    /** The colour of a car's body. */
    static int car(int car) {
        return CARS[car % CARS.length];
    }
}
