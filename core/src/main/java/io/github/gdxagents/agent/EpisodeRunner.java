package io.github.gdxagents.agent;

import java.util.Arrays;
import java.util.List;

/**
 * Steps one simulation and says, after each physics step, who is to decide and who has ended.
 *
 * <p>Trainer, evaluation and checks all run episodes through it, so that decision periods and step limits mean the same everywhere:
 *
 * <pre>{@code
 * runner.reset(seed);
 * while (!runner.isOver()) {
 *     for (int i = 0; i < runner.agentCount(); i++) {
 *         if (runner.isDecisionDue(i)) { ... observe, decide, act ... }
 *     }
 *     runner.step();
 * }
 * }</pre>
 *
 * <p>The episode is cut off at the smallest step limit among the behaviors; agents that have not ended by then are truncated.
 *
 * <p>Thread safety: that of the simulation (one thread at a time). Allocates nothing after construction.
 */
public final class EpisodeRunner {
    private final Simulation simulation;
    private final Agent[] agents;
    private final int[] decisionPeriods;
    private final StepStatus[] statuses;
    private final long limit;
    private long steps;
    private boolean over = true;

    /**
     * Makes a runner; {@link #reset} must come before the first step.
     *
     * @param simulation is stepped by this runner alone, and still disposed by the caller
     */
    public EpisodeRunner(Simulation simulation) {
        this.simulation = simulation;
        List<? extends Agent> list = simulation.agents();
        agents = list.toArray(new Agent[0]);
        if (agents.length == 0) {
            throw new IllegalArgumentException(
                    "simulation " + simulation.getClass().getName()
                            + ": it has no agents; agents() must give at least one, before the first reset too");
        }
        decisionPeriods = new int[agents.length];
        statuses = new StepStatus[agents.length];
        Arrays.fill(statuses, StepStatus.INACTIVE);
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < agents.length; i++) {
            BehaviorSpec behavior = agents[i].behavior();
            decisionPeriods[i] = behavior.decisionPeriod();
            if (behavior.stepLimit() != BehaviorSpec.NO_STEP_LIMIT) {
                smallest = Math.min(smallest, (long) behavior.stepLimit() * behavior.decisionPeriod());
            }
        }
        limit = smallest;
    }

    /**
     * The simulation that is run.
     *
     * @return the one given to the constructor
     */
    public Simulation simulation() {
        return simulation;
    }

    /**
     * How many agents (slots) there are.
     *
     * @return at least 1
     */
    public int agentCount() {
        return agents.length;
    }

    /**
     * An agent.
     *
     * @param index its position in {@link Simulation#agents()}
     * @return the agent
     */
    public Agent agent(int index) {
        return agents[index];
    }

    /**
     * Begins an episode.
     *
     * @param seed everything random in the episode derives from it
     */
    public void reset(long seed) {
        simulation.reset(seed);
        steps = 0;
        refresh();
    }

    /**
     * Advances by one physics step.
     *
     * @throws IllegalStateException if the episode is over
     */
    public void step() {
        if (over) {
            throw new IllegalStateException("the episode is over (or never began) after " + steps
                    + " physics steps; call reset(seed) before the next step");
        }
        simulation.step();
        steps++;
        refresh();
    }

    private void refresh() {
        boolean cut = steps >= limit;
        over = cut || simulation.isEpisodeOver();
        for (int i = 0; i < agents.length; i++) {
            StepStatus status = agents[i].status();
            statuses[i] = over && !status.isEnd() ? StepStatus.TRUNCATED : status;
        }
    }

    /**
     * What the last step meant for an agent; when the episode is over, agents that had not ended by their own are truncated.
     *
     * @param agent its index
     * @return the status
     */
    public StepStatus status(int agent) {
        return statuses[agent];
    }

    /**
     * Whether an agent must be given actions before the next step.
     *
     * @param agent its index
     * @return true if it is running and its decision period has passed
     */
    public boolean isDecisionDue(int agent) {
        return statuses[agent] == StepStatus.RUNNING && steps % decisionPeriods[agent] == 0;
    }

    /**
     * Whether only {@link #reset} can follow.
     *
     * @return true after the end of an episode and before the first reset
     */
    public boolean isOver() {
        return over;
    }

    /**
     * Physics steps since the reset.
     *
     * @return 0 or more
     */
    public long steps() {
        return steps;
    }
}
