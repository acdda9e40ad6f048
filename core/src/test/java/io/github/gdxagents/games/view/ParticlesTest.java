package io.github.gdxagents.games.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParticlesTest {
    @Test
    void specksDieOfAge() {
        Particles particles = new Particles(4, 1f, 0f);
        particles.emit(0f, 0f, 1f, 1f, 0.5f);
        particles.emit(0f, 0f, 1f, 1f, 1.5f);
        assertThat(particles.count()).isEqualTo(2);
        particles.update(0.6f);

        assertThat(particles.count()).isEqualTo(1);
        particles.update(1f);
        assertThat(particles.count()).isZero();
    }

    @Test
    void theOldestGivesWayWhenAllAreInUse() {
        Particles particles = new Particles(3, 0f, 0f);
        for (int i = 0; i < 10; i++) {
            particles.emit(i, 0f, 0f, 0f, 1f);
        }

        assertThat(particles.count()).isEqualTo(3);
    }

    @Test
    void noneIsLeftAfterClear() {
        Particles particles = new Particles(3, 0f, 0f);
        particles.emit(0f, 0f, 0f, 0f, 9f);
        particles.clear();

        assertThat(particles.count()).isZero();
    }
}
