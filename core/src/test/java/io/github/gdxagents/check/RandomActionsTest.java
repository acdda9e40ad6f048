package io.github.gdxagents.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;
import org.junit.jupiter.api.Test;

/** The check's actions are drawn from another stream than the game's: else they would know what the game draws, and try half of all. */
class RandomActionsTest {
    /** Draws before anybody decides, from a stream made as games are told to make theirs. */
    private static final class GuessedToy extends Toy {
        private float drawn;

        @Override
        public void reset(long seed) {
            drawn = (float) RandomStream.of(seed).uniform(-2, 2);
            super.reset(seed);
        }

        @Override
        ToyAgent agent() {
            return new ToyAgent() {
                @Override
                public void act(Actions actions) {
                    super.act(actions);
                    if (steps == 0 && Math.abs(drawn) < 1 && push == drawn) {
                        throw new IllegalStateException("guessed");
                    }
                }
            };
        }
    }

    @Test
    void actionsAreNotWhatTheGameDraws() {
        CheckReport report = Games.check(GuessedToy::new);
        assertThat(report.isClean()).as(report::toString).isTrue();
    }
}
