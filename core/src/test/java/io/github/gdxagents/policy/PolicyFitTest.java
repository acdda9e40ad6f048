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
import java.util.List;
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
    void whereTrainingCanBeginWithThePolicyItIsSaid() {
        BehaviorSpec trained = behavior(XY, branch("walk", "run"));
        BehaviorSpec game = behavior(ObservationSpec.of("y", "z"), branch("walk", "run"));
        assertThatThrownBy(() -> PolicyFit.requireFit(trained, game))
                .hasMessageEndingWith(
                        "Train it again for this game, beginning with this policy ('--init-from' and its file;"
                                + " observations are matched by name), or restore what is listed above.");

        BehaviorSpec strange = behavior(ObservationSpec.of("z"), branch("walk", "run"));
        assertThatThrownBy(() -> PolicyFit.requireFit(trained, strange))
                .hasMessageEndingWith("Train it again for this game, or restore what is listed above.");
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
        assertThatCode(() -> PolicyFit.requireFit(endless, limited)).doesNotThrowAnyException();
    }

    private static List<String> differences(ObservationSpec.Builder policy, ObservationSpec.Builder game) {
        ActionSpec action = branch("walk", "run");
        return PolicyFit.differences(behavior(policy.build(), action), behavior(game.build(), action));
    }

    private static ObservationSpec.Builder seen() {
        return ObservationSpec.builder().add("x").add("y");
    }

    @Test
    void groupsThatDifferAreNamedWithTheirShapes() {
        assertThat(differences(
                        seen().grid("map", 8, 8, "wall", "food")
                                .set("enemies", 5, "x", "y")
                                .vector("self", "speed")
                                .vector("old", "a"),
                        seen().grid("map", 10, 10, "wall", "food")
                                .set("enemies", 5, "x", "health")
                                .grid("self", 1, 1, "speed")
                                .set("new", 2, "a")))
                .containsExactly(
                        "observation group 'map': policy has grid [8, 8, 2], game has grid [10, 10, 2]",
                        "observation group 'enemies': policy has set [5, 2], game has set [5, 2] (only in the policy: y; only"
                                + " in the game: health)",
                        "observation group 'self': policy has vector [1], game has grid [1, 1, 1]",
                        "observation group 'old': only in the policy, as vector [1]",
                        "observation group 'new': only in the game, as set [2, 1]");
    }

    @Test
    void plainValuesAreComparedApartFromGroups() {
        assertThat(differences(seen().set("s", 2, "a"), seen().set("s", 2, "a").add("z")))
                .containsExactly("observation: policy has 2 plain values, game has 3 (only in the game: z)");
        assertThat(differences(
                        ObservationSpec.builder().add("v.a").add("v.b"),
                        ObservationSpec.builder().vector("v", "a", "b")))
                .containsExactly(
                        "observation: policy has 2 plain values, game has 0 (only in the policy: v.a, v.b)",
                        "observation group 'v': only in the game, as vector [2]");
    }

    @Test
    void sameGroupsInAnotherOrderDoNotFit() {
        assertThat(differences(
                        seen().vector("v", "a").vector("w", "a"),
                        seen().vector("w", "a").vector("v", "a")))
                .containsExactly(
                        "observation: same groups in another order: policy has [x, y, v [a], w [a]], game has [x, y, w"
                                + " [a], v [a]]");
        assertThat(differences(seen().set("s", 2, "a", "b"), seen().set("s", 2, "b", "a")))
                .containsExactly(
                        "observation group 's': policy has set [2, 2], game has set [2, 2] (same names in another"
                                + " order: number 1 is 'a' in the policy, 'b' in the game)");
        assertThat(differences(seen().set("s", 2, "a"), seen().set("s", 2, "a")))
                .isEmpty();
    }
}
