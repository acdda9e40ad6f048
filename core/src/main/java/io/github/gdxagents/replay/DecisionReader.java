package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.Agent;
import java.util.List;

/**
 * Reads the decisions of a recorded episode one after the other.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 */
final class DecisionReader {
    private final byte[] bytes;
    private final int size;
    private final Actions[] actions;
    private int position;
    private int count;
    private int agent;
    private byte check;

    DecisionReader(RecordedEpisode episode, List<? extends Agent> agents) {
        bytes = episode.bytes();
        size = episode.size();
        actions = new Actions[agents.size()];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = new Actions(agents.get(i).behavior().action());
        }
    }

    boolean hasNext() {
        return position < size;
    }

    /**
     * Goes on to the next decision.
     *
     * @throws IllegalArgumentException if the bytes are none of this game's
     */
    void next() {
        count++;
        agent = readIndex();
        if (agent >= actions.length) {
            throw unfit("it is of agent " + agent + ", but the game has " + actions.length);
        }
        check = readByte();
        readActions(actions[agent]);
    }

    private void readActions(Actions target) {
        ActionSpec spec = target.spec();
        for (int i = 0; i < spec.continuousSize(); i++) {
            float value = readFloat();
            if (!(value >= -1 && value <= 1)) {
                throw unfit("action '" + spec.continuous().get(i) + "' of agent " + agent
                        + " must be from -1 to 1, but is " + value);
            }
            target.setContinuous(i, value);
        }
        for (int b = 0; b < spec.branchCount(); b++) {
            int choice = readByte() & 0xff;
            if (choice >= spec.branchSize(b)) {
                throw unfit("action branch '" + spec.branches().get(b).name() + "' of agent " + agent
                        + " has choices 0 to " + (spec.branchSize(b) - 1) + ", but the decision is " + choice);
            }
            target.setDiscrete(b, choice);
        }
    }

    private int readIndex() {
        int index = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            byte part = readByte();
            index |= (part & 0x7f) << shift;
            if (part >= 0) {
                return index < 0 ? Integer.MAX_VALUE : index;
            }
        }
        throw unfit("the agent's index has more than 32 bits");
    }

    private float readFloat() {
        int bits = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            bits |= (readByte() & 0xff) << shift;
        }
        return Float.intBitsToFloat(bits);
    }

    private byte readByte() {
        if (position == size) {
            throw unfit("it is cut off");
        }
        return bytes[position++];
    }

    private IllegalArgumentException unfit(String fault) {
        return new IllegalArgumentException("recorded episode, decision " + count + " (byte " + position + " of " + size
                + "): " + fault + "; it was recorded in another game, or is damaged");
    }

    /** How many decisions were read. */
    int count() {
        return count;
    }

    /** Whose decision it is. */
    int agent() {
        return agent;
    }

    /** What {@link EpisodeLog#check} was. */
    byte check() {
        return check;
    }

    /** Kept, and overwritten by this agent's next decision. */
    Actions actions() {
        return actions[agent];
    }
}
