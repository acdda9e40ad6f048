package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;

/** An agent whose exceptions are reported; where the play can go on without it, it does. */
final class GuardedAgent implements Agent {
    /** Terms are summed up by game and check in other orders. */
    private static final double TERM_TOLERANCE = 1e-4;

    private final Agent agent;
    private final String name;
    private final BehaviorSpec behavior;
    private final Reporter reporter;
    private boolean observedAll;
    private boolean hasTerms;
    private double termSum;

    GuardedAgent(Agent agent, int index, Reporter reporter) {
        this.agent = agent;
        this.reporter = reporter;
        try {
            behavior = agent.behavior();
        } catch (Throwable thrown) {
            reporter.threw("agent " + index + ".behavior()", thrown);
            throw new GameFailure(thrown);
        }
        if (behavior == null) {
            GameFailure failure = new GameFailure(new NullPointerException("behavior() gave null"));
            reporter.threw("agent " + index + ".behavior()", failure.getCause());
            throw failure;
        }
        name = Reporter.agent(index, behavior);
    }

    Agent unguarded() {
        return agent;
    }

    /** Index and behavior, as findings name it. */
    String name() {
        return name;
    }

    /** The behavior that it had in the beginning. */
    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    /** The behavior that it has now; null if it throws. */
    BehaviorSpec behaviorNow() {
        try {
            return agent.behavior();
        } catch (Throwable thrown) {
            reporter.threw(name + ".behavior()", thrown);
            return null;
        }
    }

    /** What can't be observed is reported, and 0 for whoever plays on. */
    @Override
    public void observe(ObservationWriter out) {
        int size = behavior.observation().size();
        observedAll = false;
        try {
            agent.observe(out);
            observedAll = out.written() == size;
            reportMissing(out.written(), size);
        } catch (Throwable thrown) {
            if (isComplaint(thrown)) {
                reporter.report(FindingKind.OBSERVATION_COUNT, name, size + " values", thrown.getMessage());
            } else {
                reporter.threw(name + ".observe()", thrown);
            }
        }
        out.fillMissing();
    }

    /** Whether the writer itself says that a value, an entry or a group is one too many or out of order. */
    private static boolean isComplaint(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return (thrown instanceof IllegalStateException || thrown instanceof IllegalArgumentException)
                && trace.length > 0
                && trace[0].getClassName().equals(ObservationWriter.class.getName());
    }

    private void reportMissing(int written, int size) {
        if (written < size) {
            reporter.report(
                    FindingKind.OBSERVATION_COUNT,
                    name,
                    size + " values",
                    "only " + written + "; the first that is missing is '"
                            + behavior.observation().names().get(written) + "'");
        }
    }

    /** Whether the last observation was complete. */
    boolean observedAll() {
        return observedAll;
    }

    @Override
    public void mask(ActionMask mask) {
        try {
            agent.mask(mask);
        } catch (Throwable thrown) {
            reporter.threw(name + ".mask()", thrown);
        }
    }

    @Override
    public void act(Actions actions) {
        String before = actions.toString();
        try {
            agent.act(actions);
            if (!before.equals(actions.toString())) {
                reporter.report(FindingKind.ACTIONS_CHANGED, name, before, actions.toString());
            }
        } catch (Throwable thrown) {
            reporter.threw(name + ".act()", thrown);
        }
    }

    @Override
    public float takeReward() {
        try {
            float reward = agent.takeReward();
            reportSum(reward);
            return reward;
        } catch (Throwable thrown) {
            reporter.threw(name + ".takeReward()", thrown);
            return 0;
        }
    }

    @Override
    public void rewardTerms(NamedValues out) {
        try {
            agent.rewardTerms(out);
        } catch (Throwable thrown) {
            reporter.threw(name + ".rewardTerms()", thrown);
        }
        hasTerms = true;
        termSum = 0;
        for (int i = 0; i < out.size(); i++) {
            termSum += out.get(i);
        }
    }

    /** Right after its terms; a reward that is asked for without them has none to be held against. */
    private void reportSum(float reward) {
        boolean isSum = Math.abs(reward - termSum) <= TERM_TOLERANCE * (1 + Math.abs(reward)); // not if one is NaN
        if (hasTerms && !isSum) {
            reporter.report(
                    FindingKind.REWARD_TERMS_DIFFER, name, "rewardTerms() that add up to " + reward, "" + termSum);
        }
        hasTerms = false;
    }

    @Override
    public void statistics(NamedValues out) {
        try {
            agent.statistics(out);
        } catch (Throwable thrown) {
            reporter.threw(name + ".statistics()", thrown);
        }
        for (int i = 0; i < out.size(); i++) {
            if (Float.isNaN(out.get(i)) || Float.isInfinite(out.get(i))) {
                reporter.report(
                        FindingKind.STATISTIC_NOT_FINITE,
                        name + ", statistic '" + out.names().get(i) + "'",
                        "a finite number",
                        "" + out.get(i));
            }
        }
    }

    @Override
    public Team team() {
        try {
            return agent.team();
        } catch (Throwable thrown) {
            reporter.threw(name + ".team()", thrown);
            throw new GameFailure(thrown);
        }
    }

    @Override
    public StepStatus status() {
        try {
            StepStatus status = agent.status();
            if (status != null) {
                return status;
            }
            throw new NullPointerException("status() gave null");
        } catch (Throwable thrown) {
            reporter.threw(name + ".status()", thrown);
            throw new GameFailure(thrown);
        }
    }
}
