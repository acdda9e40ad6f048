package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Plays with random actions, as a trainer does: whoever is due gives its reward, observes and masks, then all act; whoever has ended
 * gives its last reward, and observes if it was cut off. What is seen is written down bit by bit. Thread safety: none.
 */
final class RandomPlay {
    private final EpisodeRunner runner;
    private final RandomStream random;
    private final boolean[] isPlaying;
    private final List<String> seen = new ArrayList<>();
    private final Set<StepStatus> statuses = EnumSet.noneOf(StepStatus.class);
    private int decisions;

    private RandomPlay(EpisodeRunner runner, RandomStream random, boolean[] isPlaying) {
        this.runner = runner;
        this.random = random;
        this.isPlaying = isPlaying;
    }

    /** Begins an episode in a recorded game. */
    static RandomPlay begin(Simulation game, long seed) {
        EpisodeRunner runner = new EpisodeRunner(new RecordedSimulation(game));
        RandomPlay play = new RandomPlay(runner, RandomStream.of(seed, 77), new boolean[runner.agentCount()]);
        play.runner.reset(seed);
        return play;
    }

    /** Goes on where a replay has ended, with the actions that this play would take next. */
    RandomPlay in(EpisodeRunner replayed) {
        long[] state = new long[RandomStream.STATE_SIZE];
        random.save(state, 0);
        RandomStream copy = RandomStream.of(0);
        copy.restore(state, 0);
        return new RandomPlay(replayed, copy, isPlaying.clone());
    }

    /** Plays until the episode is over, or for some steps. */
    RandomPlay steps(long most) {
        for (long i = 0; i < most && !runner.isOver(); i++) {
            step();
        }
        return this;
    }

    RandomPlay toTheEnd() {
        return steps(Long.MAX_VALUE);
    }

    private void step() {
        List<Agent> due = new ArrayList<>();
        List<Actions> chosen = new ArrayList<>();
        for (int i = 0; i < runner.agentCount(); i++) {
            if (runner.isDecisionDue(i)) {
                due.add(runner.agent(i));
                chosen.add(look(i));
            }
        }
        for (int i = 0; i < due.size(); i++) {
            due.get(i).act(chosen.get(i));
            decisions++;
        }
        runner.step();
        for (int i = 0; i < runner.agentCount(); i++) {
            statuses.add(runner.agent(i).status());
            if (isPlaying[i] && runner.status(i).isEnd()) {
                isPlaying[i] = false;
                boolean isCut = runner.status(i) == StepStatus.TRUNCATED;
                seen.add("end of agent " + i + reward(i) + (isCut ? observation(i) : ""));
            }
        }
    }

    private Actions look(int index) {
        isPlaying[index] = true;
        Agent agent = runner.agent(index);
        ActionMask mask = new ActionMask(agent.behavior().action());
        String text = runner.steps() + " agent " + index + reward(index) + observation(index);
        agent.mask(mask);
        Actions actions = actions(mask, agent.behavior().action());
        seen.add(text + ' ' + actions);
        return actions;
    }

    private String reward(int index) {
        return " reward " + Float.floatToRawIntBits(runner.agent(index).takeReward());
    }

    private String observation(int index) {
        ObservationSpec spec = runner.agent(index).behavior().observation();
        float[] observation = new float[spec.size()];
        runner.agent(index).observe(new ObservationWriter(spec).begin(observation));
        StringBuilder text = new StringBuilder();
        for (float value : observation) {
            text.append(' ').append(Float.floatToRawIntBits(value));
        }
        return text.toString();
    }

    private Actions actions(ActionMask mask, ActionSpec spec) {
        mask.requireChoice(); // else this would look for one for ever
        Actions actions = new Actions(spec);
        for (int i = 0; i < spec.continuousSize(); i++) {
            actions.setContinuous(i, (float) random.uniform(-1.5, 1.5)); // clamped to [-1, 1]
        }
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            int choice = random.nextInt(spec.branchSize(branch));
            while (!mask.isAllowed(branch, choice)) {
                choice = random.nextInt(spec.branchSize(branch));
            }
            actions.setDiscrete(branch, choice);
        }
        return actions;
    }

    EpisodeRunner runner() {
        return runner;
    }

    RecordedEpisode episode() {
        return ((RecordedSimulation) runner.simulation()).episode();
    }

    /** One line for each decision since this object was made (who, its reward, what it observed, its actions) and each end. */
    List<String> seen() {
        return seen;
    }

    /** Every status that an agent had after a step. */
    Set<StepStatus> statuses() {
        return statuses;
    }

    int decisions() {
        return decisions;
    }
}
