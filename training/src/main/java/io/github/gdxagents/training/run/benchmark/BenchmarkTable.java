package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A benchmark's result for people.
 *
 * <p>Thread safety: none.
 */
public final class BenchmarkTable {
    private static final String COLUMNS = "%7s %11s %11s %11s %11s %11s %11s";

    private final BenchmarkResult result;
    private final List<String> lines = new ArrayList<>();

    private BenchmarkTable(BenchmarkResult result) {
        this.result = result;
    }

    /**
     * Writes it.
     *
     * @param result what was measured
     * @return lines without a newline at their ends
     */
    public static List<String> lines(BenchmarkResult result) {
        BenchmarkTable table = new BenchmarkTable(result);
        table.head();
        table.speeds();
        table.shares();
        table.limits();
        return table.lines;
    }

    private void head() {
        TrainingConfig config = result.config();
        Machine machine = result.machine();
        add(
                "%s: %,d instances, %,d decisions of each slot an iteration, %d epochs of minibatches of %,d, networks %s",
                config.game(),
                config.rollout().instances(),
                config.rollout().horizon(),
                config.ppo().epochs(),
                config.ppo().minibatchSize(),
                config.network().hidden());
        add("%d cores, learning on %s, %s, %s", machine.cores(), machine.device(), machine.jvm(), machine.system());
        if (machine.wasBusy()) {
            add(
                    "Other programs were running (a load of %.1f): trust the ratios rather than the speeds.",
                    machine.load());
        }
        add("");
    }

    private void speeds() {
        add(
                "Decisions per second in thousands (learning: samples, each as often as it is learned from), medians of %d rounds:",
                result.rounds());
        add(
                COLUMNS,
                "threads",
                Activity.BARE_SIMULATION.title(),
                Activity.COLLECTION.title(),
                "of bare",
                Activity.TRAINING.title(),
                "of bare",
                Activity.LEARNING.title());
        for (ThreadResult threads : result.threads()) {
            add(
                    COLUMNS,
                    threads.threads(),
                    thousands(threads, Activity.BARE_SIMULATION),
                    thousands(threads, Activity.COLLECTION),
                    ratio(threads.ratio(Activity.COLLECTION)),
                    thousands(threads, Activity.TRAINING),
                    ratio(threads.ratio(Activity.TRAINING)),
                    thousands(threads, Activity.LEARNING));
        }
        speedUps();
        add("");
    }

    /** Below the speeds, how many times as fast each is as with the first number of threads. */
    private void speedUps() {
        ThreadResult first = result.threads().get(0);
        for (ThreadResult threads : result.threads().subList(1, result.threads().size())) {
            add(
                    COLUMNS,
                    threads.threads() + " : " + first.threads(),
                    ratio(threads.speedUp(Activity.BARE_SIMULATION, first)),
                    ratio(threads.speedUp(Activity.COLLECTION, first)),
                    "",
                    ratio(threads.speedUp(Activity.TRAINING, first)),
                    "",
                    ratio(threads.speedUp(Activity.LEARNING, first)));
        }
    }

    private static String thousands(ThreadResult threads, Activity activity) {
        return format("%,.1f", threads.speed(activity).median() / 1000);
    }

    private static String ratio(Figure figure) {
        return format("%.3f", figure.median());
    }

    private void shares() {
        add("Where the time of training goes (rest: waiting for the slowest thread, copies, reports).");
        add(
                "%7s %11s %11s %11s %11s",
                "threads",
                Share.SIMULATION.title(),
                Share.INFERENCE.title(),
                Share.LEARNING.title(),
                Share.REST.title());
        for (ThreadResult threads : result.threads()) {
            StringBuilder line = new StringBuilder(format("%7d", threads.threads()));
            for (Share share : Share.values()) {
                line.append(format(" %11.3f", threads.share(share).median()));
            }
            lines.add(line.toString());
        }
        add("");
    }

    private void limits() {
        for (ThreadResult threads : result.threads()) {
            lines.add(limit(threads));
        }
    }

    /** The speed that is promised at most is that of Amdahl's law. */
    private String limit(ThreadResult threads) {
        Share limit = threads.limit();
        double share = threads.share(limit).median();
        boolean hasIdleCores =
                limit != Share.LEARNING && threads.threads() < result.machine().cores();
        return format(
                "With %d thread%s: %s limits training (%.0f %% of the time; without it, %,.0f decisions per second). What would help:"
                        + " %s%s.",
                threads.threads(),
                threads.threads() == 1 ? "" : "s",
                limit.subject(),
                100 * share,
                threads.speed(Activity.TRAINING).median() / (1 - share),
                hasIdleCores ? "more threads, " : "",
                limit.remedy());
    }

    private void add(String pattern, Object... values) {
        lines.add(format(pattern, values));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
