package io.github.gdxagents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** How decisions are written down and read, and what is said of bytes that are none of a game's. */
class DecisionsTest {
    private static final ActionSpec ACTION = ActionSpec.builder()
            .continuous("turn", "thrust")
            .branch("gear", "low", "high")
            .branch("target", names(130))
            .branch("tile", names(256))
            .build();

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
    }

    private static RecordedEpisode episode(byte... decisions) {
        return new RecordedEpisode(1, 9, 0, decisions);
    }

    private static Agent agent() {
        return new SpecAgent(ACTION);
    }

    /** By the format's description. */
    private static long mixed(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private static byte[] bytes(EpisodeLog log) {
        return log.episode(0, SimulationSettings.none(), 0).decisions();
    }

    @Test
    void decisionsAreBytesAsDescribed() {
        EpisodeLog log = new EpisodeLog();
        Actions actions = new Actions(ACTION);
        actions.setContinuous(0, 1f);
        actions.setContinuous(1, -0.5f);
        actions.setDiscrete(0, 1);
        actions.setDiscrete(1, 129);
        actions.setDiscrete(2, 255);
        log.add(5, 0x0123456789ABCDEFL, actions);
        log.add(200, 0, actions);
        long first = mixed(0x0123456789ABCDEFL);
        long second = mixed(first);
        assertThat(log.hash()).isEqualTo(second);
        String same = "0000803f" + "000000bf" + "01" + "81" + "ff";
        assertThat(HexFormat.of().formatHex(bytes(log)))
                .isEqualTo("05" + HexFormat.of().toHexDigits((byte) (first >>> 56)) + same + "c801"
                        + HexFormat.of().toHexDigits((byte) (second >>> 56)) + same);
    }

    @Test
    void theHashTakesInWhoObservedWhat() {
        RecordedSimulation recorded = new RecordedSimulation(new TwistedGame(Games.SKIRMISH.create()) {
            @Override
            float value(int agent, int index, float value) {
                return index - 1.5f; // bits with and without a sign
            }
        });
        recorded.reset(1);
        Agent agent = recorded.agents().get(2);
        agent.observe(new ObservationWriter(agent.behavior().observation()).begin(new float[4]));
        agent.act(new Actions(agent.behavior().action()));
        long observed = 2;
        for (int bits : new int[] {0xBFC00000, 0xBF000000, 0x3F000000, 0x3FC00000}) { // -1.5, -0.5, 0.5, 1.5
            observed = mixed(observed ^ bits);
        }
        assertThat(recorded.episode().hash()).isEqualTo(mixed(observed));
        agent.act(new Actions(agent.behavior().action())); // unseen: it takes in 0
        assertThat(recorded.episode().hash()).isEqualTo(mixed(mixed(observed)));

        agent.observe(new ObservationWriter(agent.behavior().observation()).begin(new float[4]));
        recorded.reset(2); // what was seen before counts no longer
        agent.act(new Actions(agent.behavior().action()));
        assertThat(recorded.episode().hash()).isZero();
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        List<Agent> agents = Collections.nCopies(20_000, agent()); // indices of one to three bytes
        int[] indices = {0, 1, 127, 128, 255, 256, 16383, 16384, 19_999};
        EpisodeLog log = new EpisodeLog();
        RandomStream random = RandomStream.of(4);
        String[] expected = new String[500];
        for (int i = 0; i < expected.length; i++) {
            Actions actions = new Actions(ACTION);
            for (int c = 0; c < ACTION.continuousSize(); c++) {
                actions.setContinuous(c, (float) random.uniform(-1.3, 1.3));
            }
            for (int b = 0; b < ACTION.branchCount(); b++) {
                actions.setDiscrete(b, random.nextInt(ACTION.branchSize(b)));
            }
            log.add(indices[i % indices.length], random.nextLong(), actions);
            expected[i] = indices[i % indices.length] + " " + actions + " " + log.check();
        }
        DecisionReader read = new DecisionReader(episode(bytes(log)), agents);
        for (String decision : expected) {
            read.next();
            assertThat(read.agent() + " " + read.actions() + " " + read.check()).isEqualTo(decision);
        }
        assertThat(read.hasNext()).isFalse();
    }

    @Test
    void manyDecisionsAreAllKept() {
        EpisodeLog log = new EpisodeLog();
        Actions actions = new Actions(ACTION);
        for (int i = 0; i < 100_000; i++) {
            log.add(0, i, actions);
        }
        assertThat(bytes(log)).hasSize(100_000 * 13);
        log.clear();
        assertThat(bytes(log)).isEmpty();
        assertThat(log.hash()).isZero();
    }

    private static AbstractThrowableAssert<?, ?> assertUnfit(String decisions) {
        return assertThatThrownBy(() -> {
                    DecisionReader bytes =
                            new DecisionReader(episode(HexFormat.of().parseHex(decisions)), List.of(agent(), agent()));
                    while (bytes.hasNext()) {
                        bytes.next();
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("recorded episode, decision ")
                .hasMessageEndingWith("; it was recorded in another game, or is damaged");
    }

    @Test
    void anAgentThatTheGameHasNotIsNamed() {
        assertUnfit("02" + "00").hasMessageContaining("decision 1 (byte 1 of 2): it is of agent 2, but the game has 2");
        assertUnfit("ffffffff7f").hasMessageContaining("it is of agent 2147483647, but the game has 2");
        assertUnfit("ffffffff0f").hasMessageContaining("it is of agent 2147483647, but the game has 2");
        assertUnfit("ffffffffff00").hasMessageContaining("the agent's index has more than 32 bits");
    }

    @Test
    void anActionThatTheGameHasNotIsNamed() {
        String good = "00" + "77" + "0000803f" + "000000bf" + "01" + "81" + "ff";
        assertUnfit(good + good.replace("0000803f", "0000c07f"))
                .hasMessageContaining("decision 2")
                .hasMessageContaining("action 'turn' of agent 0 must be from -1 to 1, but is NaN");
        assertUnfit(good.replace("000000bf", "000080ff"))
                .hasMessageContaining("action 'thrust' of agent 0 must be from -1 to 1, but is -Infinity");
        assertUnfit("01" + good.substring(2).replace("0000803f", "0100803f"))
                .hasMessageContaining("action 'turn' of agent 1 must be from -1 to 1, but is 1.0000001");
        assertUnfit(good.replace("bf0181", "bf0281"))
                .hasMessageContaining("action branch 'gear' of agent 0 has choices 0 to 1, but the decision is 2");
        assertUnfit(good.replace("bf0181", "bf0182"))
                .hasMessageContaining(
                        "action branch 'target' of agent 0 has choices 0 to 129, but the decision is 130");
    }

    @Test
    void aDecisionThatIsCutOffIsNamed() {
        String good = "00" + "77" + "0000803f" + "000000bf" + "01" + "81" + "ff";
        for (int bytes = 1; bytes < 13; bytes++) {
            assertUnfit(good.substring(0, 2 * bytes))
                    .hasMessageContaining("decision 1 (byte " + bytes + " of " + bytes + "): it is cut off");
        }
    }

    @Test
    void thePlayerTellsAnEpisodeOfAnotherGame() {
        RecordedEpisode lander =
                RandomPlay.begin(Games.THROTTLED_LANDER.create(), 3).steps(20).episode();
        assertThatThrownBy(() -> ReplayPlayer.play(Games.SHORT_SKIRMISH.create(), lander))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContainingAll("recorded", "game");
        RecordedEpisode crowd =
                RandomPlay.begin(Games.CROWD.create(), 3).steps(20).episode();
        for (Games other : new Games[] {Games.SKIRMISH, Games.CORRIDOR, Games.TARGET, Games.LANDER}) {
            assertThatThrownBy(() -> ReplayPlayer.play(other.create(), crowd))
                    .as("in %s", other)
                    .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                    .hasMessageContainingAll("recorded", "game");
        }
    }
}
