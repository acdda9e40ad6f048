package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.sensor.EntitySensor;
import io.github.gdxagents.sensor.GridSensor;
import io.github.gdxagents.sensor.RaySensor;
import io.github.gdxagents.sensor.SensingAgent;
import io.github.gdxagents.sensor.Sensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who holds the controller: what the platformer's agent perceives and does.
 *
 * <p>Observation: the hero's velocity (1 is full running speed, and the speed of a take-off), its place within a tile (0 to 1), whether it
 * stands, how much of the coyote time and of the buffered press is left (0 to 1), whether the button is held; then a grid of what is around, or rays, and the nearest
 * three walkers.
 *
 * <p>Actions: run to the left, not at all or to the right; button released or held. It decides every {@value #DECISION_PERIOD} physics
 * steps.
 *
 * <p>Thread safety: that of its simulation.
 */
public final class PlatformerAgent implements SensingAgent {
    static final int DECISION_PERIOD = 4;
    static final int MOVE = 0;
    static final int JUMP = 1;
    static final int STEP_LIMIT = 600;

    private static final float FAN = (float) Math.toRadians(270);
    private static final BehaviorSpec GRID = behavior("platformer", false);
    private static final BehaviorSpec RAYS = behavior("platformer-rays", true);

    private final PlatformerSimulation simulation;
    private final BehaviorSpec behavior;
    private final List<Sensor> sensors;
    private final PlatformerHeuristic heuristic;

    PlatformerAgent(PlatformerSimulation simulation, boolean rays) {
        this.simulation = simulation;
        behavior = rays ? RAYS : GRID;
        sensors = Collections.unmodifiableList(makeSensors(rays));
        heuristic = new PlatformerHeuristic(simulation);
    }

    private static BehaviorSpec behavior(String name, boolean rays) {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        for (String value :
                new String[] {"velocity.x", "velocity.y", "tile.x", "tile.y", "standing", "coyote", "buffer", "held"}) {
            observation.add(value);
        }
        for (Sensor sensor : makeSensors(rays)) {
            sensor.declare(observation);
        }
        return BehaviorSpec.builder(name)
                .observation(observation.build())
                .action(ActionSpec.builder()
                        .branch("move", "left", "none", "right")
                        .branch("jump", "released", "held")
                        .build())
                .decisionPeriod(DECISION_PERIOD)
                .stepLimit(STEP_LIMIT)
                .rewardTerms("progress", "coins", "flag", "death", "time")
                .statistics("finished", "progress", "coins", "stomps")
                .build();
    }

    private static List<Sensor> makeSensors(boolean rays) {
        List<Sensor> sensors = new ArrayList<Sensor>();
        sensors.add(rays ? makeEyes() : makeMap());
        sensors.add(EntitySensor.builder("walkers")
                .sees(PlatformerBits.WALKER)
                .nearest(3)
                .range(12)
                .velocities(true)
                .sensors(true)
                .build());
        return sensors;
    }

    /** Five metres up and down, three back, nine ahead. */
    private static Sensor makeMap() {
        return GridSensor.builder("map")
                .cells(11, 13)
                .offset(3, 0)
                .rotating(false)
                .sees("solid", PlatformerBits.SOLID)
                .sees("spikes", PlatformerBits.SPIKES)
                .sees("walker", PlatformerBits.WALKER)
                .sees("coin", PlatformerBits.COIN)
                .sees("flag", PlatformerBits.FLAG)
                .sensors(true)
                .build();
    }

    /** All round but straight back. */
    private static Sensor makeEyes() {
        return RaySensor.builder("eyes")
                .rays(33)
                .fan(FAN)
                .length(10)
                .sees("solid", PlatformerBits.SOLID)
                .sees("spikes", PlatformerBits.SPIKES)
                .sees("walker", PlatformerBits.WALKER)
                .sees("coin", PlatformerBits.COIN)
                .sees("flag", PlatformerBits.FLAG)
                .sensors(true)
                .build();
    }

    void attach(World world) {
        for (int i = 0; i < sensors.size(); i++) {
            sensors.get(i).attach(world, simulation.hero().body());
        }
    }

    void beforeStep() {
        for (int i = 0; i < sensors.size(); i++) {
            sensors.get(i).beforeStep();
        }
    }

    @Override
    public List<? extends Sensor> sensors() {
        return sensors;
    }

    @Override
    public BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public void observe(ObservationWriter out) {
        PlatformerHero hero = simulation.hero();
        out.add(hero.velocityX() / PlatformerMotion.RUN_SPEED, hero.velocityY() / PlatformerMotion.JUMP_SPEED);
        out.add(fraction(hero.x()), fraction(hero.feetY()));
        out.add(hero.isGrounded());
        out.add(hero.coyote() / (float) PlatformerMotion.COYOTE_STEPS);
        out.add(hero.buffer() / (float) PlatformerMotion.BUFFER_STEPS);
        out.add(hero.isHeld());
        for (int i = 0; i < sensors.size(); i++) {
            sensors.get(i).observe(out);
        }
    }

    private static float fraction(float value) {
        return value - (float) Math.floor(value);
    }

    @Override
    public void act(Actions actions) {
        simulation.hero().command(actions.discrete(MOVE) - 1, actions.discrete(JUMP) == 1);
    }

    @Override
    public float takeReward() {
        float taken = simulation.rewards().sum();
        simulation.rewards().clear();
        return taken;
    }

    @Override
    public void rewardTerms(NamedValues out) {
        simulation.rewards().write(out);
    }

    @Override
    public void statistics(NamedValues out) {
        out.set("finished", simulation.outcome() == PlatformerOutcome.FINISHED ? 1 : 0);
        out.set("progress", simulation.progress());
        out.set("coins", simulation.coinsTaken());
        out.set("stomps", simulation.stomps());
    }

    @Override
    public StepStatus status() {
        return simulation.isEpisodeOver() ? StepStatus.TERMINATED : StepStatus.RUNNING;
    }

    @Override
    public void heuristic(Actions out) {
        heuristic.decide(out);
    }
}
