package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A game whose statuses are written down: a script has a character for the reset and one for each physics step after it, {@code .} for
 * running, {@code T} terminated, {@code C} truncated (cut off), {@code -} inactive. The episode is over at the scripts' end.
 *
 * <p>Step k gives the reward 2^k to an agent whose episode is going on, so that a sum tells the steps it is made of. The observation is
 * the step and the agent's index.
 */
public class ScriptedSimulation implements Simulation {
    final List<ScriptedAgent> scripted = new ArrayList<>();
    int step;
    int resets;
    int disposed;
    long seed;

    public static BehaviorSpec behavior(String name, int decisionPeriod, int stepLimit) {
        BehaviorSpec.Builder builder = BehaviorSpec.builder(name)
                .observation(ObservationSpec.of("step", "agent"))
                .action(ActionSpec.builder()
                        .continuous("push")
                        .branch("pick", "left", "middle", "right")
                        .build())
                .decisionPeriod(decisionPeriod);
        return (stepLimit == 0 ? builder : builder.stepLimit(stepLimit)).build();
    }

    public ScriptedSimulation add(BehaviorSpec behavior, String script) {
        scripted.add(new ScriptedAgent(behavior, script, scripted.size()));
        return this;
    }

    @Override
    public List<? extends Agent> agents() {
        return scripted;
    }

    @Override
    public void reset(long newSeed) {
        seed = newSeed;
        step = 0;
        resets++;
        for (ScriptedAgent agent : scripted) {
            agent.reward = 0;
            agent.inEpisode = agent.status() == StepStatus.RUNNING;
        }
    }

    @Override
    public void step() {
        step++;
        for (ScriptedAgent agent : scripted) {
            agent.advance();
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return step == scripted.get(0).script.length() - 1;
    }

    @Override
    public void dispose() {
        disposed++;
    }

    /** One line of the script. */
    final class ScriptedAgent implements Agent {
        final List<String> taken = new ArrayList<>();
        private final BehaviorSpec behavior;
        private final String script;
        private final int index;
        private float reward;
        private boolean inEpisode;

        ScriptedAgent(BehaviorSpec behavior, String script, int index) {
            this.behavior = behavior;
            this.script = script;
            this.index = index;
        }

        private void advance() {
            if (inEpisode) {
                reward += 1 << step;
            }
            inEpisode = (inEpisode || status() == StepStatus.RUNNING) && !status().isEnd();
        }

        @Override
        public BehaviorSpec behavior() {
            return behavior;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(step).add(index);
        }

        @Override
        public void mask(ActionMask mask) {
            mask.forbid(0, step % 3);
        }

        @Override
        public void act(Actions actions) {
            taken.add(step + ":" + actions.continuous(0) + ":" + actions.discrete(0));
        }

        @Override
        public float takeReward() {
            float sum = reward;
            reward = 0;
            return sum;
        }

        @Override
        public StepStatus status() {
            switch (script.charAt(Math.min(step, script.length() - 1))) {
                case '.':
                    return StepStatus.RUNNING;
                case 'T':
                    return StepStatus.TERMINATED;
                case 'C':
                    return StepStatus.TRUNCATED;
                default:
                    return StepStatus.INACTIVE;
            }
        }
    }
}
