package io.github.gdxagents.games.walker;

/** The colours of the walker's world, {@code 0xRRGGBBAA}: a hazy morning, fresh grass, dark soil and a machine of cream and orange. */
final class WalkerPalette {
    static final int ZENITH = 0x2F6FA8FF;
    static final int SKY = 0x79B6D6FF;
    static final int HAZE = 0xF6DDBEFF;
    static final int SUN = 0xFFF3D0FF;
    static final int CLOUD = 0xFFF7ECFF;
    static final int FAR_HILLS = 0x8FB3C4FF;
    static final int MIDDLE_HILLS = 0x5F8F9CFF;
    static final int NEAR_HILLS = 0x3C6E6CFF;
    static final int TREE = 0x234F4CFF;
    static final int TREE_LIT = 0x3D7A62FF;

    static final int GRASS = 0x7CBF4AFF;
    static final int GRASS_LIT = 0xD3EE83FF;
    static final int GRASS_DARK = 0x3B7A3AFF;
    static final int SOIL = 0x7A5236FF;
    static final int SOIL_DARK = 0x3A2620FF;
    static final int SOIL_DEEP = 0x1B1416FF;
    static final int PEBBLE = 0x9A7A5CFF;
    static final int DUST = 0xE3CFA8FF;

    static final int STONE = 0xA8A79FFF;
    static final int STONE_LIT = 0xDAD7C8FF;
    static final int STONE_DARK = 0x5E6064FF;
    static final int BARK = 0x8A5A38FF;
    static final int BARK_DARK = 0x4E2F20FF;
    static final int WOOD = 0xE5BE86FF;

    static final int SHELL = 0xFBF4E4FF;
    static final int SHELL_DARK = 0xC3B296FF;
    static final int STRIPE = 0xF2762EFF;
    static final int GLASS = 0x8FF0FFFF;
    static final int GLASS_DARK = 0x163A52FF;
    static final int STEEL = 0xB9C2CCFF;
    static final int STEEL_DARK = 0x59636FFF;
    static final int OUTLINE = 0x1E2228FF;
    static final int LAMP = 0xFF5340FF;

    private WalkerPalette() {}
}
