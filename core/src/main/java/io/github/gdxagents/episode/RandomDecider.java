package io.github.gdxagents.episode;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;

/**
 * Chooses uniformly among what is allowed; the extremes of continuous values are as likely as all between them.
 *
 * <p>Thread safety: that of its stream (one thread at a time). Allocates nothing after construction.
 */
public final class RandomDecider implements Decider {
    private final RandomStream random;
    private final boolean observes;

    /**
     * Makes a decider.
     *
     * @param random is drawn from
     * @param observes whether seats observe all the same, for whoever watches them
     */
    public RandomDecider(RandomStream random, boolean observes) {
        this.random = random;
        this.observes = observes;
    }

    @Override
    public boolean observes() {
        return observes;
    }

    @Override
    public void add(Seat seat) {
        ActionSpec spec = seat.behavior().action();
        Actions actions = seat.actions();
        for (int i = 0; i < spec.continuousSize(); i++) {
            actions.setContinuous(i, (float) random.uniform(-2, 2)); // clamped to [-1, 1]
        }
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            actions.setDiscrete(branch, choice(seat.mask(), branch, spec.branchSize(branch)));
        }
    }

    private int choice(ActionMask mask, int branch, int size) {
        int allowed = 0;
        for (int choice = 0; choice < size; choice++) {
            allowed += mask.isAllowed(branch, choice) ? 1 : 0;
        }
        if (allowed == 0) { // a fault of the game, but others than this decider tell
            return random.nextInt(size);
        }
        int skip = random.nextInt(allowed);
        int choice = 0;
        while (!mask.isAllowed(branch, choice) || skip-- > 0) {
            choice++;
        }
        return choice;
    }
}
