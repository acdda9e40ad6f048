package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.RandomStream;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a game's setting is: the same in all episodes, or drawn anew for each.
 *
 * <p>In YAML it is a number, {@code {uniform: [low, high]}}, {@code {normal: [mean, deviation], min: low, max: high}} or {@code {choice: [1,
 * 2, 3]}}; its text is YAML again.
 */
public sealed interface SettingValue {
    /** {@return the value in an episode, drawn from that episode's stream} */
    double draw(RandomStream random);

    /** {@return one value that stands for all: the middle of what may be drawn} */
    double middle();

    /** {@return values that a game must accept if it is to accept all: the ends, and what lies between} */
    DoubleStream samples();

    /** {@return whether it is the same in all episodes} */
    default boolean isConstant() {
        return this instanceof Constant;
    }

    /** {@return a value that is the same in all episodes, finite} */
    static SettingValue constant(double value) {
        return new Constant(value);
    }

    /** The same value in all episodes, finite. */
    record Constant(double value) implements SettingValue {
        /** A {@link ConfigException} if it is not finite. */
        public Constant {
            new Faults()
                    .require(Double.isFinite(value), "", "a finite number", value)
                    .throwIfAny();
        }

        @Override
        public double draw(RandomStream random) {
            return value;
        }

        @Override
        public double middle() {
            return value;
        }

        @Override
        public DoubleStream samples() {
            return DoubleStream.of(value);
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * Any value between two, each as likely as the other.
     *
     * @param low the smallest, finite
     * @param high the largest, finite
     */
    record Uniform(double low, double high) implements SettingValue {
        /** No simple share of the range: where the game wants whole numbers this is none. */
        private static final double BETWEEN = 0.6180339887498949;

        /** A {@link ConfigException} if one is not finite, or they are the wrong way round. */
        public Uniform {
            Faults faults = new Faults();
            faults.require(
                    Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(high - low),
                    "uniform",
                    "two finite numbers",
                    low + " and " + high);
            faults.require(!(low > high), "uniform", "the smaller number first", low + " and " + high);
            faults.throwIfAny();
        }

        @Override
        public double draw(RandomStream random) {
            return random.uniform(low, high);
        }

        @Override
        public double middle() {
            return low + (high - low) / 2;
        }

        @Override
        public DoubleStream samples() {
            return DoubleStream.of(low, high, low + BETWEEN * (high - low));
        }

        @Override
        public String toString() {
            return "{uniform: [" + low + ", " + high + "]}";
        }
    }

    /**
     * Values about a mean, the rarer the farther from it; those beyond the ends are drawn again.
     *
     * @param mean finite, and not beyond the ends
     * @param deviation standard deviation if there were no ends, above 0
     * @param min the smallest, or negative infinity for 4 deviations below the mean
     * @param max the largest, or infinity for 4 deviations above the mean
     */
    record Normal(double mean, double deviation, double min, double max) implements SettingValue {
        /** Deviations from the mean to the ends that it has at least, so that whoever tries the ends has tried all: one draw in 16,000 more. */
        private static final double FAR = 4;

        /** A {@link ConfigException} if a number is not as it is said above. */
        public Normal {
            Faults faults = new Faults();
            faults.require(Double.isFinite(mean), "normal", "a finite mean, then a deviation", mean);
            faults.require(
                    deviation > 0 && Double.isFinite(FAR * deviation) && Double.isFinite(mean + FAR * deviation),
                    "normal",
                    "a mean, then a finite deviation above 0",
                    deviation);
            faults.require(!(min > max) && !Double.isNaN(min), "min", "at most max, " + max, min);
            faults.require(!(max < mean) && !Double.isNaN(max), "max", "at least the mean, " + mean, max);
            faults.require(!(min > mean), "min", "at most the mean, " + mean, min);
            faults.throwIfAny();
        }

        /**
         * By rejection, from what is nearer to it: a normal deviate, or any value between narrow ends. Since the mean is not beyond the ends,
         * a third of the draws or more are taken.
         */
        @Override
        public double draw(RandomStream random) {
            double low = low();
            double high = high();
            boolean isNarrow = high - low < 2 * deviation;
            while (true) {
                double value = isNarrow ? random.uniform(low, high) : mean + deviation * random.nextGaussian();
                double distance = (value - mean) / deviation;
                // StrictMath: the same on every machine
                boolean isTaken = !isNarrow || random.nextDouble() < StrictMath.exp(-distance * distance / 2);
                if (isTaken && value >= low && value <= high) {
                    return value;
                }
            }
        }

        private double low() {
            return Math.max(min, mean - FAR * deviation);
        }

        private double high() {
            return Math.min(max, mean + FAR * deviation);
        }

        @Override
        public double middle() {
            return mean;
        }

        @Override
        public DoubleStream samples() {
            return DoubleStream.of(low(), mean, high());
        }

        @Override
        public String toString() {
            return "{normal: [" + mean + ", " + deviation + "]"
                    + (Double.isFinite(min) ? ", min: " + min : "")
                    + (Double.isFinite(max) ? ", max: " + max : "") + "}";
        }
    }

    /**
     * One of some values, each place in the list as likely as the other.
     *
     * @param values at least one, finite
     */
    record Choice(List<Double> values) implements SettingValue {
        /** Most values: each is tried when a run begins. */
        static final int MOST_VALUES = 1000;

        /** A {@link ConfigException} if there is none, or one is not finite. */
        public Choice {
            values = List.copyOf(values);
            Faults faults = new Faults();
            boolean isCountable = !values.isEmpty() && values.size() <= MOST_VALUES;
            faults.require(isCountable, "choice", "a list of 1 to " + MOST_VALUES + " numbers", values);
            faults.require(values.stream().allMatch(Double::isFinite), "choice", "finite numbers", values);
            faults.throwIfAny();
        }

        @Override
        public double draw(RandomStream random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public double middle() {
            return values.get((values.size() - 1) / 2);
        }

        @Override
        public DoubleStream samples() {
            return values.stream().mapToDouble(value -> value).distinct();
        }

        @Override
        public String toString() {
            return "{choice: " + values + "}";
        }
    }
}
