package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.PpoConfig;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The {@link Coefficient}s and the options of the objective as they are in one iteration, by name. */
final class Coefficients {
    private final double[] values;
    private final Map<String, Double> options;

    private Coefficients(double[] values, Map<String, Double> options) {
        this.values = values;
        this.options = options;
    }

    /** What the schedules say after so many decisions of all slots. */
    static Coefficients at(PpoConfig ppo, long steps) {
        double[] values = new double[Coefficient.values().length];
        for (Coefficient coefficient : Coefficient.values()) {
            values[coefficient.ordinal()] = coefficient.value(ppo, steps);
        }
        Map<String, Double> options = new LinkedHashMap<>();
        ppo.objective()
                .options()
                .forEach((name, schedule) -> options.put(name, schedule.value(steps, ppo.totalSteps())));
        return new Coefficients(values, options);
    }

    double get(Coefficient coefficient) {
        return values[coefficient.ordinal()];
    }

    /** The objective's, in declared order. */
    Map<String, Double> options() {
        return options;
    }

    /** The same but for one. */
    Coefficients with(Coefficient coefficient, double value) {
        double[] changed = values.clone();
        changed[coefficient.ordinal()] = value;
        return new Coefficients(changed, options);
    }

    /** What {@link InGraph} is fed. */
    float[] vector() {
        float[] vector = new float[values.length + options.size()];
        int next = 0;
        for (double value : values) {
            vector[next++] = (float) value;
        }
        for (double option : options.values()) {
            vector[next++] = (float) option;
        }
        return vector;
    }

    /** The same as scalars of the graph, cut out of a vector that is fed. */
    static final class InGraph {
        private final List<? extends Operand<TFloat32>> scalars;
        private final List<String> options;

        /** Cuts the vector that {@link #vector} gives; the options are the objective's, in declared order. */
        InGraph(Ops tf, Operand<TFloat32> vector, Collection<String> options) {
            this.options = List.copyOf(options);
            scalars = tf.unstack(vector, (long) size(options)).output();
        }

        static int size(Collection<String> options) {
            return Coefficient.values().length + options.size();
        }

        Operand<TFloat32> get(Coefficient coefficient) {
            return scalars.get(coefficient.ordinal());
        }

        Operand<TFloat32> option(String name) {
            return scalars.get(Coefficient.values().length + options.indexOf(name));
        }
    }
}
