package io.github.gdxagents.training.config;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A value that may change while a run goes on. In YAML it is a number, {@code {start: 1e-3, end: 0}}, or values at given steps, {@code {0:
 * 1e-3, 500_000: 1e-4}}.
 */
public sealed interface Schedule {
    /**
     * The value at some point of the run.
     *
     * @param steps decisions of all slots so far, 0 or more
     * @param totalSteps of the run, at least 1
     * @return a value between {@link #smallest} and {@link #largest}
     */
    double value(long steps, long totalSteps);

    /** The values that it moves between, at least one, all finite. */
    DoubleStream ends();

    /** The smallest value that it ever has. */
    default double smallest() {
        return ends().min().orElseThrow();
    }

    /** The largest value that it ever has. */
    default double largest() {
        return ends().max().orElseThrow();
    }

    /** A schedule that does not move; the value must be finite. */
    static Schedule constant(double value) {
        return new Constant(value);
    }

    /** The same value all the time, finite. */
    record Constant(double value) implements Schedule {
        /** A {@link ConfigException} if it is not finite. */
        public Constant {
            new Faults().require(Double.isFinite(value), "", "finite", value).throwIfAny();
        }

        @Override
        public double value(long steps, long totalSteps) {
            return value;
        }

        @Override
        public DoubleStream ends() {
            return DoubleStream.of(value);
        }
    }

    /**
     * A straight line from the first decision of a run to the last.
     *
     * @param start at the first decision, finite
     * @param end at decision {@code totalSteps} and after it, finite
     */
    record Linear(double start, double end) implements Schedule {
        /** A {@link ConfigException} if one is not finite. */
        public Linear {
            new Faults()
                    .require(Double.isFinite(start), "start", "finite", start)
                    .require(Double.isFinite(end), "end", "finite", end)
                    .throwIfAny();
        }

        @Override
        public double value(long steps, long totalSteps) {
            double share = Math.max(0, Math.min(1, (double) steps / totalSteps));
            return (1 - share) * start + share * end;
        }

        @Override
        public DoubleStream ends() {
            return DoubleStream.of(start, end);
        }
    }

    /**
     * Straight lines from one given point to the next; before the first and after the last the value stays.
     *
     * @param points at least one, each later than the one before
     */
    record Piecewise(List<Point> points) implements Schedule {
        /** A {@link ConfigException} if there is none, or they are not in order. */
        public Piecewise {
            points = List.copyOf(points);
            Faults faults = new Faults();
            faults.require(!points.isEmpty(), "", "at least one step with a value", "empty");
            for (int i = 1; i < points.size(); i++) {
                long before = points.get(i - 1).step();
                long step = points.get(i).step();
                faults.require(step > before, "", "steps in rising order", step + " after " + before);
            }
            faults.throwIfAny();
        }

        @Override
        public double value(long steps, long totalSteps) {
            Point before = points.get(0);
            for (Point next : points) {
                if (next.step() > steps) {
                    return before == next ? next.value() : between(before, next, steps);
                }
                before = next;
            }
            return before.value();
        }

        private static double between(Point before, Point next, long steps) {
            double share = (double) (steps - before.step()) / (next.step() - before.step());
            return (1 - share) * before.value() + share * next.value();
        }

        @Override
        public DoubleStream ends() {
            return points.stream().mapToDouble(Point::value);
        }
    }

    /**
     * A value at a step.
     *
     * @param step decisions of all slots, 0 or more
     * @param value finite
     */
    record Point(long step, double value) {
        /** A {@link ConfigException} if the step is negative or the value is not finite. */
        public Point {
            new Faults()
                    .atLeast("", step, 0)
                    .require(Double.isFinite(value), "", "finite", value)
                    .throwIfAny();
        }
    }
}
