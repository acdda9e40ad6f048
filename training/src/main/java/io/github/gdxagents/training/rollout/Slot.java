package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.ActionSample;
import java.util.ArrayList;
import java.util.List;

/**
 * One agent of one instance, as its worker sees it: its place in the rollout, its random stream and the decision that is under way.
 *
 * <p>Thread safety: belongs to the worker of its instance.
 */
final class Slot {
    final Agent agent;
    /** Index of the behavior. */
    final int group;
    /** Column in the behavior's rollout. */
    final int column;

    final RandomStream random;
    final ActionSample sample;
    final ActionMask mask;
    /** {@code [obs]}: the last observation, as the agent wrote it. */
    final float[] observation;
    /** {@code [obs]}: the last observation, normalized. */
    final float[] input;

    final SlotMemory memory;

    private final Actions actions;
    private final ObservationWriter writer;

    /** Whether a decision waits for its reward: the row before {@link #rows}. */
    boolean open;
    /** Rows written in this iteration. */
    int rows;

    /** Episodes that ended in this iteration. */
    final List<FinishedEpisode> finished = new ArrayList<>();

    private double episodeReturn;
    private int episodeLength;

    Slot(Agent agent, int group, int column, RandomStream random, SlotMemory memory) {
        BehaviorSpec behavior = agent.behavior();
        this.agent = agent;
        this.group = group;
        this.column = column;
        this.random = random;
        this.memory = memory;
        sample = new ActionSample(behavior.action());
        mask = new ActionMask(behavior.action());
        actions = new Actions(behavior.action());
        observation = new float[behavior.observation().size()];
        input = new float[observation.length];
        writer = new ObservationWriter(behavior.observation());
    }

    void observe() {
        agent.observe(writer.begin(observation));
        writer.finish();
        for (int i = 0; i < observation.length; i++) {
            if (!Float.isFinite(observation[i])) {
                throw new IllegalStateException("observation '"
                        + agent.behavior().observation().names().get(i) + "' must be finite, but is " + observation[i]);
            }
        }
    }

    /** Begins the next row of the rollout. */
    void openRow() {
        open = true;
        rows++;
        episodeLength++;
    }

    /** Whether the open row is the first of an episode. */
    boolean beginsEpisode() {
        return episodeLength == 1;
    }

    /** Whether a decision was taken in an episode that has not ended. */
    boolean isInEpisode() {
        return episodeLength > 0;
    }

    void readMask() {
        mask.clear();
        agent.mask(mask);
        mask.requireChoice();
    }

    void act() {
        sample.writeTo(actions);
        agent.act(actions);
    }

    float takeReward() {
        float reward = agent.takeReward();
        if (!Float.isFinite(reward)) {
            throw new IllegalStateException("the reward must be finite, but is " + reward);
        }
        episodeReturn += reward;
        return reward;
    }

    void finishEpisode() {
        finished.add(new FinishedEpisode(episodeReturn, episodeLength));
        dropEpisode();
    }

    void dropEpisode() {
        episodeReturn = 0;
        episodeLength = 0;
        open = false;
        memory.clear();
    }
}
