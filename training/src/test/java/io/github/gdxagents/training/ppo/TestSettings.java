package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ObjectiveConfig;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a learner, and coefficients of its updates: those of plain PPO, but for what a test changes. */
final class TestSettings {
    static final double NO_NORM_LIMIT = 1e6;

    private final Objective objective;
    private final TrainingConfig.Builder config = TrainingConfig.builder("test")
            .ppo(ppo -> ppo.totalSteps(1000)
                    .learningRate(1e-3)
                    .entropyCoefficient(0)
                    .maxGradientNorm(NO_NORM_LIMIT));
    private final Map<String, Schedule> options = new LinkedHashMap<>();
    private float[] referenceDeviations;
    private boolean losesToReference;
    private boolean normalize;
    private double adapted = Double.NaN;

    private TestSettings(Objective objective) {
        this.objective = objective;
        for (ObjectiveOption option : objective.options()) {
            option(option.name(), option.defaultValue());
        }
    }

    static TestSettings of(Objective objective) {
        return new TestSettings(objective);
    }

    static TestSettings clip() {
        return of(new ClipObjective());
    }

    TestSettings option(String name, double value) {
        return option(name, value, value);
    }

    /** An option that is scheduled: what it is now, and the largest value of the run. */
    TestSettings option(String name, double value, double largest) {
        if (objective.options().stream().noneMatch(option -> option.name().equals(name))) {
            throw new IllegalArgumentException(name);
        }
        options.put(name, value == largest ? Schedule.constant(value) : switching(value, largest));
        return this;
    }

    /** A schedule without values in between, which some options refuse. */
    private static Schedule switching(double now, double later) {
        return new Schedule.Piecewise(List.of(new Schedule.Point(998, now), new Schedule.Point(999, later)));
    }

    TestSettings aggregation(Aggregation value) {
        config.ppo(ppo -> ppo.aggregation(value));
        return this;
    }

    TestSettings targetKl(double value) {
        config.ppo(ppo -> ppo.targetKl(value));
        return this;
    }

    TestSettings reference(float[] deviations, double weight) {
        referenceDeviations = deviations;
        losesToReference = true;
        config.ppo(ppo -> ppo.reference(reference -> reference.coefficient(weight)));
        return this;
    }

    TestSettings value(double weight, double clipRange) {
        config.ppo(ppo -> ppo.valueCoefficient(weight).valueClipRange(clipRange));
        return this;
    }

    TestSettings normalize(boolean value) {
        normalize = value;
        return this;
    }

    TestSettings maxGradientNorm(double value) {
        config.ppo(ppo -> ppo.maxGradientNorm(value));
        return this;
    }

    TestSettings adamEpsilon(double value) {
        config.ppo(ppo -> ppo.adamEpsilon(value));
        return this;
    }

    TestSettings learningRate(double value) {
        config.ppo(ppo -> ppo.learningRate(value));
        return this;
    }

    TestSettings clipRange(double lower, double upper) {
        config.ppo(ppo -> ppo.clipRangeLower(lower).clipRangeUpper(upper));
        return this;
    }

    TestSettings entropy(double value) {
        config.ppo(ppo -> ppo.entropyCoefficient(value));
        return this;
    }

    /** The coefficient that the objective adapts. */
    TestSettings coefficient(double value) {
        adapted = value;
        return this;
    }

    LearnerSettings learner() {
        config.ppo(ppo -> ppo.objective(new ObjectiveConfig(objective.name(), options)));
        return new LearnerSettings(
                config.build().ppo(), objective, normalize, -20, losesToReference, referenceDeviations);
    }

    Coefficients update() {
        return Coefficients.at(learner().ppo(), 0).with(Coefficient.ADAPTED, adapted);
    }
}
