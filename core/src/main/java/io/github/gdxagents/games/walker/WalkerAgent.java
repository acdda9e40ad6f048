package io.github.gdxagents.games.walker;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;

/**
 * The walker's mind: what it perceives and does.
 *
 * <p>Observation: the hull's angle in radians, its angular velocity in units of 25 radians per second and its velocity (1 is 8.3 m/s
 * across, 12.5 m/s up); for each leg the hip's angle, the knee's angle plus 1, their speeds in units of 4 and 6 radians per second, and
 * whether the foot touches the ground; and how far each of ten rays sees, as a share of 5.3 metres, from straight down to ahead.
 *
 * <p>Actions: the power of each motor, whose sign is the direction.
 *
 * <p>Thread safety: that of its simulation.
 */
public final class WalkerAgent implements Agent {
    private static final int STEP_LIMIT = 1600;
    private static final int HARDCORE_STEP_LIMIT = 2000;
    private static final ObservationSpec OBSERVATION = ObservationSpec.builder()
            .add("hull.angle")
            .add("hull.angularVelocity")
            .add("hull.velocity.x")
            .add("hull.velocity.y")
            .add("leg.0.hip")
            .add("leg.0.hipSpeed")
            .add("leg.0.knee")
            .add("leg.0.kneeSpeed")
            .add("leg.0.contact")
            .add("leg.1.hip")
            .add("leg.1.hipSpeed")
            .add("leg.1.knee")
            .add("leg.1.kneeSpeed")
            .add("leg.1.contact")
            .add("lidar", WalkerLidar.RAYS)
            .build();
    private static final ActionSpec ACTION = ActionSpec.builder()
            .continuous("leg.0.hip", "leg.0.knee", "leg.1.hip", "leg.1.knee")
            .build();
    private static final BehaviorSpec PLAIN = behavior("walker", STEP_LIMIT);
    private static final BehaviorSpec HARDCORE = behavior("walker-hardcore", HARDCORE_STEP_LIMIT);

    private final WalkerSimulation simulation;
    private final WalkerHeuristic heuristic = new WalkerHeuristic();
    private final boolean hardcore;
    private float reward;

    WalkerAgent(WalkerSimulation simulation, boolean hardcore) {
        this.simulation = simulation;
        this.hardcore = hardcore;
    }

    private static BehaviorSpec behavior(String name, int stepLimit) {
        return BehaviorSpec.builder(name)
                .observation(OBSERVATION)
                .action(ACTION)
                .stepLimit(stepLimit)
                .statistics("distance")
                .build();
    }

    @Override
    public BehaviorSpec behavior() {
        return hardcore ? HARDCORE : PLAIN;
    }

    @Override
    public void observe(ObservationWriter out) {
        simulation.state().write(out);
        for (int ray = 0; ray < WalkerLidar.RAYS; ray++) {
            out.add(simulation.lidar().fraction(ray));
        }
    }

    @Override
    public void act(Actions actions) {
        for (int joint = 0; joint < 4; joint++) {
            simulation.setPower(joint, actions.continuous(joint));
        }
    }

    void reset() {
        reward = 0;
        heuristic.reset();
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
    public void statistics(NamedValues out) {
        out.set(0, (float) simulation.distance());
    }

    @Override
    public StepStatus status() {
        return simulation.isEpisodeOver() ? StepStatus.TERMINATED : StepStatus.RUNNING;
    }

    @Override
    public void heuristic(Actions out) {
        heuristic.decide(simulation.state(), out);
    }
}
