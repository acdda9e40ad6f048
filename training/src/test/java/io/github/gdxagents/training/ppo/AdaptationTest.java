package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AdaptationTest {
    /** As an iteration begins. */
    private static Coefficients next(Adaptation adaptation, long steps) {
        adaptation.adapt(steps);
        Coefficients coefficients = adaptation.coefficients(steps);
        assertThat(adaptation.coefficients(steps).vector())
                .containsExactly(coefficients.vector()); // asking changes nothing
        return coefficients;
    }

    private static PpoConfig config(Consumer<PpoConfig.Builder> change) {
        return TrainingConfig.builder("test")
                .ppo(ppo -> ppo.totalSteps(1000).learningRateTargetKl(0.01))
                .ppo(change)
                .build()
                .ppo();
    }

    /** Schulman et al. 2017, section 4: below target / 1.5 halve β, above target * 1.5 double it, else leave it. */
    @Test
    void betaMovesAsInThePaper() {
        Map<String, Double> options = Map.of("klCoefficient", 3.0, "klTarget", 0.03, "dualClip", 0.0);
        KlPenaltyObjective objective = new KlPenaltyObjective();
        assertThat(objective.coefficient(options, Double.NaN, Double.NaN)).isEqualTo(3);
        assertThat(objective.coefficient(options, 3, 0.0199)).isEqualTo(1.5);
        assertThat(objective.coefficient(options, 3, 0.0201)).isEqualTo(3);
        assertThat(objective.coefficient(options, 3, 0.0449)).isEqualTo(3);
        assertThat(objective.coefficient(options, 3, 0.0451)).isEqualTo(6);
        assertThat(objective.coefficient(options, 3, Double.NaN)).isEqualTo(3);
        assertThat(objective.coefficient(options, 1e6, 1)).isEqualTo(1e6);
    }

    @Test
    void aFixedBetaFollowsItsSchedule() {
        Map<String, Double> options = Map.of("klCoefficient", 3.0, "klTarget", 0.0, "dualClip", 0.0);
        assertThat(new KlPenaltyObjective().coefficient(options, 7, 5)).isEqualTo(3);
    }

    @Test
    void theLearningRateFollowsTheDivergence() {
        PpoConfig config = config(ppo -> ppo.learningRate(new Schedule.Linear(0.02, 0)));
        Adaptation adaptation = new Adaptation(config, new ClipObjective());
        assertThat(next(adaptation, 0).get(Coefficient.LEARNING_RATE)).isEqualTo(0.02);
        adaptation.measured(0.021, 0);
        assertThat(next(adaptation, 0).get(Coefficient.LEARNING_RATE)).isCloseTo(0.02 / 1.5, within(1e-12));
        adaptation.measured(0.019, 0);
        assertThat(next(adaptation, 0).get(Coefficient.LEARNING_RATE)).isCloseTo(0.02 / 1.5, within(1e-12));
        adaptation.measured(0.004, 0);
        assertThat(next(adaptation, 500).get(Coefficient.LEARNING_RATE)).isCloseTo(0.01, within(1e-12));
        // an iteration without decisions has moved nothing and adapts nothing
        assertThat(next(adaptation, 500).get(Coefficient.LEARNING_RATE)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void aSavedAdaptationGoesOn() {
        PpoConfig config = config(ppo -> ppo.objective("kl-penalty", Map.of("klTarget", Schedule.constant(0.01))));
        Adaptation first = new Adaptation(config, new KlPenaltyObjective());
        next(first, 0);
        first.measured(0.05, 0);
        Adaptation second = new Adaptation(config, new KlPenaltyObjective());
        second.restore(first.save());
        Coefficients expected = next(first, 10);
        assertThat(expected.get(Coefficient.ADAPTED)).isEqualTo(2);
        assertThat(next(second, 10).vector()).containsExactly(expected.vector());
    }

    /** As β does: half below target / 1.5, double above target * 1.5, and the schedule alone without target. */
    @Test
    void theWeightOfTheReferenceFollowsTheDistanceToIt() {
        PpoConfig config = config(ppo -> ppo.reference(reference ->
                reference.policies(List.of("a.policy")).coefficient(0.4).targetKl(0.03)));
        Adaptation adaptation = new Adaptation(config, new ClipObjective());
        assertThat(next(adaptation, 0).get(Coefficient.REFERENCE)).isEqualTo(0.4);
        adaptation.measured(0, 0.019);
        assertThat(next(adaptation, 10).get(Coefficient.REFERENCE)).isEqualTo(0.2);
        adaptation.measured(0, 0.03);
        assertThat(next(adaptation, 20).get(Coefficient.REFERENCE)).isEqualTo(0.2);
        adaptation.measured(0, 0.046);
        Adaptation resumed = new Adaptation(config, new ClipObjective());
        resumed.restore(adaptation.save());
        assertThat(next(resumed, 30).get(Coefficient.REFERENCE)).isEqualTo(0.4);
        // an iteration without decisions has measured nothing
        assertThat(next(resumed, 40).get(Coefficient.REFERENCE)).isEqualTo(0.4);
    }

    @Test
    void withoutTargetTheWeightOfTheReferenceFollowsItsSchedule() {
        PpoConfig config =
                config(ppo -> ppo.reference(reference -> reference.coefficient(new Schedule.Linear(0.4, 0))));
        Adaptation adaptation = new Adaptation(config, new ClipObjective());
        next(adaptation, 0);
        adaptation.measured(0, 5);
        assertThat(next(adaptation, 500).get(Coefficient.REFERENCE)).isCloseTo(0.2, within(1e-12));
    }

    /** Former versions saved four numbers. */
    @Test
    void whatFormerVersionsSavedGoesOnWithTheConfiguredWeight() {
        PpoConfig config = config(ppo -> ppo.reference(reference ->
                reference.policies(List.of("a.policy")).coefficient(0.4).targetKl(0.03)));
        Adaptation adaptation = new Adaptation(config, new ClipObjective());
        adaptation.restore(new double[] {Double.NaN, 0.5, 0.01, 1});
        Coefficients coefficients = next(adaptation, 10);
        assertThat(coefficients.get(Coefficient.REFERENCE)).isEqualTo(0.4);
        assertThat(adaptation.save()).hasSize(6).startsWith(Double.NaN, 0.5);
    }
}
