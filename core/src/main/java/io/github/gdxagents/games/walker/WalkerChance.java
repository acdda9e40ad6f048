package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.RandomStream;

/**
 * Everything that chance decides in an episode: the landscape and the first push. Tests put a recording in its place.
 */
interface WalkerChance {
    /** Begins an episode. */
    void reset(long seed);

    /** Gives the ground its shape. */
    void shape(WalkerGround ground);

    /** The force across that acts on the hull in the first step, in newtons, in [-5, 5). */
    double push();

    /** Draws from a random stream. */
    final class Drawn implements WalkerChance {
        private static final double STRONGEST_PUSH = 5;

        private final RandomStream random = RandomStream.of(0);
        private final WalkerCourse course;

        Drawn(boolean hardcore) {
            course = new WalkerCourse(random, hardcore);
        }

        @Override
        public void reset(long seed) {
            random.seed(seed);
        }

        @Override
        public void shape(WalkerGround ground) {
            course.draw(ground);
        }

        @Override
        public double push() {
            return random.uniform(-STRONGEST_PUSH, STRONGEST_PUSH);
        }
    }
}
