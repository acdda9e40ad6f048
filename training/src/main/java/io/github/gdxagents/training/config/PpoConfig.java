package io.github.gdxagents.training.config;

import java.util.Map;
import java.util.function.Consumer;

/**
 * How the policy learns.
 *
 * <p>Source: Schulman et al. 2017, arXiv:1707.06347; advantages: Schulman et al. 2015, arXiv:1506.02438.
 *
 * @param totalSteps decisions of all slots after which the run is over, at least 1
 * @param epochs passes over each rollout, at least 1
 * @param minibatchSize decisions in one update, at least 1
 * @param discount γ, in [0, 1]
 * @param estimator how advantages are estimated
 * @param gaeLambda λ of generalized advantage estimation, in [0, 1]
 * @param learningRate of Adam, not negative
 * @param learningRateTargetKl mean KL of an iteration that the learning rate is adapted to, or 0 for the schedule alone
 * @param objective what the policy maximizes
 * @param aggregation of the objective over the steps of a minibatch
 * @param targetKl mean KL of a minibatch above which an iteration's updates end, or 0 for never
 * @param clipRangeLower how far the ratio may fall below 1, in [0, 1]
 * @param clipRangeUpper how far the ratio may rise above 1, not negative
 * @param entropyCoefficient weight of the entropy in the loss, not negative
 * @param reference fixed policies to stay close to
 * @param valueCoefficient weight of the value loss, not negative
 * @param valueClipRange how far a value may move from the old one, or 0 for any distance
 * @param maxGradientNorm to which the gradient is clipped, above 0
 * @param adamEpsilon ε of Adam, above 0
 */
public record PpoConfig(
        @Key("decisions of all slots after which the run is over")
        long totalSteps,

        @Key("passes over each rollout") int epochs,
        @Key("decisions in one update") int minibatchSize,
        @Key("gamma, in [0, 1]") double discount,

        @Key("of advantages: gae, or returns instead: return-to-go or return, each alone or with-baseline")
        AdvantageEstimator estimator,

        @Key("lambda of advantage estimation, in [0, 1]") double gaeLambda,

        @Key("of Adam") Schedule learningRate,

        @Key("mean KL of an iteration that the learning rate is adapted to, 0 = not adapted")
        double learningRateTargetKl,

        ObjectiveConfig objective,

        @Key("of the objective: step (long episodes weigh more) or episode")
        Aggregation aggregation,

        @Key("mean KL of a minibatch that ends the epochs, 0 = never")
        double targetKl,

        @Key("how far the ratio may fall below 1") Schedule clipRangeLower,
        @Key("how far the ratio may rise above 1") Schedule clipRangeUpper,
        @Key("weight of the entropy in the loss") Schedule entropyCoefficient,
        ReferenceConfig reference,
        @Key("weight of the value loss") double valueCoefficient,

        @Key("how far a value may move from the old one, 0 = any distance")
        double valueClipRange,

        @Key("to which the gradient is clipped") double maxGradientNorm,
        @Key("epsilon of Adam") double adamEpsilon) {
    /** No ratio of a healthy update comes near, and what is far above it could not be told from its neighbors by floats. */
    private static final int MOST_CLIP_RANGE = 1000;

    public PpoConfig {
        Faults faults = new Faults();
        faults.atLeast("ppo.totalSteps", totalSteps, 1);
        faults.atLeast("ppo.epochs", epochs, 1);
        faults.atLeast("ppo.minibatchSize", minibatchSize, 1);
        faults.inUnitInterval("ppo.discount", discount);
        faults.inUnitInterval("ppo.gaeLambda", gaeLambda);
        faults.notNegative("ppo.learningRate", learningRate);
        faults.notNegative("ppo.learningRateTargetKl", learningRateTargetKl);
        faults.notNegative("ppo.targetKl", targetKl);
        faults.inUnitInterval("ppo.clipRangeLower", clipRangeLower);
        faults.extremes(
                clipRangeUpper,
                value -> faults.require(
                        value >= 0 && value <= MOST_CLIP_RANGE,
                        "ppo.clipRangeUpper",
                        "0 to " + MOST_CLIP_RANGE,
                        value));
        faults.notNegative("ppo.entropyCoefficient", entropyCoefficient);
        faults.notNegative("ppo.valueCoefficient", valueCoefficient);
        faults.notNegative("ppo.valueClipRange", valueClipRange);
        faults.positive("ppo.maxGradientNorm", maxGradientNorm);
        faults.positive("ppo.adamEpsilon", adamEpsilon);
        faults.throwIfAny();
    }

    /**
     * How advantages are estimated: the way from REINFORCE to what actor-critic methods use. Returns are those of an episode as far as the
     * rollout has it, and go on with the value of what follows where the episode doesn't end by the rules.
     *
     * <p>Source: Williams 1992, "Simple Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning"; Schulman et
     * al. 2015, arXiv:1506.02438, equations 1 and 16.
     */
    public enum AdvantageEstimator {
        /** The return of the whole episode, also for what was decided after a reward. */
        RETURN,
        /** The same minus the value of the observation. */
        RETURN_WITH_BASELINE,
        /** The return from the decision on. */
        RETURN_TO_GO,
        /** The same minus the value of the observation: GAE with λ = 1. */
        RETURN_TO_GO_WITH_BASELINE,
        /** Generalized advantage estimation. */
        GAE
    }

    /** Over what the objective of a minibatch is averaged. */
    public enum Aggregation {
        /** Over all steps: long episodes weigh more. */
        STEP,
        /** Over the steps of each episode first, then over the episodes: all weigh the same. */
        EPISODE
    }

    public interface Builder extends ConfigBuilder<PpoConfig> {
        Builder totalSteps(long totalSteps);

        Builder epochs(int epochs);

        Builder minibatchSize(int minibatchSize);

        Builder discount(double discount);

        Builder estimator(AdvantageEstimator estimator);

        Builder gaeLambda(double gaeLambda);

        Builder learningRate(Schedule learningRate);

        default Builder learningRate(double constant) {
            return learningRate(Schedule.constant(constant));
        }

        Builder learningRateTargetKl(double learningRateTargetKl);

        Builder objective(ObjectiveConfig objective);

        default Builder objective(String name) {
            return objective(name, Map.of());
        }

        /** An objective with its defaults for the options that are not given. */
        default Builder objective(String name, Map<String, Schedule> options) {
            return objective(ObjectiveConfig.of(name, options));
        }

        Builder aggregation(Aggregation aggregation);

        Builder targetKl(double targetKl);

        Builder clipRangeLower(Schedule clipRangeLower);

        default Builder clipRangeLower(double constant) {
            return clipRangeLower(Schedule.constant(constant));
        }

        Builder clipRangeUpper(Schedule clipRangeUpper);

        default Builder clipRangeUpper(double constant) {
            return clipRangeUpper(Schedule.constant(constant));
        }

        Builder entropyCoefficient(Schedule entropyCoefficient);

        default Builder entropyCoefficient(double constant) {
            return entropyCoefficient(Schedule.constant(constant));
        }

        Builder reference(ReferenceConfig reference);

        Builder reference(Consumer<ReferenceConfig.Builder> change);

        Builder valueCoefficient(double valueCoefficient);

        Builder valueClipRange(double valueClipRange);

        Builder maxGradientNorm(double maxGradientNorm);

        Builder adamEpsilon(double adamEpsilon);
    }
}
