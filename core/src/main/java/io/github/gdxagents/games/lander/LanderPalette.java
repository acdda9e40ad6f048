package io.github.gdxagents.games.lander;

/** The colours of the lander's world, {@code 0xRRGGBBAA}: a violet dusk, pale rock, gold foil and one warm accent. */
final class LanderPalette {
    static final int ZENITH = 0x050818FF;
    static final int SKY = 0x141C47FF;
    static final int DUSK = 0x4A3B78FF;
    static final int HORIZON = 0xC9788AFF;
    static final int STAR = 0xFFF6E6FF;
    static final int PLANET = 0x5CA9E8FF;
    static final int PLANET_LAND = 0x8FD6C9FF;
    static final int FAR_HILLS = 0x55457FFF;
    static final int NEAR_HILLS = 0x352E60FF;

    static final int RIM = 0xF6EFFFFF;
    static final int ROCK = 0xA59DC4FF;
    static final int STONE = 0x625A8CFF;
    static final int DEEP = 0x2D2853FF;
    static final int FLOOR = 0x131029FF;
    static final int DUST = 0xD8CFE8FF;

    static final int PAD = 0x3B3A5CFF;
    static final int PAD_TOP = 0xE8E4F4FF;
    static final int PAD_STRIPE = 0xF2B544FF;
    static final int LAMP = 0x66E8FFFF;
    static final int LAMP_LANDED = 0x7CFFB0FF;
    static final int FLAG = 0xFF6A4DFF;
    static final int POLE = 0xD9D6E8FF;

    static final int SHELL = 0xF4F1ECFF;
    static final int SHELL_DARK = 0x8F8BA6FF;
    static final int FOIL = 0xF0B847FF;
    static final int FOIL_DARK = 0x8A5220FF;
    static final int STEEL = 0xC9C6D8FF;
    static final int STEEL_DARK = 0x55516EFF;
    static final int GLASS = 0x8CEBFFFF;
    static final int GLASS_DARK = 0x1C4B7AFF;
    static final int OUTLINE = 0x0B0A1CFF;

    static final int FLAME_CORE = 0xFFFBE6FF;
    static final int FLAME = 0xFFC355FF;
    static final int FLAME_EDGE = 0xFF5A2AFF;
    static final int JET = 0xCFF1FFFF;
    static final int SMOKE = 0x8A82A8FF;

    private LanderPalette() {}
}
