package io.github.gdxagents.training.curriculum;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A march of {@value #LENGTH} steps, whatever is decided; each step is worth its pace, which is a setting, and a statistic. Beyond a pace of
 * 100 it breaks in the third.
 */
public final class MarchSimulation implements Simulation, Agent {
    static final int LENGTH = 4;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("marcher")
            .observation(ObservationSpec.of("pace"))
            .action(ActionSpec.builder().branch("sing", "no", "yes").build())
            .statistics("pace")
            .build();

    private final float pace;
    private final Queue<String> episodes;
    private int steps;
    private float reward;

    private MarchSimulation(float pace, Queue<String> episodes) {
        this.pace = pace;
        this.episodes = episodes;
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(this);
    }

    @Override
    public void reset(long seed) {
        episodes.add(seed + " " + pace);
        steps = 0;
        reward = 0;
    }

    @Override
    public void step() {
        reward += pace;
        steps++;
        if (pace > 100 && steps == 3) {
            throw new IllegalStateException("stumbled");
        }
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(pace);
    }

    @Override
    public void act(Actions actions) {}

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public StepStatus status() {
        return steps < LENGTH ? StepStatus.RUNNING : StepStatus.TERMINATED;
    }

    @Override
    public void statistics(NamedValues out) {
        out.set("pace", pace);
    }

    @Override
    public void dispose() {}

    /** Makes marches, and notes each of their episodes. */
    public static final class Factory implements SimulationFactory {
        private final Queue<String> episodes = new ConcurrentLinkedQueue<>();

        /** Seed and pace of every episode. */
        public Queue<String> episodes() {
            return episodes;
        }

        @Override
        public SimulationSettings settings() {
            return SimulationSettings.none().declare("pace", 1);
        }

        @Override
        public Simulation create(SimulationSettings settings) {
            if (settings.get("pace") < 0) {
                throw new IllegalArgumentException("march: the pace must be 0 or more, but is " + settings.get("pace"));
            }
            return new MarchSimulation((float) settings.get("pace"), episodes);
        }
    }
}
