package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.agent.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A team of three before a gate, which opens only for those who die at it. Who storms costs itself 1, dies, and makes the gate weaker by
 * one; a step after the last of its strength is gone, or two or three (by chance), it falls: the team earns {@value #PRIZE}, and its
 * episode ends. Who holds costs itself 0.125. Who rests waits for {@value #REST_STEPS} steps and costs nothing. After
 * {@value #STEP_LIMIT} steps the siege is cut off.
 *
 * <p>Nobody who dies sees the gate fall: storming pays by what its team earns after its death. With strength 2 it is best that the first
 * two storm at once while the third rests: returns 9, 9 and 10. Whoever counts a member's own rewards until its own end alone learns to
 * rest for ever. The third rests again if it wakes before the gate has fallen.
 *
 * <p>Settings, which may vary from episode to episode: {@code strength} 2 (1 to 3), {@code delay} 0 (steps until the gate falls; 0 for
 * chance). Thread safety: one thread at a time.
 */
public final class SiegeSimulation implements Simulation {
    /** The mean return of a member when the heuristic plays. */
    public static final double OPTIMUM = 28 / 3.0;

    static final int PRIZE = 10;
    static final int REST_STEPS = 2;
    static final int STEP_LIMIT = 12;
    /** An order. */
    public static final int HOLD = 0;
    /** An order. */
    public static final int STORM = 1;
    /** An order. */
    public static final int REST = 2;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("besieger")
            .observation(ObservationSpec.of("place", "strength", "delay"))
            .action(ActionSpec.builder()
                    .branch("order", "hold", "storm", "rest")
                    .build())
            .stepLimit(STEP_LIMIT)
            .build();

    private final Team team = new Team("besiegers");
    private final List<Besieger> members = new ArrayList<>();
    private final List<Besieger> agents = Collections.unmodifiableList(members);
    private final RandomStream random = RandomStream.of(0);
    private final SimulationSettings own;
    private int strength;
    private int delay;

    SiegeSimulation(SimulationSettings settings) {
        own = settings;
        for (int i = 0; i < 3; i++) {
            members.add(new Besieger(i));
        }
    }

    @Override
    public List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public void reset(long seed) {
        reset(seed, own);
    }

    @Override
    public void reset(long seed, SimulationSettings settings) {
        random.seed(seed);
        strength = settings.getInt("strength");
        int chance = 1 + random.nextInt(3);
        delay = settings.getInt("delay") > 0 ? settings.getInt("delay") : chance;
        team.begin();
        for (int i = 0; i < members.size(); i++) {
            members.get(i).begin();
        }
    }

    @Override
    public void step() {
        boolean isWeak = strength == 0;
        for (int i = 0; i < members.size(); i++) {
            members.get(i).play();
        }
        if (isWeak && --delay == 0) {
            team.addReward(PRIZE);
            team.end(StepStatus.TERMINATED);
            for (int i = 0; i < members.size(); i++) {
                members.get(i).win();
            }
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return team.status().isEnd();
    }

    @Override
    public void dispose() {}

    private final class Besieger implements Agent {
        private final int place;
        private int order;
        private int rest;
        private float reward;
        private StepStatus status = StepStatus.INACTIVE;

        Besieger(int place) {
            this.place = place;
        }

        void begin() {
            order = HOLD;
            rest = 0;
            reward = 0;
            status = StepStatus.RUNNING;
        }

        void play() {
            if (status == StepStatus.TERMINATED) {
                status = StepStatus.INACTIVE;
            } else if (rest > 0) {
                rest--;
                status = rest == 0 ? StepStatus.RUNNING : StepStatus.INACTIVE;
            } else if (status == StepStatus.RUNNING) {
                follow();
            }
        }

        private void follow() {
            if (order == STORM) {
                reward -= 1;
                strength = Math.max(0, strength - 1);
                status = StepStatus.TERMINATED;
            } else if (order == REST) {
                rest = REST_STEPS;
                status = StepStatus.INACTIVE;
            } else {
                reward -= 0.125f;
            }
        }

        void win() {
            if (status == StepStatus.RUNNING) {
                status = StepStatus.TERMINATED;
            }
        }

        @Override
        public BehaviorSpec behavior() {
            return BEHAVIOR;
        }

        @Override
        public Team team() {
            return team;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(place).add(strength).add(delay);
        }

        @Override
        public void mask(ActionMask mask) {
            if (strength == 0) {
                mask.forbid(0, STORM);
            }
        }

        @Override
        public void act(Actions actions) {
            order = actions.discrete(0);
        }

        @Override
        public float takeReward() {
            float taken = reward;
            reward = 0;
            return taken;
        }

        @Override
        public StepStatus status() {
            return status;
        }

        @Override
        public void heuristic(Actions out) {
            out.setDiscrete(0, place < strength ? STORM : REST);
        }
    }

    /** Makes sieges. */
    public static final class Factory implements SimulationFactory {
        @Override
        public SimulationSettings settings() {
            return SimulationSettings.none().declare("strength", 2).declare("delay", 0);
        }

        @Override
        public SiegeSimulation create(SimulationSettings settings) {
            return new SiegeSimulation(settings);
        }
    }
}
