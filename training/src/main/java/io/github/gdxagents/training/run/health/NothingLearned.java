package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.run.record.NumberText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The returns are no better than at the start, and the policy is as random as it was then.
 *
 * <p>Randomness is the standard deviation where there is one, else the entropy.
 *
 * <p>Thread safety: none.
 */
final class NothingLearned implements HealthRule {
    /** Of its start. A policy that learns anything prefers some choices: in the bundled games that costs 2 % within 8 iterations. */
    static final double STILL_RANDOM = 0.98;
    /** Of the range of the returns at the start: a mean of ten means of 100 episodes wavers by less when nothing changes. */
    static final double NO_BETTER = 0.05;
    /** With the {@value #ITERATIONS} of the start that is the fiftieth iteration: time to say it, early enough to change something. */
    static final int PATIENCE = 40;

    /** Over as many the start's return and the present one are averaged. */
    private static final int ITERATIONS = 10;

    private final Start randomnessAtStart = new Start(3);
    private final Start returnAtStart = new Start(ITERATIONS);
    private final Start rangeAtStart = new Start(ITERATIONS);
    private final Deque<Double> returns = new ArrayDeque<>();
    private double randomness;

    @Override
    public String title() {
        return "nothing has been learned";
    }

    @Override
    public List<Metric> watched() {
        return List.of(Metric.EPISODE_RETURN_MEAN, Metric.ENTROPY, Metric.STANDARD_DEVIATION);
    }

    @Override
    public int patience() {
        return PATIENCE;
    }

    @Override
    public Finding look(Readings readings) {
        Metric measure = readings.has(Metric.STANDARD_DEVIATION) ? Metric.STANDARD_DEVIATION : Metric.ENTROPY;
        if (!readings.has(measure) || !readings.has(Metric.EPISODE_RETURN_MEAN)) {
            return Finding.UNKNOWN;
        }
        randomness = readings.get(measure);
        randomnessAtStart.add(randomness);
        double mean = readings.get(Metric.EPISODE_RETURN_MEAN);
        returnAtStart.add(mean);
        rangeAtStart.add(readings.get(Metric.EPISODE_RETURN_MAX) - readings.get(Metric.EPISODE_RETURN_MIN));
        returns.addLast(mean);
        if (returns.size() > ITERATIONS) {
            returns.removeFirst();
        }
        return Finding.of(rangeAtStart.isOver() && isStillRandom() && isNoBetter());
    }

    private boolean isStillRandom() {
        return randomness >= STILL_RANDOM * randomnessAtStart.mean();
    }

    private boolean isNoBetter() {
        return present() <= returnAtStart.mean() + NO_BETTER * rangeAtStart.mean();
    }

    private double present() {
        return returns.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Override
    public String words() {
        return "The mean return is " + NumberText.of(present()) + ", at the start it was "
                + NumberText.of(returnAtStart.mean()) + "; the policy is as random as it was then ("
                + NumberText.of(randomness) + ", at the start " + NumberText.of(randomnessAtStart.mean())
                + "). Reward steps towards the goal and not the goal alone, look whether the observations tell what is"
                + " needed, raise ppo.learningRate or lower ppo.entropyCoefficient.";
    }
}
