package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EpisodeLogTest {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    @Test
    void theNextArrayIsTwiceAsLongAsFarAsThereAreSuchArrays() {
        assertThat(EpisodeLog.capacity(257, 256)).isEqualTo(512);
        assertThat(EpisodeLog.capacity(5000, 256)).isEqualTo(5000);
        assertThat(EpisodeLog.capacity((1 << 30) + 1, 1 << 30)).isEqualTo(LARGEST); // twice is a negative int
        assertThat(EpisodeLog.capacity(LARGEST, LARGEST - 1)).isEqualTo(LARGEST);
    }

    @Test
    void anEpisodeThatNoArrayHoldsIsRefused() {
        assertThatThrownBy(() -> EpisodeLog.capacity(LARGEST + 1L, LARGEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2147483640 bytes")
                .hasMessageContaining("step limit");
    }
}
