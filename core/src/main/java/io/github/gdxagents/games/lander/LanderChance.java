package io.github.gdxagents.games.lander;

import io.github.gdxagents.agent.RandomStream;

/**
 * Everything that chance decides in an episode: the ground, the first push and the noise of the engines. Tests put a recording in
 * its place.
 */
interface LanderChance {
    /** Begins an episode. */
    void reset(long seed);

    /** A height of the ground before it is smoothed, in [0, HEIGHT / 2); asked for CORNERS + 1 times. */
    double groundHeight();

    /** A component of the force that pushes the craft off, in newtons, in [-1000, 1000); asked for x, then y. */
    double push();

    /** How far an engine's thrust strays, in [-1, 1); asked twice in every step. */
    double dispersion();

    /** Draws from a random stream. */
    final class Drawn implements LanderChance {
        private static final double STRONGEST_PUSH = 1000;

        private final RandomStream random = RandomStream.of(0);

        @Override
        public void reset(long seed) {
            random.seed(seed);
        }

        @Override
        public double groundHeight() {
            return random.uniform(0, LanderField.HEIGHT / 2);
        }

        @Override
        public double push() {
            return random.uniform(-STRONGEST_PUSH, STRONGEST_PUSH);
        }

        @Override
        public double dispersion() {
            return random.uniform(-1, 1);
        }
    }
}
