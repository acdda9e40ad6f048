package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ActionSample;
import java.util.ArrayList;
import java.util.List;

/**
 * One agent of one instance, as its worker sees it: its place in the rollout, its random stream and the decision that is under way.
 *
 * <p>Thread safety: belongs to the worker of its instance.
 */
final class Slot {
    private Agent agent;
    final BehaviorSpec behavior;
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
        this.agent = agent;
        behavior = agent.behavior();
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

    /** Goes on with the same agent of another simulation. */
    void rebind(Agent other) {
        agent = other;
    }

    /** What the agent does wrong is its recorder's to notice. */
    void observe() {
        agent.observe(writer.begin(observation));
    }

    /** Begins the next row of the rollout. */
    void openRow() {
        if (episodeLength == 0) {
            memory.clear(); // a decision may have been taken after the episode before was given up
        }
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
    }

    void act() {
        sample.writeTo(actions);
        agent.act(actions);
    }

    float takeReward() {
        float reward = agent.takeReward();
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

    SlotState save() {
        long[] stream = new long[RandomStream.STATE_SIZE];
        random.save(stream, 0);
        float[] remembered = new float[memory.size()];
        memory.writeTo(remembered, 0);
        return new SlotState(stream, episodeReturn, episodeLength, remembered);
    }

    void restore(SlotState state) {
        random.restore(state.random(), 0);
        episodeReturn = state.episodeReturn();
        episodeLength = state.episodeLength();
        open = false; // each row is closed at the end of its iteration
        memory.readFrom(state.memory(), 0);
    }
}
