package io.github.gdxagents.training.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Made-up costs, and a clock of their own. */
final class ScriptedLab implements Lab {
    private final ManualClock clock = new ManualClock();
    private final ToDoubleFunction<Collecting> costs;
    private final Budget budget;
    private final double secondsEach;
    final List<String> opened = new ArrayList<>();
    int openSites;
    int roomForInstances = Integer.MAX_VALUE;

    ScriptedLab(double seconds, double secondsEach, ToDoubleFunction<Collecting> costs) {
        this.costs = costs;
        this.secondsEach = secondsEach;
        budget = new Budget(clock, seconds, () -> false);
    }

    @Override
    public Site open(Collecting how, int instances, int horizon) {
        if (instances > roomForInstances) {
            throw new OutOfMemoryError("no room for " + instances + " instances");
        }
        opened.add(instances + " x " + horizon);
        openSites++;
        return new Site() {
            @Override
            public double measure(Collecting candidate) {
                clock.pass(secondsEach);
                return costs.applyAsDouble(candidate);
            }

            @Override
            public void close() {
                openSites--;
            }
        };
    }

    @Override
    public List<Timing<Collecting>> race(List<Collecting> candidates, ToDoubleFunction<Collecting> cost) {
        return new Race(budget.part(0.5)).run(candidates, cost);
    }

    @Override
    public boolean hasTime() {
        return !budget.isSpent();
    }

    @Override
    public double slice() {
        return 0.1;
    }
}
