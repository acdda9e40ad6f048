package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.config.ObjectiveConfig;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.ReferenceConfig;
import io.github.gdxagents.training.config.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of PPO that learn small games fast, but for what a test changes. */
final class TestPpo {
    private final long totalSteps;
    private int epochs = 8;
    private int minibatchSize = 128;
    private double discount = 0.99;
    private double gaeLambda = 0.95;
    private Schedule learningRate = Schedule.constant(2e-3);
    private double learningRateTargetKl;
    private ObjectiveConfig objective = objective("clip", Map.of());
    private Aggregation aggregation = Aggregation.STEP;
    private double targetKl;
    private Schedule clipRangeLower = Schedule.constant(0.2);
    private Schedule clipRangeUpper = Schedule.constant(0.2);
    private Schedule entropyCoefficient = Schedule.constant(0.001);
    private ReferenceConfig reference = new ReferenceConfig(List.of(), Schedule.constant(0));
    private double valueCoefficient = 0.5;
    private double valueClipRange;
    private double maxGradientNorm = 0.5;
    private double adamEpsilon = 1e-5;

    private TestPpo(long totalSteps) {
        this.totalSteps = totalSteps;
    }

    static TestPpo of(long totalSteps) {
        return new TestPpo(totalSteps);
    }

    /** An objective with the defaults of all options but the given. */
    static ObjectiveConfig objective(String name, Map<String, Double> changed) {
        Map<String, Schedule> options = new LinkedHashMap<>();
        for (ObjectiveOption option : Objective.named(name).options()) {
            options.put(option.name(), Schedule.constant(changed.getOrDefault(option.name(), option.defaultValue())));
        }
        if (!options.keySet().containsAll(changed.keySet())) {
            throw new IllegalArgumentException(changed.toString());
        }
        return new ObjectiveConfig(name, options);
    }

    TestPpo updates(int epochCount, int size) {
        epochs = epochCount;
        minibatchSize = size;
        return this;
    }

    TestPpo discount(double gamma, double lambda) {
        discount = gamma;
        gaeLambda = lambda;
        return this;
    }

    TestPpo learningRate(Schedule value) {
        learningRate = value;
        return this;
    }

    TestPpo learningRate(double value) {
        return learningRate(Schedule.constant(value));
    }

    TestPpo learningRateTargetKl(double value) {
        learningRateTargetKl = value;
        return this;
    }

    TestPpo objective(String name) {
        return objective(name, Map.of(), this);
    }

    TestPpo objective(String name, String option, double value) {
        return objective(name, Map.of(option, value), this);
    }

    TestPpo objective(ObjectiveConfig value) {
        objective = value;
        return this;
    }

    TestPpo reference(Schedule coefficient) {
        reference = new ReferenceConfig(List.of(), coefficient);
        return this;
    }

    private static TestPpo objective(String name, Map<String, Double> options, TestPpo target) {
        target.objective = objective(name, options);
        return target;
    }

    TestPpo aggregation(Aggregation value) {
        aggregation = value;
        return this;
    }

    TestPpo targetKl(double value) {
        targetKl = value;
        return this;
    }

    TestPpo clipRange(Schedule lower, Schedule upper) {
        clipRangeLower = lower;
        clipRangeUpper = upper;
        return this;
    }

    TestPpo clipRange(double range) {
        return clipRange(Schedule.constant(range), Schedule.constant(range));
    }

    TestPpo entropy(Schedule value) {
        entropyCoefficient = value;
        return this;
    }

    TestPpo entropy(double value) {
        return entropy(Schedule.constant(value));
    }

    TestPpo reference(String policy, double coefficient) {
        reference = new ReferenceConfig(List.of(policy), Schedule.constant(coefficient));
        return this;
    }

    TestPpo valueClipRange(double value) {
        valueClipRange = value;
        return this;
    }

    TestPpo valueCoefficient(double value) {
        valueCoefficient = value;
        return this;
    }

    TestPpo maxGradientNorm(double value) {
        maxGradientNorm = value;
        return this;
    }

    TestPpo adamEpsilon(double value) {
        adamEpsilon = value;
        return this;
    }

    PpoConfig build() {
        return new PpoConfig(
                totalSteps,
                epochs,
                minibatchSize,
                discount,
                gaeLambda,
                learningRate,
                learningRateTargetKl,
                objective,
                aggregation,
                targetKl,
                clipRangeLower,
                clipRangeUpper,
                entropyCoefficient,
                reference,
                valueCoefficient,
                valueClipRange,
                maxGradientNorm,
                adamEpsilon);
    }
}
