package io.github.gdxagents.training.health;

import static io.github.gdxagents.training.metrics.Metric.APPROX_KL;
import static io.github.gdxagents.training.metrics.Metric.CLIP_FRACTION_LOWER;
import static io.github.gdxagents.training.metrics.Metric.CLIP_FRACTION_UPPER;
import static io.github.gdxagents.training.metrics.Metric.EFFECTIVE_SAMPLE_SIZE;
import static io.github.gdxagents.training.metrics.Metric.ENTROPY;
import static io.github.gdxagents.training.metrics.Metric.EPISODE_RETURN_MAX;
import static io.github.gdxagents.training.metrics.Metric.EPISODE_RETURN_MEAN;
import static io.github.gdxagents.training.metrics.Metric.EPISODE_RETURN_MIN;
import static io.github.gdxagents.training.metrics.Metric.EXPLAINED_VARIANCE;
import static io.github.gdxagents.training.metrics.Metric.GRADIENT_NORM;
import static io.github.gdxagents.training.metrics.Metric.KL;
import static io.github.gdxagents.training.metrics.Metric.MAX_RATIO;
import static io.github.gdxagents.training.metrics.Metric.STANDARD_DEVIATION;
import static io.github.gdxagents.training.metrics.Metric.VALUE_LOSS;
import static io.github.gdxagents.training.metrics.NumberText.percent;

import io.github.gdxagents.training.health.HealthRule.History;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.NumberText;
import java.util.List;

/** All rules, each with its thresholds and why they are what they are. */
final class HealthRules {
    /** Iterations whose mean is the start of an entropy or a deviation. */
    private static final int FIRST = 3;
    /** Iterations that are the start of a return or a loss, which waver more. */
    private static final int START = 10;

    private static final String TRIES_NOTHING = " at the start: the policy hardly tries anything else any more."
            + " If the returns are not what you want yet, raise ppo.entropyCoefficient or ppo.clipRangeUpper,"
            + " or lower ppo.learningRate.";

    private HealthRules() {}

    /** New ones for a behavior; where it isn't alone, the others learn too, and may be what a return falls by. */
    static List<HealthRule> of(HealthSettings settings, boolean alone) {
        return List.of(
                entropyCollapse(settings.targetReturn()),
                deviationCollapse(),
                deviationGrowth(),
                harmfulValueFunction(),
                valueLossExplosion(),
                klOverLimit(settings.klTarget()),
                fewEffectiveSamples(),
                mostSamplesClipped(),
                nothingLearned(),
                gradientFarAboveClip(settings.maxGradientNorm()),
                returnLost(alone));
    }

    private static String text(double value) {
        return NumberText.of(value);
    }

    /**
     * A policy of discrete choices has become certain, so it tries nothing else and finds nothing better. Certainty is what was wanted
     * where the training return has reached the target, or where the mean episode is about as good as the best that was ever seen; before
     * an episode has ended, nobody knows. The entropy of continuous actions may be negative: they are watched by their deviation.
     */
    private static HealthRule entropyCollapse(double targetReturn) {
        double nearZero = 0.05; // a choice of two with probability 0.99 has 0.056: below, hardly a decision is a trial
        double shareOfStart =
                0.02; // games with little to choose start low: a fiftieth is a collapse there, a tenth not
        double asGood = 0.05; // of the range of all returns that were seen: what lies closer to the best is as good
        int patience = 5; // what instances happen to see moves it from one iteration to the next; five are a trend
        return new HealthRule("entropy has collapsed", patience, ENTROPY)
                .when(it -> it.has(ENTROPY, EPISODE_RETURN_MEAN, EPISODE_RETURN_MIN, EPISODE_RETURN_MAX)
                        && !it.has(STANDARD_DEVIATION))
                .ill(it -> {
                    double mean = it.now(EPISODE_RETURN_MEAN);
                    double best = it.highest(EPISODE_RETURN_MAX);
                    double range = best - it.lowest(EPISODE_RETURN_MIN);
                    boolean solved = mean >= targetReturn || mean >= best - asGood * range;
                    return !solved && it.now(ENTROPY) < Math.min(nearZero, shareOfStart * it.start(ENTROPY, FIRST));
                })
                .says(it -> "It is " + text(it.now(ENTROPY)) + " nats, "
                        + percent(it.now(ENTROPY) / it.start(ENTROPY, FIRST)) + " of the "
                        + text(it.start(ENTROPY, FIRST)) + TRIES_NOTHING);
    }

    /** Continuous actions are drawn from so narrow a distribution that the policy tries nothing else. */
    private static HealthRule deviationCollapse() {
        double nearZero = 0.02; // one per cent of the range of an action, [-1, 1]: finer steering than games need
        double shareOfStart = 0.1; // who starts narrow on purpose (a negative logarithm) is not told for it
        int patience = 5; // the deviation is a parameter and moves slowly, so it need not be watched for long
        return new HealthRule("standard deviation has collapsed", patience, STANDARD_DEVIATION)
                .ill(it -> it.now(STANDARD_DEVIATION)
                        < Math.min(nearZero, shareOfStart * it.start(STANDARD_DEVIATION, FIRST)))
                .says(it -> deviations(it) + TRIES_NOTHING);
    }

    /** Continuous actions are drawn from an ever wider distribution: what the game receives is mostly the ends of the range. */
    private static HealthRule deviationGrowth() {
        double tooWide = 1.5; // half of all samples are cut off, even around a mean of 0: 2 (1 - Φ(1 / 1.5)) = 0.505
        double growth = 2; // who starts wide on purpose is told only when it has doubled,
        double absurd = 5; // or when five of six samples are cut off, which may be so in the first iteration
        int patience = 5; // as for the collapse
        return new HealthRule("standard deviation grows without end", patience, STANDARD_DEVIATION)
                .ill(it -> it.now(STANDARD_DEVIATION) > absurd
                        || it.now(STANDARD_DEVIATION) > Math.max(tooWide, growth * it.start(STANDARD_DEVIATION, FIRST)))
                .says(it -> deviations(it) + " at the start: most actions are cut off at the ends of [-1, 1]. Lower"
                        + " ppo.entropyCoefficient, or start with a smaller network.initialLogStandardDeviation.");
    }

    private static String deviations(History it) {
        return "The mean over the actions is " + text(it.now(STANDARD_DEVIATION)) + ", from "
                + text(it.start(STANDARD_DEVIATION, FIRST));
    }

    /**
     * The value function predicts returns worse than their mean would, so it adds noise to the advantages. A figure around 0 is no reason
     * to worry: where the observations don't tell what returns depend on there is nothing to explain. Nor is one below where the errors
     * have become tiny, as in a solved game whose returns are all alike.
     */
    private static HealthRule harmfulValueFunction() {
        double worseThanNothing =
                -0.05; // with nothing to learn it wavers around 0 by a hundredth or two; this is beyond
        double tinyLoss = 0.01; // of the highest so far: errors of a tenth of the first ones' size hardly matter
        int patience = 20; // at the start, and when something new was found, it may be so for some iterations
        return new HealthRule("the value function is worse than none", patience, EXPLAINED_VARIANCE)
                .when(it -> it.has(EXPLAINED_VARIANCE, VALUE_LOSS))
                .ill(it -> it.now(EXPLAINED_VARIANCE) < worseThanNothing
                        && it.now(VALUE_LOSS) > tinyLoss * it.highest(VALUE_LOSS))
                .says(it -> "Its explained variance is " + text(it.now(EXPLAINED_VARIANCE)) + " and was negative for "
                        + patience
                        + " iterations; 1 is perfect, 0 as good as a constant. Switch on normalization.rewards, lower"
                        + " ppo.learningRate, or change ppo.valueCoefficient.");
    }

    /**
     * The values run away from the returns. A loss that rises because returns do is no reason to worry: there the value function goes
     * along and its explained variance stays above 0.
     */
    private static HealthRule valueLossExplosion() {
        double growth = 10; // the loss is highest at the start, when nothing is known; this is far beyond
        double worst = -1; // the errors vary twice as much as the returns: it is not the returns that have become large
        int patience = 3; // it grows by factors and should be told soon; one odd rollout does not last three iterations
        return new HealthRule("the value loss explodes", patience, VALUE_LOSS, EXPLAINED_VARIANCE)
                .ill(it -> it.now(VALUE_LOSS) > growth * it.highestAtStart(VALUE_LOSS, START)
                        && it.now(EXPLAINED_VARIANCE) < worst)
                .says(it -> "It is " + text(it.now(VALUE_LOSS)) + ", "
                        + text(it.now(VALUE_LOSS) / it.highestAtStart(VALUE_LOSS, START))
                        + " times the highest of the first " + START + " iterations, with an explained variance of "
                        + text(it.now(EXPLAINED_VARIANCE))
                        + ": the values run away from the returns. Lower ppo.learningRate or ppo.maxGradientNorm,"
                        + " switch on normalization.rewards, or set ppo.valueClipRange.");
    }

    /**
     * Each iteration takes the policy further from the one that gathered the experience than that experience can tell about. It goes by
     * the closed form over the whole rollout; where the iteration has none, by the estimate of its minibatches.
     */
    private static HealthRule klOverLimit(double target) {
        double targets = 3; // adaptive penalties and rates settle within 1.5 times their target; this is twice that
        double withoutTarget = 0.1; // thrice the upper end of what is usual; the bundled games always stay below 0.04
        int patience = 10; // an adaptive penalty doubles in each: ten change it a thousandfold, enough to settle
        return new HealthRule("KL divergence is far too large", patience, KL, APPROX_KL)
                .when(it -> it.has(KL) || it.has(APPROX_KL))
                .ill(it -> it.now(divergence(it)) > (target > 0 ? targets * target : withoutTarget))
                .says(it -> "It is " + text(it.now(divergence(it))) + " nats, "
                        + (target > 0
                                ? text(it.now(divergence(it)) / target) + " times its target of " + text(target)
                                : "above " + text(withoutTarget) + "; 0.003 to 0.03 is usual")
                        + ": an iteration changes the policy more than its rollout can tell about. Lower"
                        + " ppo.learningRate or ppo.epochs, or enlarge ppo.minibatchSize.");
    }

    private static Metric divergence(History it) {
        return it.has(KL) ? KL : APPROX_KL;
    }

    /** The new policy differs so much from the one that gathered the rollout that a few steps outweigh all others. */
    private static HealthRule fewEffectiveSamples() {
        double low = 0.5; // as if half of the rollout were thrown away; the bundled games always stay above 0.93
        int patience = 5; // a single large ratio may spoil one iteration; five of them are no accident
        return new HealthRule("the effective sample size is low", patience, EFFECTIVE_SAMPLE_SIZE, MAX_RATIO)
                .when(it -> it.has(EFFECTIVE_SAMPLE_SIZE))
                .ill(it -> it.now(EFFECTIVE_SAMPLE_SIZE) < low)
                .says(it -> "A rollout counts for " + percent(it.now(EFFECTIVE_SAMPLE_SIZE)) + " of its steps: the rest"
                        + " is outweighed by steps that the new policy finds far likelier than the old one. Lower"
                        + " ppo.epochs or ppo.learningRate, or narrow ppo.clipRangeUpper.");
    }

    /** Most ratios are outside the clip range, where a step has no say in the gradient any more. */
    private static HealthRule mostSamplesClipped() {
        double most = 0.5; // the bundled games stay below 0.36 in every iteration, and below 0.2 in most
        int patience = 5; // one iteration may overshoot after a schedule's jump; five are no accident
        return new HealthRule("most samples are clipped", patience, CLIP_FRACTION_LOWER, CLIP_FRACTION_UPPER)
                .ill(it -> it.now(CLIP_FRACTION_LOWER) + it.now(CLIP_FRACTION_UPPER) > most)
                .says(it -> percent(it.now(CLIP_FRACTION_LOWER)) + " of the ratios are below the clip range and "
                        + percent(it.now(CLIP_FRACTION_UPPER)) + " above it, so most steps teach nothing any more."
                        + " Lower ppo.learningRate or ppo.epochs, or widen ppo.clipRangeLower and ppo.clipRangeUpper.");
    }

    /**
     * Gradients are cut down to a tiny part of their length, update after update: one loss drowns the other, and the clip no longer tells
     * an odd minibatch from an ordinary one. The bundled lander learns well with gradients 30 times longer than their clip: Adam does not
     * care for their common scale. An order of magnitude above that, one minibatch with an outlier counts as much as hundreds without.
     */
    private static HealthRule gradientFarAboveClip(double clip) {
        double times = 200;
        int patience = 20; // usual at the start, while the value function knows nothing: in the bundled games for one
        return new HealthRule("the gradient is far longer than its clip", patience, GRADIENT_NORM)
                .when(it -> clip > 0 && it.has(GRADIENT_NORM))
                .ill(it -> it.now(GRADIENT_NORM) > times * clip)
                .says(it -> "Its norm is " + text(it.now(GRADIENT_NORM)) + ", " + text(it.now(GRADIENT_NORM) / clip)
                        + " times ppo.maxGradientNorm (" + text(clip) + "), and was more than " + text(times)
                        + " times it for " + patience + " iterations: only its direction counts. Switch on"
                        + " normalization.rewards, lower ppo.valueCoefficient, or raise ppo.maxGradientNorm.");
    }

    /** The returns are no better than at the start, and the policy is as random: in its deviation where it has one, else in its entropy. */
    private static HealthRule nothingLearned() {
        double stillRandom = 0.98; // of its start: in the bundled games learning costs 2 % within 8 iterations
        double noBetter = 0.05; // of the returns' range at the start: a mean of 1000 episodes wavers by less
        int patience = 40; // with the start that is the fiftieth iteration: early enough to change something
        return new HealthRule("nothing has been learned", patience, EPISODE_RETURN_MEAN, ENTROPY, STANDARD_DEVIATION)
                .when(it -> it.has(randomness(it), EPISODE_RETURN_MEAN))
                .ill(it -> it.now(randomness(it)) >= stillRandom * it.start(randomness(it), FIRST)
                        && it.recent(EPISODE_RETURN_MEAN)
                                <= it.start(EPISODE_RETURN_MEAN, START) + noBetter * rangeAtStart(it))
                .says(it -> "The mean return is " + text(it.recent(EPISODE_RETURN_MEAN)) + ", at the start it was "
                        + text(it.start(EPISODE_RETURN_MEAN, START)) + "; the policy is as random as it was then ("
                        + text(it.now(randomness(it))) + ", at the start " + text(it.start(randomness(it), FIRST))
                        + "). Reward steps towards the goal and not the goal alone, look whether the observations tell"
                        + " what is needed, raise ppo.learningRate or lower ppo.entropyCoefficient.");
    }

    private static Metric randomness(History it) {
        return it.has(STANDARD_DEVIATION) ? STANDARD_DEVIATION : ENTROPY;
    }

    private static double rangeAtStart(History it) {
        return it.start(EPISODE_RETURN_MAX, START) - it.start(EPISODE_RETURN_MIN, START);
    }

    /**
     * The training return has fallen back by more than half of all that it had gained. Not for games in which several behaviors learn:
     * there one loses what the other wins.
     */
    private static HealthRule returnLost(boolean alone) {
        double loss = 0.5; // of the gain from the start to the best; the bundled games lose an eighth at most
        double worth = 0.5; // a gain counts when it is half of the returns' range at the start: less may have been luck
        int patience = 5; // a mean of 100 episodes is that of one or two iterations; five in a row are no bad luck
        return new HealthRule("what was learned is being lost", patience, EPISODE_RETURN_MEAN)
                .when(it -> alone && it.has(EPISODE_RETURN_MEAN))
                .ill(it -> {
                    double best = it.highest(EPISODE_RETURN_MEAN);
                    double gain = best - it.start(EPISODE_RETURN_MEAN, START);
                    return gain > worth * rangeAtStart(it) && best - it.now(EPISODE_RETURN_MEAN) > loss * gain;
                })
                .says(it -> "The mean return of training was up to " + text(it.highest(EPISODE_RETURN_MEAN)) + ", from "
                        + text(it.start(EPISODE_RETURN_MEAN, START)) + " at the start, and is down to "
                        + text(it.now(EPISODE_RETURN_MEAN)) + ". The best policy is kept. Lower ppo.learningRate,"
                        + " let it fall over the run ({start: ..., end: 0}), or lower ppo.epochs.");
    }
}
