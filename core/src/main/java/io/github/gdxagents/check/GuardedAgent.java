package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/** An agent whose exceptions are reported; where the play can go on without it, it does. */
final class GuardedAgent implements Agent {
    private final Agent agent;
    private final String name;
    private final BehaviorSpec behavior;
    private final Reporter reporter;

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

    @Override
    public void observe(ObservationWriter out) {
        try {
            agent.observe(out);
        } catch (Throwable thrown) {
            int size = behavior.observation().size();
            StackTraceElement[] trace = thrown.getStackTrace();
            if (out.written() == size
                    && trace.length > 0
                    && trace[0].getClassName().equals(ObservationWriter.class.getName())) {
                reporter.report(FindingKind.OBSERVATION_COUNT, name, size + " values", "more than " + size);
            } else {
                reporter.threw(name + ".observe()", thrown);
            }
            throw new GameFailure(thrown);
        }
        reportMissing(out.written());
    }

    private void reportMissing(int written) {
        int size = behavior.observation().size();
        if (written < size) {
            reporter.report(
                    FindingKind.OBSERVATION_COUNT,
                    name,
                    size + " values",
                    "only " + written + "; the first that is missing is '"
                            + behavior.observation().names().get(written) + "'");
        }
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
        try {
            agent.act(actions);
        } catch (Throwable thrown) {
            reporter.threw(name + ".act()", thrown);
        }
    }

    @Override
    public float takeReward() {
        try {
            return agent.takeReward();
        } catch (Throwable thrown) {
            reporter.threw(name + ".takeReward()", thrown);
            return 0;
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
