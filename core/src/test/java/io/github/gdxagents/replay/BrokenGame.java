package io.github.gdxagents.replay;

import com.badlogic.gdx.utils.Array;
import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import java.util.function.Supplier;

/** A skirmish that does one thing wrong once: the guard 3 at its decision after some steps, or the game itself at another time. */
final class BrokenGame extends TwistedGame {
    /** What it does. */
    enum Fault {
        RESET_THROWS(true, 0, "reset() threw java.lang.IllegalStateException: it broke"),
        STEP_THROWS(true, 10, "step() threw java.lang.IllegalStateException: it broke"),
        STEP_OVERFLOWS(true, 10, "step() threw java.lang.StackOverflowError"),
        STEP_ASSERTS(true, 10, "step() threw java.lang.AssertionError: it broke"),
        STEP_THROWS_IN_LIBGDX(true, 10, "step() threw java.lang.IndexOutOfBoundsException"),
        STEP_BREAKS_LATER(true, 10, "step() threw java.lang.IllegalStateException: it broke"),
        END_THROWS(true, 10, "isEpisodeOver() threw java.lang.IllegalStateException: it broke"),
        OBSERVE_THROWS(true, 10, "observe() threw java.lang.IllegalStateException: it broke"),
        OBSERVE_ASSERTS(true, 10, "observe() threw java.lang.AssertionError: it broke"),
        OBSERVE_OVERFLOWS(true, 10, "observe() threw java.lang.StackOverflowError"),
        OBSERVES_NAN(false, 10, "observation 'patience' must be finite, but is NaN"),
        OBSERVES_INFINITY(false, 10, "observation 'patience' must be finite, but is -Infinity"),
        OBSERVES_TOO_LITTLE(false, 10, "only 3 of 4 values were written; the first that is missing is 'rest'"),
        OBSERVES_TOO_MUCH(true, 10, "more values were written than the 4 that the specification names"),
        MASK_THROWS(true, 10, "mask() threw java.lang.IllegalStateException: it broke"),
        MASK_ASSERTS(true, 10, "mask() threw java.lang.AssertionError: it broke"),
        MASK_OVERFLOWS(true, 10, "mask() threw java.lang.StackOverflowError"),
        MASK_OF_NO_CHOICE(true, 10, "mask() threw java.lang.IllegalArgumentException: mask of action branch 'stance'"),
        MASKS_ALL(false, 10, "mask of action branch 'stance': all 2 choices are forbidden"),
        ACT_THROWS(true, 10, "act() threw java.lang.IllegalStateException: it broke"),
        ACT_ASSERTS(true, 10, "act() threw java.lang.AssertionError: it broke"),
        ACT_OVERFLOWS(true, 10, "act() threw java.lang.StackOverflowError"),
        REWARD_THROWS(true, 10, "takeReward() threw java.lang.IllegalStateException: it broke"),
        REWARD_ASSERTS(true, 10, "takeReward() threw java.lang.AssertionError: it broke"),
        REWARD_OVERFLOWS(true, 10, "takeReward() threw java.lang.StackOverflowError"),
        REWARDS_INFINITY(false, 10, "the reward must be finite, but is Infinity"),
        REWARDS_NAN(false, 10, "the reward must be finite, but is NaN"),
        STATUS_THROWS(true, 10, "status() threw java.lang.IllegalStateException: it broke"),
        STATUS_ASSERTS(true, 10, "status() threw java.lang.AssertionError: it broke"),
        STATUS_OVERFLOWS(true, 10, "status() threw java.lang.StackOverflowError"),
        STATUS_IS_NULL(false, 10, "status() must give a status, but gave null");

        private final boolean isThrown;
        private final int steps;
        private final String message;

        Fault(boolean isThrown, int steps, String message) {
            this.isThrown = isThrown;
            this.steps = steps;
            this.message = message;
        }

        boolean isThrown() {
            return isThrown;
        }

        /** Physics steps before it. */
        int steps() {
            return steps;
        }

        String message() {
            return message;
        }

        /** How the message begins. */
        String place() {
            boolean ofGame = name().startsWith("STEP") || name().startsWith("RESET") || name().startsWith("END");
            return (ofGame ? "" : "agent 3 (guard), ") + "episode seed 11, physics step " + steps + ": ";
        }
    }

    private static final int GUARD = 3;

    private final Fault fault;
    private final Supplier<Throwable> thrown;

    BrokenGame(Fault fault) {
        this(fault, null);
    }

    /** Throws another exception than the usual one. */
    BrokenGame(Fault fault, Supplier<Throwable> thrown) {
        super(Games.SKIRMISH.create());
        this.fault = fault;
        this.thrown = thrown;
    }

    private boolean isTime(Fault... kinds) {
        for (Fault kind : kinds) {
            if (kind == fault && steps() == fault.steps) {
                return true;
            }
        }
        return false;
    }

    private void breaks() {
        if (thrown != null) {
            throwUnchecked(thrown.get());
        } else if (fault.name().endsWith("OVERFLOWS")) {
            sink(0);
        } else if (fault.name().endsWith("ASSERTS")) {
            throw new AssertionError("it broke");
        } else {
            throw new IllegalStateException("it broke");
        }
    }

    private int sink(int depth) {
        return depth < 0 ? depth : sink(depth + 1) + 1;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    public void reset(long seed) {
        super.reset(seed);
        if (isTime(Fault.RESET_THROWS)) {
            breaks();
        }
    }

    @Override
    public void step() {
        if (isTime(Fault.STEP_THROWS, Fault.STEP_ASSERTS, Fault.STEP_OVERFLOWS)) {
            breaks();
        }
        if (isTime(Fault.STEP_THROWS_IN_LIBGDX)) {
            new Array<String>().get(0);
        }
        boolean isLate = isTime(Fault.STEP_BREAKS_LATER);
        super.step();
        if (isLate) {
            breaks();
        }
    }

    @Override
    public boolean isEpisodeOver() {
        if (isTime(Fault.END_THROWS)) {
            breaks();
        }
        return super.isEpisodeOver();
    }

    @Override
    void observe(int agent, float[] values, ObservationWriter out) {
        if (agent == GUARD && isTime(Fault.OBSERVE_THROWS, Fault.OBSERVE_ASSERTS, Fault.OBSERVE_OVERFLOWS)) {
            breaks();
        }
        int missing = agent == GUARD && isTime(Fault.OBSERVES_TOO_LITTLE) ? 1 : 0;
        for (int i = 0; i < values.length - missing; i++) {
            out.add(value(agent, i, values[i]));
        }
        if (agent == GUARD && isTime(Fault.OBSERVES_TOO_MUCH)) {
            out.add(1);
        }
    }

    @Override
    float value(int agent, int index, float value) {
        boolean isIt = agent == GUARD && index == 2;
        return isIt && isTime(Fault.OBSERVES_NAN)
                ? Float.NaN
                : isIt && isTime(Fault.OBSERVES_INFINITY) ? Float.NEGATIVE_INFINITY : value;
    }

    @Override
    void mask(int agent, ActionMask mask) {
        super.mask(agent, mask);
        if (agent == GUARD && isTime(Fault.MASK_THROWS, Fault.MASK_ASSERTS, Fault.MASK_OVERFLOWS)) {
            breaks();
        }
        if (agent == GUARD && isTime(Fault.MASK_OF_NO_CHOICE)) {
            mask.forbid(1, 2);
        }
        if (agent == GUARD && isTime(Fault.MASKS_ALL)) {
            mask.forbid(1, 0);
            mask.forbid(1, 1);
        }
    }

    @Override
    void act(int agent, Actions actions) {
        super.act(agent, actions);
        if (agent == GUARD && isTime(Fault.ACT_THROWS, Fault.ACT_ASSERTS, Fault.ACT_OVERFLOWS)) {
            breaks();
        }
    }

    @Override
    float takeReward(int agent) {
        if (agent == GUARD && isTime(Fault.REWARD_THROWS, Fault.REWARD_ASSERTS, Fault.REWARD_OVERFLOWS)) {
            breaks();
        }
        float reward = super.takeReward(agent);
        boolean infinite = agent == GUARD && isTime(Fault.REWARDS_INFINITY);
        return infinite ? Float.POSITIVE_INFINITY : agent == GUARD && isTime(Fault.REWARDS_NAN) ? Float.NaN : reward;
    }

    @Override
    StepStatus status(int agent) {
        if (agent == GUARD && isTime(Fault.STATUS_THROWS, Fault.STATUS_ASSERTS, Fault.STATUS_OVERFLOWS)) {
            breaks();
        }
        return agent == GUARD && isTime(Fault.STATUS_IS_NULL) ? null : super.status(agent);
    }
}
