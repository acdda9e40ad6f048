package io.github.gdxagents.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.ReplayPlayer;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.config.FaultConfig;
import io.github.gdxagents.training.evaluation.Evaluation.Purpose;
import io.github.gdxagents.training.rollout.EpisodeSettings;
import io.github.gdxagents.training.rollout.SimulationFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
    private static final SimulationFactory CORRIDOR = new CorridorSimulation.Factory();
    private static final SimulationFactory SKIRMISH = new SkirmishFactory();

    private final List<String> progress = new ArrayList<>();

    /** Policies with random weights, one for each behavior of a game. */
    private static List<PolicyModel> randomPolicies(SimulationFactory game, long seed) {
        Map<String, BehaviorSpec> behaviors = new LinkedHashMap<>();
        Simulation simulation = game.create(game.settings());
        for (Agent agent : simulation.agents()) {
            behaviors.put(agent.behavior().name(), agent.behavior());
        }
        simulation.dispose();
        List<PolicyModel> policies = new ArrayList<>();
        RandomStream random = RandomStream.of(seed);
        for (BehaviorSpec behavior : behaviors.values()) {
            Network network = Network.zeros(
                    behavior.observation().size(),
                    new int[] {8},
                    Activation.TANH,
                    behavior.action().outputSize());
            float[] parameters = new float[network.parameterCount()];
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = random.nextGaussian();
            }
            network.setParameters(parameters, 0);
            policies.add(PolicyModel.builder(behavior, network).build());
        }
        return policies;
    }

    /** Logits from the biases alone: always right. */
    private static List<PolicyModel> alwaysRight() {
        PolicyModel policy = randomPolicies(CORRIDOR, 0).get(0);
        Network network = Network.zeros(1, new int[0], Activation.TANH, 2);
        network.setParameters(new float[] {0, 0, -20, 20}, 0);
        return List.of(PolicyModel.builder(policy.behavior(), network).build());
    }

    private EvaluationResult evaluate(
            SimulationFactory game,
            List<PolicyModel> policies,
            int threads,
            DecisionMode mode,
            long seed,
            Purpose purpose) {
        try (Evaluation evaluation = new Evaluation(
                "test", game, EpisodeSettings.constant(game.settings()), threads, FaultConfig.STOPPING)) {
            return evaluation.run(policies, mode, 40, seed, purpose, progress::add);
        }
    }

    private static List<double[]> returns(EvaluationResult result) {
        return result.behaviors().stream()
                .map(behavior -> behavior.returns().returns())
                .toList();
    }

    @Test
    void theBestPolicyOfTheCorridorHasItsKnownReturn() {
        EvaluationResult result = evaluate(CORRIDOR, alwaysRight(), 2, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT);

        ReturnStatistics returns = result.behaviors().get(0).returns();
        assertThat(returns.episodes()).isEqualTo(40);
        assertThat(returns.smallest()).isCloseTo(0.90, within(1e-6));
        assertThat(returns.largest()).isCloseTo(0.92, within(1e-6));
        assertThat(result.score()).isCloseTo(CorridorSimulation.OPTIMUM, within(0.005));
        assertThat(result.behaviors().get(0).meanLength()).isBetween(8.0, 10.0);
    }

    @Test
    void anEpisodeThatIsCutOffCountsToo() {
        PolicyModel left = alwaysRight().get(0);
        Network network = Network.zeros(1, new int[0], Activation.TANH, 2);
        network.setParameters(new float[] {0, 0, 20, -20}, 0);
        List<PolicyModel> policies =
                List.of(PolicyModel.builder(left.behavior(), network).build());

        EvaluationResult result = evaluate(CORRIDOR, policies, 1, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT);

        // 100 decisions at -0.01 each
        assertThat(result.score()).isCloseTo(-1, within(1e-5));
        assertThat(result.behaviors().get(0).meanLength()).isEqualTo(100);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        for (SimulationFactory game : List.of(CORRIDOR, SKIRMISH)) {
            for (DecisionMode mode : DecisionMode.values()) {
                List<PolicyModel> policies = randomPolicies(game, 3);
                List<double[]> one = returns(evaluate(game, policies, 1, mode, 5, Purpose.REPORT));
                List<double[]> five = returns(evaluate(game, policies, 5, mode, 5, Purpose.REPORT));
                assertThat(five).hasSameSizeAs(one);
                for (int g = 0; g < one.size(); g++) {
                    assertThat(five.get(g)).containsExactly(one.get(g));
                }
            }
        }
    }

    @Test
    void anEvaluationRepeatsAndAnotherSeedOrPurposeIsAnother() {
        List<PolicyModel> policies = randomPolicies(SKIRMISH, 3);
        double[] first = returns(evaluate(SKIRMISH, policies, 2, DecisionMode.STOCHASTIC, 5, Purpose.REPORT))
                .get(0);

        assertThat(returns(evaluate(SKIRMISH, policies, 2, DecisionMode.STOCHASTIC, 5, Purpose.REPORT))
                        .get(0))
                .containsExactly(first);
        assertThat(returns(evaluate(SKIRMISH, policies, 2, DecisionMode.STOCHASTIC, 6, Purpose.REPORT))
                        .get(0))
                .isNotEqualTo(first);
        assertThat(returns(evaluate(SKIRMISH, policies, 2, DecisionMode.STOCHASTIC, 5, Purpose.SELECTION))
                        .get(0))
                .isNotEqualTo(first);
    }

    @Test
    void aBehaviorWithoutAPolicyIsNamed() {
        List<PolicyModel> policies = randomPolicies(SKIRMISH, 3).subList(0, 1);

        assertThatThrownBy(() -> evaluate(SKIRMISH, policies, 2, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessage("Game 'test' has agents of [guard] too, of which the policy is missing; there are policies"
                        + " for [scout] only. Give a policy for each behavior of the game.");
    }

    @Test
    void twoPoliciesOfABehaviorAreRefused() {
        List<PolicyModel> policies = new ArrayList<>(randomPolicies(SKIRMISH, 3));
        policies.add(policies.get(1));

        assertThatThrownBy(() -> evaluate(SKIRMISH, policies, 2, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessage(
                        "Two of the policies are of behavior 'guard'. Give one policy for each behavior of the game.");
    }

    /** Neither the game nor a step limit ends it. */
    @Test
    void anEpisodeWithoutEndIsCutOffAndItIsSaid() {
        SimulationFactory game = settings -> new EndlessSimulation(0);
        try (Evaluation evaluation =
                new Evaluation("test", game, EpisodeSettings.constant(game.settings()), 1, FaultConfig.STOPPING)) {
            EvaluationResult result = evaluation.run(
                    randomPolicies(game, 1), DecisionMode.DETERMINISTIC, 1, 1, Purpose.REPORT, progress::add);

            assertThat(result.cut()).isEqualTo(1);
            // a decision takes 6 bytes: agent, check, a continuous action
            assertThat(result.behaviors().get(0).meanLength())
                    .isEqualTo(Math.ceil(RecordedSimulation.MOST_BYTES / 6.0));
            assertThat(result.notice().orElseThrow())
                    .startsWith(
                            "1 of the episodes were cut off after 1,000,000 physics steps or 4 MB of decisions, since nothing")
                    .contains("Give the behaviors a step limit");
        }
        assertThat(evaluate(CORRIDOR, alwaysRight(), 1, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT)
                        .notice())
                .isEmpty();
    }

    /** A million steps of ten microseconds. */
    @Test
    @Tag("slow")
    void aLongEvaluationTellsHowFarItIs() {
        SimulationFactory game = settings -> new EndlessSimulation(10_000);
        try (Evaluation evaluation =
                new Evaluation("test", game, EpisodeSettings.constant(game.settings()), 1, FaultConfig.STOPPING)) {
            evaluation.run(randomPolicies(game, 1), DecisionMode.DETERMINISTIC, 1, 1, Purpose.REPORT, progress::add);
        }

        assertThat(progress).isNotEmpty().first().isEqualTo("final evaluation: 0 of 1 episodes in 5 s");
        progress.clear();
        evaluate(CORRIDOR, alwaysRight(), 1, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT);
        assertThat(progress).as("of a short one there is nothing to tell").isEmpty();
    }

    @Test
    void aPolicyThatDoesNotFitIsRefusedWithTheDifferences() {
        assertThatThrownBy(() -> evaluate(SKIRMISH, alwaysRight(), 2, DecisionMode.DETERMINISTIC, 1, Purpose.REPORT))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageStartingWith("Policy 'walker' does not fit game 'test':")
                .hasMessageContaining("behavior: policy has 'walker'")
                .hasMessageContaining("observation: policy has 1 value");
    }

    /** As in training: nobody sees what another does in the same step, whatever behaviors they have. */
    @Test
    void allObserveBeforeAnyoneActsSoThatAFaultIsReplayed() {
        SimulationFactory game = settings -> new CrowdSimulation();
        assertThatThrownBy(
                        () -> evaluate(game, randomPolicies(game, 1), 1, DecisionMode.STOCHASTIC, 1, Purpose.SELECTION))
                .isInstanceOfSatisfying(SimulationFault.class, fault -> {
                    assertThat(fault)
                            .hasMessageStartingWith("evaluation, episode 1, ")
                            .hasMessageContaining("crushed");
                    RecordedEpisode episode = fault.episode().orElseThrow();
                    CrowdSimulation again = new CrowdSimulation();
                    assertThatThrownBy(() -> ReplayPlayer.play(again, episode))
                            .isInstanceOf(GameFault.class)
                            .hasMessageContaining("crushed");
                    assertThat(again.order).isEqualTo(List.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2));
                });
    }

    @Test
    void anEpisodeThatIsOverAtOnceIsAFault() {
        SimulationFactory game = settings -> new CrowdSimulation() {
            @Override
            public boolean isEpisodeOver() {
                return true;
            }
        };
        assertThatThrownBy(() -> evaluate(game, randomPolicies(game, 1), 1, DecisionMode.STOCHASTIC, 1, Purpose.REPORT))
                .isInstanceOf(SimulationFault.class)
                .hasMessageStartingWith("final evaluation, episode 1, episode seed ")
                .hasMessageContaining("over right after reset()");
    }
}
