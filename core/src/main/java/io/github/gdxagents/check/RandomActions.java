package io.github.gdxagents.check;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.RandomStream;

/** Chooses uniformly among what is allowed; the extremes of continuous values are as likely as all between them. */
final class RandomActions {
    private final RandomStream random;

    RandomActions(RandomStream random) {
        this.random = random;
    }

    void choose(ActionMask mask, Actions out) {
        ActionSpec spec = out.spec();
        for (int i = 0; i < spec.continuousSize(); i++) {
            out.setContinuous(i, (float) random.uniform(-2, 2)); // clamped to [-1, 1]
        }
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            out.setDiscrete(branch, choice(mask, branch, spec.branchSize(branch)));
        }
    }

    private int choice(ActionMask mask, int branch, int size) {
        int allowed = 0;
        for (int choice = 0; choice < size; choice++) {
            allowed += mask.isAllowed(branch, choice) ? 1 : 0;
        }
        if (allowed == 0) { // a fault, but the play goes on
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
