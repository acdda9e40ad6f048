package io.github.gdxagents.training.run.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What a benchmark found for one number of threads.
 *
 * <p>Ratios are made in each round, of what was measured within moments, and only then summed up: the median of a ratio holds where that of
 * each of its parts moves with what else the machine does.
 *
 * <p>Thread safety: immutable.
 */
public final class ThreadResult {
    private final int threads;
    private final List<Round> rounds;

    /**
     * Takes the rounds.
     *
     * @param threads that stepped the instances
     * @param rounds at least one
     */
    ThreadResult(int threads, List<Round> rounds) {
        this.threads = threads;
        this.rounds = List.copyOf(rounds);
    }

    /**
     * How many threads stepped the instances.
     *
     * @return at least 1
     */
    public int threads() {
        return threads;
    }

    /**
     * How fast.
     *
     * @param activity of the game or the trainer
     * @return decisions, or samples in learning, per second
     */
    public Figure speed(Activity activity) {
        return overRounds(r -> activity.speed(rounds.get(r)));
    }

    /**
     * How near to the limit.
     *
     * @param activity that is counted in decisions
     * @return its speed over that of the bare simulation, at most about 1
     */
    public Figure ratio(Activity activity) {
        return overRounds(r -> activity.speed(rounds.get(r)) / Activity.BARE_SIMULATION.speed(rounds.get(r)));
    }

    /**
     * How much faster than with another number of threads.
     *
     * @param activity of the game or the trainer
     * @param other of the same benchmark
     * @return this speed over the other
     */
    public Figure speedUp(Activity activity, ThreadResult other) {
        return overRounds(r -> activity.speed(rounds.get(r)) / activity.speed(other.rounds.get(r)));
    }

    /**
     * How much of the time of training.
     *
     * @param share what took it
     * @return in [0, 1]; all shares together are about 1
     */
    public Figure share(Share share) {
        return overRounds(r -> share.of(rounds.get(r)));
    }

    /**
     * What takes the most time.
     *
     * @return the one with the largest share
     */
    public Share limit() {
        return Arrays.stream(Share.values())
                .max(Comparator.comparingDouble(share -> share(share).median()))
                .orElseThrow();
    }

    private Figure overRounds(IntToDoubleFunction figure) {
        double[] values = new double[rounds.size()];
        Arrays.setAll(values, figure);
        return Figure.of(values);
    }
}
