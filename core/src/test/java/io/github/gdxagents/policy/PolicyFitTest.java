package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import org.junit.jupiter.api.Test;

class PolicyFitTest {
    private static final ObservationSpec XY = ObservationSpec.of("x", "y");

    private static BehaviorSpec behavior(ObservationSpec observation, ActionSpec action) {
        return BehaviorSpec.builder("walker")
                .observation(observation)
                .action(action)
                .build();
    }

    private static ActionSpec branch(String... choices) {
        return ActionSpec.builder().branch("gait", choices).build();
    }

    @Test
    void everyDifferenceIsListedAtOnce() {
        BehaviorSpec trained = BehaviorSpec.builder("walker")
                .observation(ObservationSpec.of("x", "y", "old"))
                .action(ActionSpec.builder().continuous("hip", "knee").build())
                .decisionPeriod(4)
                .build();
        BehaviorSpec game = BehaviorSpec.builder("runner")
                .observation(ObservationSpec.of("x", "y", "target.velocityX", "target.velocityY"))
                .action(ActionSpec.builder()
                        .branch("left", "a", "b", "c")
                        .branch("right", "a", "b")
                        .build())
                .build();
        PolicyModel policy = PolicyModel.builder(trained, Network.zeros(3, new int[0], Activation.TANH, 2))
                .goldenSamples(1, RandomStream.of(1))
                .build();
        assertThatThrownBy(() -> PolicyFit.requireFit(policy, game, "walker.policy", "walker"))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessage("""
                        Policy 'walker.policy' does not fit game 'walker':
                          behavior: policy has 'walker', game has 'runner'
                          observation: policy has 3 values, game has 4 (only in the policy: old; only in the game: target.velocityX, target.velocityY)
                          action: policy has 2 continuous, game has branches [3, 2] (only in the policy: hip, knee; only in the game: left, right)
                          decision period: policy has 4 physics steps, game has 1
                        Train it again with 'train walker', or restore what is listed above.""");
    }

    @Test
    void sameNamesInAnotherOrderDoNotFit() {
        assertThat(PolicyFit.differences(
                        behavior(XY, branch("walk", "run")),
                        behavior(ObservationSpec.of("y", "x"), branch("run", "walk"))))
                .containsExactly(
                        "observation: policy has 2 values, game has 2 (same names in another order: number 1 is 'x' in the"
                                + " policy, 'y' in the game)",
                        "action branch 'gait': policy has 2 choices, game has 2 (same names in another order: number 1 is"
                                + " 'walk' in the policy, 'run' in the game)");
    }

    @Test
    void newChoiceOfABranchIsNamed() {
        assertThat(PolicyFit.differences(
                        behavior(XY, branch("walk", "run")), behavior(XY, branch("walk", "run", "jump"))))
                .containsExactly("action branch 'gait': policy has 2 choices, game has 3 (only in the game: jump)");
    }

    @Test
    void continuousValueThatBecameABranchDoesNotFit() {
        ActionSpec continuous = ActionSpec.builder().continuous("gait").build();
        assertThat(PolicyFit.differences(behavior(XY, continuous), behavior(XY, branch("walk", "run"))))
                .containsExactly("action: policy has 1 continuous, game has branches [2]");
    }

    @Test
    void anotherStepLimitStillFits() {
        BehaviorSpec endless = behavior(XY, branch("walk", "run"));
        BehaviorSpec limited = BehaviorSpec.builder("walker")
                .observation(XY)
                .action(branch("walk", "run"))
                .stepLimit(5)
                .build();
        assertThatCode(() -> PolicyFit.requireFit(endless, limited, "p", "g")).doesNotThrowAnyException();
    }
}
