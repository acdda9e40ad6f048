package io.github.gdxagents.training.run.benchmark;

import io.github.gdxagents.training.ppo.LearnerTime;
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
        private final List<Iteration> iterations = new ArrayList<>();

        Learner(int width, int minibatch) {
            this.width = width;
            this.minibatch = minibatch;
            timer = new LearnerTimer(device, plan.threads(), width, plan.samples());
        }

        void measure() {
            double before = processorTime();
            LearnerTime time = timer.learn(plan.epochs(), minibatch);
            iterations.add(new Iteration(time, (processorTime() - before) * 1e-3 / time.updates()));
        }

        void forget() {
            iterations.clear();
        }

        LearnerResult result() {
            return new LearnerResult(
                    width,
                    minibatch,
                    figure(iteration -> iteration.time.microsecondsPerUpdate()),
                    figure(iteration -> iteration.processorMicroseconds),
                    figure(iteration -> iteration.time.samplesPerSecond()));
        }

        private Figure figure(ToDoubleFunction<Iteration> of) {
            return Figure.of(iterations.stream().mapToDouble(of).toArray());
        }
    }

    /** What learning from an iteration took, and microseconds of the processor for each of its updates. */
    private record Iteration(LearnerTime time, double processorMicroseconds) {}
}
