package io.github.gdxagents.training.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import io.github.gdxagents.network.ObservationNormalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows as {@link ScriptedPool#rows} writes them: value of the observation (step + 100 * agent), reward (sum of 2^step), status. */
class RolloutWorkerTest {
    private static final BehaviorSpec EVERY_STEP = ScriptedSimulation.behavior("fast", 1, 0);
    private static final BehaviorSpec EVERY_OTHER_STEP = ScriptedSimulation.behavior("slow", 2, 0);

    private static SimulationPool pool(ScriptedSimulation game, int horizon) {
        return ScriptedPool.of(() -> game, 1, horizon, 1);
    }

    @Test
    void rewardsBelongToTheDecisionThatEarnedThemAcrossEpisodesAndIterations() {
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_STEP, "....T"), 6)) {
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly(
                            "0 2 RUNNING",
                            "1 4 RUNNING",
                            "2 8 RUNNING",
                            "3 16 TERMINATED",
                            "0 2 RUNNING",
                            "1 4 RUNNING >2");
            assertThat(pool.finishedEpisodes(0)).containsExactly(new FinishedEpisode(30, 4));
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly(
                            "2 8 RUNNING",
                            "3 16 TERMINATED",
                            "0 2 RUNNING",
                            "1 4 RUNNING",
                            "2 8 RUNNING",
                            "3 16 TERMINATED");
            assertThat(pool.finishedEpisodes(0))
                    .containsExactly(new FinishedEpisode(30, 4), new FinishedEpisode(30, 4));
        }
    }

    /** Else the last hundred of an iteration with more would be those of the last agents alone. */
    @Test
    void finishedEpisodesComeInTheOrderOfTheirEnds() {
        try (SimulationPool pool = ScriptedPool.of(
                () -> new ScriptedSimulation().add(EVERY_STEP, "..T-.T").add(EVERY_STEP, "...T.C"), 2, 6, 2)) {
            ScriptedPool.collect(pool);
            assertThat(pool.finishedEpisodes(0))
                    .extracting(FinishedEpisode::undiscountedReturn)
                    .as("steps 1 and 2; 1 to 3; 4 and 5, 4 and 5: of both instances each")
                    .startsWith(6.0, 6.0, 14.0, 14.0);
        }
    }

    @Test
    void aTruncationBootstrapsTheFinalObservationBeforeTheReset() {
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_STEP, "...C"), 5)) {
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly("0 2 RUNNING", "1 4 RUNNING", "2 8 TRUNCATED >3", "0 2 RUNNING", "1 4 RUNNING >2");
            assertThat(pool.finishedEpisodes(0)).containsExactly(new FinishedEpisode(14, 3));
        }
    }

    @Test
    void theStepLimitTruncatesAndCountsDecisions() {
        BehaviorSpec limited = ScriptedSimulation.behavior("limited", 2, 2);
        try (SimulationPool pool = pool(new ScriptedSimulation().add(limited, "........T"), 3)) {
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly("0 6 RUNNING", "2 24 TRUNCATED >4", "0 6 RUNNING >2");
            assertThat(pool.finishedEpisodes(0)).containsExactly(new FinishedEpisode(30, 2));
        }
    }

    @Test
    void anEndBetweenTwoDecisionsClosesTheRowAtOnce() {
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_OTHER_STEP, ".....T"), 4)) {
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly("0 6 RUNNING", "2 24 RUNNING", "4 32 TERMINATED", "0 6 RUNNING >2");
        }
    }

    @Test
    void anAgentThatDiesAndReturnsHasTwoEpisodesWhileTheOtherGoesOn() {
        ScriptedSimulation game =
                new ScriptedSimulation().add(EVERY_STEP, "..T--..C").add(EVERY_STEP, ".......C");
        try (SimulationPool pool = pool(game, 7)) {
            Rollout rollout = ScriptedPool.collect(pool).get(0);
            assertThat(ScriptedPool.rows(rollout, 0))
                    .containsExactly("0 2 RUNNING", "1 4 TERMINATED", "5 64 RUNNING", "6 128 TRUNCATED >7");
            assertThat(ScriptedPool.rows(rollout, 1))
                    .containsExactly(
                            "100 2 RUNNING",
                            "101 4 RUNNING",
                            "102 8 RUNNING",
                            "103 16 RUNNING",
                            "104 32 RUNNING",
                            "105 64 RUNNING",
                            "106 128 TRUNCATED >107");
            assertThat(pool.finishedEpisodes(0))
                    .containsExactly(
                            new FinishedEpisode(6, 2), new FinishedEpisode(192, 2), new FinishedEpisode(254, 7));
            assertThat(rollout.size()).isEqualTo(11);
        }
    }

    @Test
    void rewardsGivenWhileAnAgentWaitsBelongToItsLastDecision() {
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_STEP, "..--..T"), 6)) {
            // the decision at step 1 earns steps 2, 3 and 4: 4 + 8 + 16
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0))
                    .containsExactly("0 2 RUNNING", "1 28 RUNNING", "4 32 RUNNING", "5 64 TERMINATED");
            assertThat(pool.finishedEpisodes(0)).containsExactly(new FinishedEpisode(126, 4));
        }
    }

    @Test
    void theDecisionOfAnAgentThatWaitsAtTheHorizonGoesOnIntoTheNextIteration() {
        ScriptedSimulation game =
                new ScriptedSimulation().add(EVERY_STEP, ".--...T").add(EVERY_STEP, "......T");
        try (SimulationPool pool = pool(game, 2)) {
            Rollout rollout = ScriptedPool.collect(pool).get(0);
            assertThat(ScriptedPool.rows(rollout, 0)).isEmpty();
            assertThat(ScriptedPool.rows(rollout, 1)).containsExactly("100 2 RUNNING", "101 4 RUNNING >102");
            ScriptedPool.collect(pool);
            // what it decided at step 0 earns steps 1, 2 and 3: 2 + 4 + 8
            assertThat(ScriptedPool.rows(rollout, 0)).containsExactly("0 14 RUNNING", "3 16 RUNNING >4");
            assertThat(ScriptedPool.rows(rollout, 1)).containsExactly("102 8 RUNNING", "103 16 RUNNING >104");
        }
    }

    /** Of a decision that is taken out the value follows the one before it, whatever the agent sees at the cut. */
    @Test
    void aDecisionOfALongerPeriodThatTheHorizonCutsFollowsTheOneBeforeItByItsValue() {
        ScriptedSimulation game =
                new ScriptedSimulation().add(EVERY_STEP, ".....T").add(EVERY_OTHER_STEP, ".....T");
        try (SimulationPool pool = pool(game, 3)) {
            List<Rollout> rollouts = ScriptedPool.collect(pool);
            assertThat(ScriptedPool.rows(rollouts.get(1), 0)).containsExactly("100 6 RUNNING >102");
            ScriptedPool.collect(pool);
            assertThat(ScriptedPool.rows(rollouts.get(1), 0)).containsExactly("102 24 RUNNING", "104 32 TERMINATED");
        }
    }

    @Test
    void twoThatTakeTurnsLoseNothingAtAnyHorizon() {
        for (int horizon = 1; horizon <= 7; horizon++) {
            ScriptedSimulation game =
                    new ScriptedSimulation().add(EVERY_STEP, ".-.-.-T").add(EVERY_STEP, "-.-.-.T");
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            try (SimulationPool pool = pool(game, horizon)) {
                for (int i = 0; i < 40; i++) {
                    Rollout rollout = ScriptedPool.collect(pool).get(0);
                    first.addAll(withoutBootstraps(ScriptedPool.rows(rollout, 0)));
                    second.addAll(withoutBootstraps(ScriptedPool.rows(rollout, 1)));
                }
            }
            // a decision earns its own step and the other's: 2 + 4, 8 + 16, 32 + 64
            assertThat(first.subList(0, 6))
                    .as("horizon %d", horizon)
                    .containsExactly(
                            "0 6 RUNNING",
                            "2 24 RUNNING",
                            "4 96 TERMINATED",
                            "0 6 RUNNING",
                            "2 24 RUNNING",
                            "4 96 TERMINATED");
            // the reward of step 1 comes before its first decision
            assertThat(second.subList(0, 6))
                    .as("horizon %d", horizon)
                    .containsExactly(
                            "101 12 RUNNING",
                            "103 48 RUNNING",
                            "105 64 TERMINATED",
                            "101 12 RUNNING",
                            "103 48 RUNNING",
                            "105 64 TERMINATED");
        }
    }

    private static List<String> withoutBootstraps(List<String> rows) {
        return rows.stream().map(row -> row.replaceFirst(" >.*", "")).toList();
    }

    /** A putt: one decision, and the ball rolls for longer than an iteration. */
    @Test
    void oneStrokeAnEpisodeIsLearnedFromWhenTheBallLies() {
        ScriptedSimulation game = new ScriptedSimulation().add(EVERY_STEP, "." + "-".repeat(9) + "T");
        try (SimulationPool pool = pool(game, 4)) {
            Rollout rollout = ScriptedPool.collect(pool).get(0);
            float logProbability = rollout.logProbabilities[0];
            assertThat(rollout.size()).isZero();
            assertThat(ScriptedPool.collect(pool).get(0).size()).isZero();
            ScriptedPool.collect(pool);
            assertThat(ScriptedPool.rows(rollout, 0)).containsExactly("0 2046 TERMINATED");
            assertThat(rollout.logProbabilities[0]).isEqualTo(logProbability);
            assertThat(ScriptedPool.observation(rollout, 0)).containsExactly(0, 0);
            assertThat(rollout.begins[0]).isTrue();
            assertThat(rollout.allowed).startsWith(false, true, true);
        }
    }

    @Test
    void anEndBetweenTheHorizonAndTheNextDecisionStillEndsTheEpisode() {
        ScriptedSimulation game =
                new ScriptedSimulation().add(EVERY_STEP, "......T").add(EVERY_OTHER_STEP, "....T.T");
        try (SimulationPool pool = pool(game, 3)) {
            List<Rollout> rollouts = ScriptedPool.collect(pool);
            // the slow agent's second decision is cut after one of its two steps
            assertThat(ScriptedPool.rows(rollouts.get(1), 0)).containsExactly("100 6 RUNNING >102");
            ScriptedPool.collect(pool);
            // it ends at step 4, before another decision was due: 2 + 4 + 8 + 16
            assertThat(ScriptedPool.rows(rollouts.get(1), 0)).containsExactly("102 24 TERMINATED");
            assertThat(pool.finishedEpisodes(1)).startsWith(new FinishedEpisode(30, 2));
        }
    }

    @Test
    void anInstanceWhoseAgentsAllWaitEndsTheIterationToo() {
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_STEP, ".T" + "-".repeat(20)), 4)) {
            assertThat(ScriptedPool.rows(ScriptedPool.collect(pool).get(0), 0)).containsExactly("0 2 TERMINATED");
            assertThat(ScriptedPool.collect(pool).get(0).size()).isZero();
        }
    }

    @Test
    void everyValueIsThatOfTheNormalizedObservation() {
        // (step - 1) / 0.5 and agent / 1: value 2 * step - 2 + 100 * agent
        ObservationNormalizer normalizer = ObservationNormalizer.of(new double[] {1, 0}, new double[] {0.25, 1});
        try (SimulationPool pool = pool(new ScriptedSimulation().add(EVERY_STEP, "..C"), 3)) {
            Rollout rollout = ScriptedPool.collect(pool, normalizer).get(0);
            assertThat(rollout.values).containsExactly(new float[] {-2, 0, -2}, within(1e-5f));
            assertThat(rollout.bootstrapValues[1]).isCloseTo(2, within(1e-5f));
            assertThat(rollout.bootstrapValues[2]).isCloseTo(0, within(1e-5f));
            assertThat(ScriptedPool.observation(rollout, 1)).containsExactly(1, 0); // kept as it was
        }
    }

    @Test
    void aRowHoldsWhatWasObservedAllowedAndDone() {
        ScriptedSimulation game =
                new ScriptedSimulation().add(EVERY_STEP, "........C").add(EVERY_STEP, "........C");
        try (SimulationPool pool = pool(game, 6)) {
            Rollout rollout = ScriptedPool.collect(pool).get(0);
            // outputs are all 0 and the standard deviation 1
            ActionDistribution distribution = new ActionDistribution(EVERY_STEP.action(), new float[1]);
            ActionSample sample = new ActionSample(EVERY_STEP.action());
            for (int slot = 0; slot < 2; slot++) {
                List<String> actions = new ArrayList<>();
                for (int t = 0; t < 6; t++) {
                    int row = rollout.row(t, slot);
                    assertThat(ScriptedPool.observation(rollout, row)).containsExactly(t, slot);
                    ActionMask mask = new ActionMask(EVERY_STEP.action());
                    mask.forbid(0, t % 3);
                    for (int c = 0; c < 3; c++) {
                        assertThat(rollout.allowed[3 * row + c]).isEqualTo(c != t % 3);
                    }
                    sample.continuous()[0] = rollout.continuous[row];
                    sample.choices()[0] = rollout.choices[row];
                    assertThat(rollout.logProbabilities[row])
                            .isCloseTo(distribution.logProbability(new float[4], mask, sample), within(1e-6f));
                    float pushed = Math.max(-1, Math.min(1, rollout.continuous[row]));
                    actions.add(t + ":" + pushed + ":" + rollout.choices[row]);
                }
                assertThat(game.scripted.get(slot).taken).isEqualTo(actions);
            }
        }
    }
}
