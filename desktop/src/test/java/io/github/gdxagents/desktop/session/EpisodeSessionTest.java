package io.github.gdxagents.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.view.KeyState;
import io.github.gdxagents.games.view.PlayerInput;
import io.github.gdxagents.policy.DecisionMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpisodeSessionTest {
    private final EpisodeLoop loop = new EpisodeLoop(new CountdownSimulation());

    private static void play(EpisodeSession session) {
        while (session.step()) {
            assertThat(session.steps()).isPositive();
        }
    }

    @Test
    void theHeuristicPlaysAnEpisodeToItsEnd() {
        EpisodeSession session = new EpisodeSession(HandPilot.heuristic(loop));
        session.begin(5);
        play(session);

        assertThat(session.status()).isEqualTo(StepStatus.TERMINATED);
        assertThat(session.steps()).isEqualTo(5);
        assertThat(session.episodeReturn()).isEqualTo(10); // 5 steps of reward 2
        assertThat(session.lastReward()).isEqualTo(2);
        assertThat(session.rewards().size()).isEqualTo(3); // one for each decision
    }

    @Test
    void theObservationIsThatOfTheStateShown() {
        EpisodeSession session = new EpisodeSession(HandPilot.heuristic(loop));
        session.begin(7);
        assertThat(session.observation()).containsExactly(7, 7);
        session.step();

        assertThat(session.observation()).containsExactly(6, 7);
    }

    @Test
    void anotherEpisodeBeginsAtNothing() {
        EpisodeSession session = new EpisodeSession(HandPilot.heuristic(loop));
        session.begin(3);
        play(session);
        session.begin(4);

        assertThat(session.isOver()).isFalse();
        assertThat(session.episode()).isEqualTo(2);
        assertThat(session.seed()).isEqualTo(4);
        assertThat(session.episodeReturn()).isZero();
        assertThat(session.rewards().size()).isZero();
    }

    @Test
    void thePlayerDecidesOncePerDecisionPeriod() {
        int[] asked = {0};
        PlayerInput input = new PlayerInput() {
            @Override
            public void decide(KeyState keys, Actions out) {
                asked[0]++;
                out.setDiscrete(0, keys.isPressed(9) ? 1 : 0);
            }

            @Override
            public String help() {
                return "";
            }
        };
        EpisodeSession session = new EpisodeSession(HandPilot.player(loop, input, key -> key == 9));
        session.begin(6);
        play(session);

        assertThat(asked[0]).isEqualTo(3);
        assertThat(session.episodeReturn()).isEqualTo(6);
    }

    @Test
    void aPolicyDecidesAndSaysHowLikelyItsChoicesWere() {
        PolicyPilot pilot =
                new PolicyPilot(loop, "countdown", Map.of("p", Policies.choosing(1)), DecisionMode.DETERMINISTIC);
        EpisodeSession session = new EpisodeSession(pilot);
        float[] probabilities = new float[3];
        session.begin(4);
        assertThat(session.probabilities(probabilities)).isFalse();
        play(session);

        assertThat(session.episodeReturn()).isEqualTo(4);
        assertThat(session.probabilities(probabilities)).isTrue();
        // logits 0, 5, 0: the middle one has exp(5) / (exp(5) + 2) = 0.98670
        assertThat(probabilities[1]).isBetween(0.98665f, 0.98675f);
    }

    @Test
    void aStochasticPolicyRepeatsItselfWithTheSeed() {
        PolicyPilot pilot =
                new PolicyPilot(loop, "countdown", Map.of("p", Policies.choosing(1)), DecisionMode.STOCHASTIC);
        EpisodeSession session = new EpisodeSession(pilot);
        session.begin(2000);
        play(session);
        double first = session.episodeReturn();
        session.begin(2000);
        play(session);

        assertThat(session.episodeReturn()).isEqualTo(first).isNotEqualTo(2000);
    }
}
