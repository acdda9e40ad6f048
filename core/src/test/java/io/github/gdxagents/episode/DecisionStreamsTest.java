package io.github.gdxagents.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The chance in decisions is nobody else's: a policy that knew the game's own would win by guessing. */
class DecisionStreamsTest {
    @Test
    void noTwoSeatsAndNoGameDrawTheSame() {
        Simulation game = new SkirmishFactory().create(new SkirmishFactory().settings());
        EpisodeLoop loop = new EpisodeLoop(game);
        for (long seed = 0; seed < 200; seed++) {
            Set<Long> first = new HashSet<>();
            for (int i = 0; i < loop.seatCount(); i++) {
                for (int number = 0; number < 3; number++) {
                    Seat seat = loop.seat(i);
                    seat.seedDecisions(seed, number);
                    first.add(seat.random().nextLong());
                }
            }
            assertThat(first).as("of two behaviors, three each").hasSize(2 * 3);
            RandomStream seeded = RandomStream.of();
            seeded.seed(seed);
            assertThat(first).doesNotContain(RandomStream.of(seed).nextLong(), seeded.nextLong());
            for (long key = 0; key < 20; key++) {
                assertThat(first).doesNotContain(RandomStream.of(seed, key).nextLong());
            }
        }
        game.dispose();
    }
}
