package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecsTest {
    private static final ObservationSpec SEEN = ObservationSpec.of("x", "y");
    private static final ActionSpec HYBRID = ActionSpec.builder()
            .continuous("steer", "throttle")
            .branch("gear", "low", "high")
            .branch("fire", "no", "left", "right")
            .build();

    private static BehaviorSpec.Builder driver() {
        return BehaviorSpec.builder("driver").observation(SEEN).action(HYBRID);
    }

    @Test
    void groupsOfObservationsAreNumbered() {
        ObservationSpec spec =
                ObservationSpec.builder().add("speed").add("ray", 3).build();
        assertThat(spec.names()).containsExactly("speed", "ray.0", "ray.1", "ray.2");
        assertThat(spec.size()).isEqualTo(4);
        assertThat(spec).hasToString("observation[speed, ray.0, ray.1, ray.2]");
    }

    @Test
    void aBuilderThatGoesOnLeavesWhatItBuilt() {
        ObservationSpec.Builder builder = ObservationSpec.builder().add("x");
        ObservationSpec spec = builder.build();
        builder.add("y");
        assertThat(spec).isEqualTo(ObservationSpec.of("x"));
        assertThatThrownBy(() -> spec.names().add("z")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anObservationWithoutValuesIsAnError() {
        assertThatThrownBy(ObservationSpec::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation: an agent must observe at least one value, but none was added");
        assertThatThrownBy(() -> ObservationSpec.builder().add("ray", 0))
                .hasMessage("observation: the group 'ray' must have at least 1 value, but has 0");
    }

    @Test
    void namesAreUnique() {
        assertThatThrownBy(() ->
                        ObservationSpec.builder().add("ray", 2).add("ray.1").build())
                .hasMessage("observation: the name 'ray.1' is used twice; every name must be unique");
        assertThatThrownBy(() -> ActionSpec.builder()
                        .continuous("a")
                        .branch("a", "b", "c")
                        .build())
                .hasMessage("action: the name 'a' is used twice; every name must be unique");
        assertThatThrownBy(() -> new ActionBranch("gear", "low", "low"))
                .hasMessage("choices of action branch 'gear': the name 'low' is used twice; every name must be unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\t", "grün", "del\u007f"})
    void namesArePrintableAsciiWithoutBlanks(String name) {
        assertThatThrownBy(() -> ObservationSpec.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("observation: the name")
                .hasMessageContaining(PrintableText.line(name));
        assertThatThrownBy(() -> ActionSpec.builder().continuous(name)).hasMessageStartingWith("continuous action: ");
        assertThatThrownBy(() -> ActionSpec.builder().branch(name, "a", "b")).hasMessageStartingWith("action branch: ");
        assertThatThrownBy(() -> ActionSpec.builder().branch("gear", "a", name))
                .hasMessageStartingWith("choice of action branch 'gear': ");
        assertThatThrownBy(() -> BehaviorSpec.builder(name)).hasMessageStartingWith("behavior: ");
        assertThatThrownBy(() -> SimulationSettings.none().declare(name, 1))
                .hasMessageStartingWith("simulation setting: ");
    }

    @Test
    void namesSayWhereTheBadCharacterIs() {
        assertThatThrownBy(() -> ObservationSpec.of("two words"))
                .hasMessage(
                        "observation: the name 'two words' has a character that is not printable ASCII without blanks at"
                                + " index 3; use letters, digits, '.', '_' and '-'");
    }

    @Test
    void namesHaveAtMost120Characters() {
        assertThat(ObservationSpec.of("n".repeat(120)).size()).isOne();
        assertThatThrownBy(() -> ObservationSpec.of("n".repeat(121)))
                .hasMessageStartingWith("observation: the name must have 1 to 120 characters");
        assertThatThrownBy(() -> ObservationSpec.of((String) null)).hasMessageContaining("'null'");
    }

    @Test
    void actionsAreLaidOutBranchAfterBranch() {
        assertThat(HYBRID.continuousSize()).isEqualTo(2);
        assertThat(HYBRID.branchCount()).isEqualTo(2);
        assertThat(HYBRID.branchSize(0)).isEqualTo(2);
        assertThat(HYBRID.branchSize(1)).isEqualTo(3);
        assertThat(HYBRID.choiceOffset(0)).isZero();
        assertThat(HYBRID.choiceOffset(1)).isEqualTo(2);
        assertThat(HYBRID.choiceCount()).isEqualTo(5);
        assertThat(HYBRID.outputSize()).isEqualTo(7);
        assertThat(HYBRID.branches().get(1).choices()).containsExactly("no", "left", "right");
        assertThat(HYBRID)
                .hasToString("action[continuous [steer, throttle], branches [gear[low, high], fire[no, left, right]]]");
    }

    @Test
    void actionsMayBeOfOneSort() {
        ActionSpec continuous = ActionSpec.builder().continuous("a").build();
        assertThat(continuous.choiceCount()).isZero();
        assertThat(continuous.outputSize()).isOne();
        ActionSpec discrete = ActionSpec.builder().branch("b", "c", "d").build();
        assertThat(discrete.continuousSize()).isZero();
        assertThat(discrete.outputSize()).isEqualTo(2);
    }

    @Test
    void decidingNothingIsAnError() {
        assertThatThrownBy(() -> ActionSpec.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither a continuous value nor a branch");
        assertThatThrownBy(() -> new ActionBranch("gear", "only"))
                .hasMessage("action branch 'gear': at least 2 choices are needed, but there are 1");
    }

    @Test
    void aBehaviorDecidesInEachStepWithoutLimitUnlessToldOtherwise() {
        BehaviorSpec spec = driver().build();
        assertThat(spec.decisionPeriod()).isOne();
        assertThat(spec.stepLimit()).isEqualTo(BehaviorSpec.NO_STEP_LIMIT);
        assertThat(spec.observation()).isSameAs(SEEN);
        assertThat(spec.action()).isSameAs(HYBRID);
        assertThat(driver().decisionPeriod(4).stepLimit(250).build())
                .hasToString("behavior 'driver' [" + SEEN + ", " + HYBRID + ", decision period 4, step limit 250]");
    }

    private static String[] names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toArray(String[]::new);
    }

    @Test
    void actionsHaveNoMoreThanAPolicyFileMayHold() {
        assertThat(new ActionBranch("tile", names("c", 256)).size()).isEqualTo(256);
        assertThatThrownBy(() -> new ActionBranch("tile", names("c", 257)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("action branch 'tile': it may have at most 256 choices, but has 257");
        ActionSpec.Builder continuous = ActionSpec.builder().continuous(names("a", 1024));
        assertThat(continuous.build().continuousSize()).isEqualTo(1024);
        assertThatThrownBy(continuous.continuous("more")::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action: it may have at most 1024 continuous values, but has 1025");
        ActionSpec.Builder branches = ActionSpec.builder();
        for (String branch : names("b", 256)) {
            branches.branch(branch, "0", "1");
        }
        assertThat(branches.build().branchCount()).isEqualTo(256);
        assertThatThrownBy(branches.branch("more", "0", "1")::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action: it may have at most 256 branches, but has 257");
    }

    @Test
    void aBehaviorNeedsItsParts() {
        assertThatThrownBy(() -> BehaviorSpec.builder("b").action(HYBRID).build())
                .hasMessage("behavior 'b': it has no observation specification; give one to the builder");
        assertThatThrownBy(() -> BehaviorSpec.builder("b").observation(SEEN).build())
                .hasMessage("behavior 'b': it has no action specification; give one to the builder");
        assertThatThrownBy(() -> driver().decisionPeriod(0))
                .hasMessage("behavior 'driver': the decision period must be at least 1 physics step, but is 0");
        assertThatThrownBy(() -> driver().stepLimit(-1))
                .hasMessage("behavior 'driver': the step limit must be at least 1 decision, or 0 for none, but is -1");
    }

    @Test
    void aBehaviorNamesTheTermsOfItsRewardAndItsStatistics() {
        assertThat(driver().build().rewardTerms()).isEmpty();
        assertThat(driver().build().statistics()).isEmpty();
        BehaviorSpec spec =
                driver().rewardTerms("goal", "fuel").statistics("laps").build();
        assertThat(spec.rewardTerms()).containsExactly("goal", "fuel");
        assertThat(spec.statistics()).containsExactly("laps");
        assertThatThrownBy(() -> spec.rewardTerms().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> driver().rewardTerms("goal", "goal"))
                .hasMessage("behavior 'driver': the reward term 'goal' is there twice; name each once");
        assertThatThrownBy(() -> driver().statistics("laps", "laps"))
                .hasMessage("behavior 'driver': the statistic 'laps' is there twice; name each once");
        assertThatThrownBy(() -> driver().statistics("two words"))
                .hasMessageContaining("statistic: the name 'two words'");
        assertThatThrownBy(() -> driver().rewardTerms(""))
                .hasMessageContaining("reward term: the name must have 1 to 120");
    }

    @Test
    void equalityComparesEveryPart() {
        BehaviorSpec spec = driver().build();
        assertThat(spec).isEqualTo(driver().build()).hasSameHashCodeAs(driver().build());
        assertThat(spec)
                .isNotEqualTo(BehaviorSpec.builder("other")
                        .observation(SEEN)
                        .action(HYBRID)
                        .build())
                .isNotEqualTo(driver().observation(ObservationSpec.of("y", "x")).build())
                .isNotEqualTo(driver().action(ActionSpec.builder()
                                .continuous("steer", "throttle")
                                .build())
                        .build())
                .isNotEqualTo(driver().decisionPeriod(2).build())
                .isNotEqualTo(driver().stepLimit(2).build())
                .isNotEqualTo(driver().rewardTerms("a").build())
                .isNotEqualTo(driver().statistics("a").build())
                .isNotEqualTo("driver");
        assertThat(new ActionBranch("a", "b", "c"))
                .isEqualTo(new ActionBranch("a", "b", "c"))
                .hasSameHashCodeAs(new ActionBranch("a", "b", "c"))
                .isNotEqualTo(new ActionBranch("x", "b", "c"))
                .isNotEqualTo(new ActionBranch("a", "c", "b"));
    }
}
