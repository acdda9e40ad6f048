package io.github.gdxagents.games.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TintTest {
    @Test
    void mixingGoesFromTheFirstColourToTheSecond() {
        assertThat(Tint.mix(0x00000000, 0xFF804020, 0f)).isEqualTo(0x00000000);
        assertThat(Tint.mix(0x00000000, 0xFF804020, 1f)).isEqualTo(0xFF804020);
        assertThat(Tint.mix(0x00FF00FF, 0xFF00FF01, 0.5f)).isEqualTo(0x80808080);
        assertThat(Tint.mix(0x11111111, 0x22222222, 7f)).isEqualTo(0x22222222);
    }

    @Test
    void shadingKeepsTheOpacity() {
        assertThat(Tint.shade(0xFF804020, 0.5f)).isEqualTo(0x80402020);
        assertThat(Tint.shade(0xFF804020, 2f)).isEqualTo(0xFFFF8020);
    }

    @Test
    void opacityIsReplacedAndClamped() {
        assertThat(Tint.alpha(0x12345678, 1f)).isEqualTo(0x123456FF);
        assertThat(Tint.alpha(0x12345678, -1f)).isEqualTo(0x12345600);
    }
}
