package io.github.gdxagents.games.platformer;

/** The colours of the platformer's world, {@code 0xRRGGBBAA}: a warm morning, blue distance, green edges and a red scarf. */
final class PlatformerPalette {
    static final int ZENITH = 0x3F8FD2FF;
    static final int SKY = 0x8CCBEBFF;
    static final int HAZE = 0xFBE7C6FF;
    static final int SUN = 0xFFF3C9FF;
    static final int CLOUD = 0xFFFFFFFF;
    static final int CLOUD_SHADE = 0xD9E6F4FF;
    static final int FAR_HILLS = 0x86B3D6FF;
    static final int MIDDLE_HILLS = 0x5E97A9FF;
    static final int NEAR_HILLS = 0x4C8C74FF;
    static final int HILL_LIGHT = 0xFFE9B0FF;
    static final int CROWN = 0x3F7F5AFF;
    static final int CROWN_LIT = 0x69AF69FF;
    static final int TRUNK = 0x5B4A48FF;

    static final int GRASS = 0x79C850FF;
    static final int GRASS_LIT = 0xB5EA72FF;
    static final int GRASS_DARK = 0x3E8E48FF;
    static final int SOIL = 0xA9714BFF;
    static final int SOIL_DEEP = 0x4B2F3BFF;
    static final int STONE = 0xC99A6BFF;
    static final int SEAM = 0x2E1B26FF;
    static final int PIT = 0x1F2A4AFF;
    static final int PLANK = 0xD79F5DFF;
    static final int PLANK_DARK = 0x7E4C34FF;

    static final int STEEL = 0xEDF2F7FF;
    static final int STEEL_DARK = 0x66748EFF;
    static final int GOLD = 0xFFC933FF;
    static final int GOLD_LIT = 0xFFF2A8FF;
    static final int GOLD_DARK = 0xC07A14FF;
    static final int POLE = 0xE9EDF2FF;
    static final int POLE_DARK = 0x8C97A8FF;
    static final int FLAG = 0xF2545BFF;
    static final int FLAG_DARK = 0xB02A4AFF;

    static final int FUR = 0xF7A440FF;
    static final int FUR_DARK = 0xD9722BFF;
    static final int BELLY = 0xFFF1DCFF;
    static final int BOOT = 0x4A3348FF;
    static final int SCARF = 0xE8384FFF;
    static final int SCARF_DARK = 0xA81F45FF;
    static final int EYE = 0x2A1B2EFF;
    static final int WHITE = 0xFFFFFFFF;

    static final int SHELL = 0x7E57C2FF;
    static final int SHELL_LIT = 0xB08CF0FF;
    static final int SHELL_DARK = 0x442A78FF;
    static final int DUST = 0xF3E3C3FF;

    private PlatformerPalette() {}
}
