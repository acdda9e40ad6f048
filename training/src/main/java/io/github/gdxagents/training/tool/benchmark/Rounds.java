package io.github.gdxagents.training.tool.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How thoroughly a benchmark measures: several things in turns, round by round, so that what else the machine does slows all alike.
 *
 * @param count of rounds that are measured, at least 1; with fewer than {@link #FEWEST_SOUND} a median says little
 * @param warmUpSeconds of rounds before those, which don't count: the JVM compiles what it sees often; at least 0
 */
public record Rounds(int count, double warmUpSeconds) {
    /** With fewer, one disturbed round moves the median. */
    public static final int FEWEST_SOUND = 5;

    /** @throws IllegalArgumentException if a value is impossible; the message begins with its option's name */
    public Rounds {
        if (count < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, but is " + count);
        }
        if (!(warmUpSeconds >= 0) || Double.isInfinite(warmUpSeconds)) {
            throw new IllegalArgumentException("warm-up must be at least 0 seconds, but is " + warmUpSeconds);
        }
    }

    /**
     * Measures all subjects in turns. The first rounds, at least one, in which TensorFlow prepares its session, don't count.
     *
     * @param summary of one and what was measured of it in the rounds that count
     * @param progress is told the number of a round that begins, from 1, or 0 while nothing counts yet
     */
    public <S, T, R> List<R> measure(
            List<S> subjects, Function<S, T> turn, BiFunction<S, List<T>, R> summary, IntConsumer progress) {
        long start = System.nanoTime();
        List<T> uncounted = new ArrayList<>();
        do {
            progress.accept(0);
            subjects.forEach(subject -> uncounted.add(turn.apply(subject)));
        } while ((System.nanoTime() - start) * 1e-9 < warmUpSeconds);
        List<List<T>> measured = new ArrayList<>();
        subjects.forEach(subject -> measured.add(new ArrayList<>()));
        for (int round = 1; round <= count; round++) {
            progress.accept(round);
            for (int i = 0; i < subjects.size(); i++) {
                measured.get(i).add(turn.apply(subjects.get(i)));
            }
        }
        return IntStream.range(0, subjects.size())
                .mapToObj(i -> summary.apply(subjects.get(i), measured.get(i)))
                .toList();
    }
}
