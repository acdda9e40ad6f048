package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.RandomStream;
import java.util.Arrays;

/**
 * Deals the samples of a rollout into minibatches, anew in each epoch. Each sample is in exactly one minibatch of an epoch, and the
 * sizes of minibatches differ by at most one.
 */
public final class Minibatches {
    private final int[] order;
    private final int count;

    /** An unshuffled deal of at least one sample into minibatches of about the wanted size, at least 1. */
    Minibatches(int samples, int wantedSize) {
        order = new int[samples];
        Arrays.setAll(order, i -> i);
        count = count(samples, wantedSize);
    }

    /** {@return how many minibatches there are of about the wanted size, at least 1} */
    public static int count(double samples, int wantedSize) {
        return Math.max(1, (int) Math.round(samples / wantedSize));
    }

    int count() {
        return count;
    }

    /** Every order is equally likely (Fisher and Yates). */
    void shuffle(RandomStream random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** The samples of a minibatch, 0 to {@link #count} - 1. */
    int[] get(int index) {
        int from = (int) ((long) index * order.length / count);
        int to = (int) ((long) (index + 1) * order.length / count);
        return Arrays.copyOfRange(order, from, to);
    }
}
