package io.github.gdxagents.games.lander;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/**
 * The pilot's seat: what the lander's agent perceives and does.
 *
 * <p>Observation: position relative to the pad (1 is half the field), velocity (1 is 5 m/s across, 7.5 m/s up), angle in radians,
 * angular velocity in units of 2.5 radians per second, and whether each leg touches the ground.
 *
 * <p>Actions: either one branch with four choices, or two continuous values: the main engine burns at 50 to 100 % above 0, the side
 * engines at 50 to 100 % beyond -0.5 and 0.5.
 *
 * <p>Thread safety: that of its simulation.
 */
public final class LanderAgent implements Agent {
    private static final int STEP_LIMIT = 1000;
    private static final ObservationSpec OBSERVATION = ObservationSpec.of(
            "position.x",
            "position.y",
            "velocity.x",
            "velocity.y",
            "angle",
            "angularVelocity",
            "leg.left",
            "leg.right");
    private static final BehaviorSpec DISCRETE = behavior(
            "lander",
            ActionSpec.builder()
                    .branch("engine", "none", "left", "main", "right")
                    .build());
    private static final BehaviorSpec CONTINUOUS = behavior(
            "lander-continuous", ActionSpec.builder().continuous("main", "side").build());

    private static final int LEFT = 1;
    private static final int MAIN = 2;
    private static final int RIGHT = 3;
    private static final double DEAD_ZONE = 0.5;

    private final LanderSimulation simulation;
    private final boolean continuous;
    private float reward;

    LanderAgent(LanderSimulation simulation, boolean continuous) {
        this.simulation = simulation;
        this.continuous = continuous;
    }

    private static BehaviorSpec behavior(String name, ActionSpec action) {
        return BehaviorSpec.builder(name)
                .observation(OBSERVATION)
                .action(action)
                .stepLimit(STEP_LIMIT)
                .build();
    }

    @Override
    public BehaviorSpec behavior() {
        return continuous ? CONTINUOUS : DISCRETE;
    }

    @Override
    public void observe(ObservationWriter out) {
        simulation.state().write(out);
    }

    @Override
    public void act(Actions actions) {
        if (continuous) {
            double main = actions.continuous(0);
            double side = actions.continuous(1);
            simulation.engines().set(main > 0 ? 0.5 + 0.5 * main : 0, Math.abs(side) > DEAD_ZONE ? side : 0);
        } else {
            int choice = actions.discrete(0);
            simulation.engines().set(choice == MAIN ? 1 : 0, choice == LEFT ? -1 : choice == RIGHT ? 1 : 0);
        }
    }

    void resetReward() {
        reward = 0;
    }

    void addReward(double amount) {
        reward += (float) amount;
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return simulation.isEpisodeOver() ? StepStatus.TERMINATED : StepStatus.RUNNING;
    }

    @Override
    public void heuristic(Actions out) {
        LanderHeuristic.decide(simulation.state(), out);
    }
}
