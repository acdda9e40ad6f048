package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.ObjectiveOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a learner and of its updates: those of plain PPO, but for what a test changes. */
final class TestSettings {
    static final double NO_NORM_LIMIT = 1e6;

    private final Objective objective;
    private final Map<String, Double> options = new LinkedHashMap<>();
    private final Map<String, Double> largestOptions = new LinkedHashMap<>();
    private Aggregation aggregation = Aggregation.STEP;
    private double targetKl;
    private float[] referenceDeviations;
    private double valueCoefficient = 0.5;
    private double valueClipRange;
    private boolean normalize;
    private double maxGradientNorm = NO_NORM_LIMIT;
    private double adamEpsilon = 1e-5;

    private double learningRate = 1e-3;
    private double clipRangeLower = 0.2;
    private double clipRangeUpper = 0.2;
    private double entropyCoefficient;
    private double referenceCoefficient;
    private double coefficient = Double.NaN;

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
        options.put(name, value);
        largestOptions.put(name, largest);
        return this;
    }

    TestSettings aggregation(Aggregation value) {
        aggregation = value;
        return this;
    }

    TestSettings targetKl(double value) {
        targetKl = value;
        return this;
    }

    TestSettings reference(float[] deviations, double weight) {
        referenceDeviations = deviations;
        referenceCoefficient = weight;
        return this;
    }

    TestSettings value(double weight, double clipRange) {
        valueCoefficient = weight;
        valueClipRange = clipRange;
        return this;
    }

    TestSettings normalize(boolean value) {
        normalize = value;
        return this;
    }

    TestSettings maxGradientNorm(double value) {
        maxGradientNorm = value;
        return this;
    }

    TestSettings adamEpsilon(double value) {
        adamEpsilon = value;
        return this;
    }

    TestSettings learningRate(double value) {
        learningRate = value;
        return this;
    }

    TestSettings clipRange(double lower, double upper) {
        clipRangeLower = lower;
        clipRangeUpper = upper;
        return this;
    }

    TestSettings entropy(double value) {
        entropyCoefficient = value;
        return this;
    }

    /** The coefficient that the objective adapts. */
    TestSettings coefficient(double value) {
        coefficient = value;
        return this;
    }

    LearnerSettings learner() {
        return new LearnerSettings(
                objective,
                new LinkedHashMap<>(largestOptions),
                aggregation,
                entropyCoefficient > 0,
                targetKl,
                referenceDeviations,
                valueCoefficient,
                valueClipRange,
                normalize,
                maxGradientNorm,
                adamEpsilon);
    }

    UpdateSettings update() {
        return new UpdateSettings(
                learningRate,
                clipRangeLower,
                clipRangeUpper,
                entropyCoefficient,
                referenceCoefficient,
                coefficient,
                new LinkedHashMap<>(options));
    }
}
