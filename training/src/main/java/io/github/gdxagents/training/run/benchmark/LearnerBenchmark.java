package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.ppo.LearnerTimer;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures learners by themselves, those of different sizes in turns.
 *
 * <p>Thread safety: none; one thread calls.
 */
public final class LearnerBenchmark {
    private final LearnerPlan plan;
    private final LearningDevice device;
    private final BenchmarkEffort effort;
    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

    /**
     * Prepares a benchmark.
     *
     * @param plan what is measured
     * @param device that learns
     * @param effort how thoroughly; a round is an iteration of each learner
     */
    public LearnerBenchmark(LearnerPlan plan, LearningDevice device, BenchmarkEffort effort) {
        this.plan = plan;
        this.device = device;
        this.effort = effort;
    }

    /**
     * Runs it.
     *
     * @param progress is told of every round
     * @return each width with each minibatch
     */
    public LearnerSpeeds run(BenchmarkProgress progress) {
        double load = Machine.currentLoad();
        List<Learner> learners = new ArrayList<>();
        try {
            for (int width : plan.widths()) {
                for (int minibatch : plan.minibatches()) {
                    learners.add(new Learner(width, minibatch));
                }
            }
            effort.run(progress, () -> learners.forEach(Learner::measure), () -> learners.forEach(Learner::forget));
            return new LearnerSpeeds(
                    plan,
                    Machine.here(load, device.toString()),
                    effort.rounds(),
                    learners.stream().map(Learner::result).toList());
        } finally {
            learners.forEach(learner -> learner.timer.close());
        }
    }

    /** Of all threads, nanoseconds. */
    private double processorTime() {
        return system instanceof com.sun.management.OperatingSystemMXBean detailed
                ? detailed.getProcessCpuTime()
                : Double.NaN;
    }

    /** One of the learners, and what was measured of it. */
    private final class Learner {
        private final int width;
        private final int minibatch;
        private final LearnerTimer timer;
        private final List<LearnerTimer.Time> times = new ArrayList<>();
        private double processorNanos;

        Learner(int width, int minibatch) {
            this.width = width;
            this.minibatch = minibatch;
            timer = new LearnerTimer(device, plan.threads(), width, plan.samples());
        }

        void measure() {
            double before = processorTime();
            times.add(timer.learn(plan.epochs(), minibatch));
            processorNanos += processorTime() - before;
        }

        void forget() {
            times.clear();
            processorNanos = 0;
        }

        LearnerResult result() {
            return new LearnerResult(
                    width,
                    minibatch,
                    figure(LearnerTimer.Time::microsecondsPerUpdate),
                    processorNanos
                            * 1e-3
                            / times.stream().mapToInt(LearnerTimer.Time::updates).sum(),
                    figure(LearnerTimer.Time::samplesPerSecond));
        }

        private Figure figure(ToDoubleFunction<LearnerTimer.Time> of) {
            return Figure.of(times.stream().mapToDouble(of).toArray());
        }
    }
}
