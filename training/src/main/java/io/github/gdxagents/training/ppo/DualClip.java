package io.github.gdxagents.training.ppo;

import io.github.gdxagents.training.config.ConfigFault;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.config.Schedule;
import io.github.gdxagents.training.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Bounds a surrogate from below by {@code c * A} where the advantage is negative: an action that was bad, and that the new policy takes
 * far more often than the old one, then no longer outweighs everything else.
 *
 * <p>c is above 1. At or below it the bound would reach the ratio 1, where every iteration begins, and nothing would be learned from bad
 * actions. 0 stands for no bound, in a schedule too.
 *
 * <p>Source: Ye et al. 2020, "Mastering Complex Control in MOBA Games with Deep Reinforcement Learning", arXiv:1912.09729, equation 5.
 */
final class DualClip {
    private static final String NAME = "dualClip";

    static final ObjectiveOption OPTION = new ObjectiveOption(
            NAME,
            "for bad actions the objective is bounded below by this times the advantage, above 1, such as 3; 0 = unbounded",
            0,
            0,
            1e6);

    private DualClip() {}

    /** {@return {@code [B]}: a surrogate that is at least 0 wherever the advantage is, bounded if the option is on} */
    static Operand<TFloat32> apply(Ops tf, Operand<TFloat32> surrogate, PolicyStep step) {
        if (!step.isOn(NAME)) {
            return surrogate;
        }
        Operand<TFloat32> bound = step.option(NAME);
        // where the advantage is not negative the bound is 0 and never above the surrogate
        Operand<TFloat32> bad = tf.math.minimum(step.advantage(), tf.constant(0f));
        Operand<TFloat32> bounded = tf.math.maximum(surrogate, tf.math.mul(bound, bad));
        return tf.select(tf.math.greater(bound, tf.constant(0f)), bounded, surrogate);
    }

    /** {@return {@code [B]}: 0 where the bound has taken the place of a surrogate of ratio times advantage, else 1} */
    static Operand<TFloat32> hasGradient(Ops tf, PolicyStep step) {
        if (!step.isOn(NAME)) {
            return tf.onesLike(step.ratio());
        }
        Operand<TFloat32> bound = step.option(NAME);
        Operand<TBool> isBad = tf.math.less(step.advantage(), tf.constant(0f));
        Operand<TBool> isBeyond = tf.math.greater(step.ratio(), bound);
        Operand<TBool> isBound =
                tf.math.logicalAnd(tf.math.logicalAnd(isBad, isBeyond), tf.math.greater(bound, tf.constant(0f)));
        return tf.dtypes.cast(tf.math.logicalNot(isBound), TFloat32.class);
    }

    /** {@return a fault that names every point of the option's schedule that can't be, or none} */
    static List<ConfigFault> faults(TrainingConfig config) {
        Schedule schedule = config.ppo().objective().options().get(NAME);
        List<String> wrong = wrong(points(schedule, config.ppo().totalSteps()));
        return wrong.isEmpty()
                ? List.of()
                : List.of(new ConfigFault(
                        "ppo.objective." + NAME,
                        "must be 0, which is unbounded, or above 1, but is " + String.join(", ", wrong)));
    }

    private static List<Schedule.Point> points(Schedule schedule, long totalSteps) {
        if (schedule instanceof Schedule.Piecewise piecewise) {
            return piecewise.points();
        }
        if (schedule instanceof Schedule.Linear line) {
            return List.of(new Schedule.Point(0, line.start()), new Schedule.Point(totalSteps, line.end()));
        }
        return List.of(new Schedule.Point(0, schedule.largest()));
    }

    private static List<String> wrong(List<Schedule.Point> points) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Schedule.Point point = points.get(i);
            if (point.value() > 0 && point.value() <= 1) {
                wrong.add(points.size() == 1 ? Double.toString(point.value()) : text(point));
            }
            if (i > 0 && passesOne(points.get(i - 1), point)) {
                wrong.add("in between on the way from " + text(points.get(i - 1)) + " to " + text(point)
                        + " (to switch it, give values at steps next to each other, such as 999: 3, 1000: 0)");
            }
        }
        return wrong;
    }

    /** Between 0 and a bound lies what is neither, but not if the next step has it already. */
    private static boolean passesOne(Schedule.Point before, Schedule.Point next) {
        return Math.min(before.value(), next.value()) == 0
                && Math.max(before.value(), next.value()) > 1
                && next.step() - before.step() > 1;
    }

    private static String text(Schedule.Point point) {
        return point.value() + " at step " + point.step();
    }
}
