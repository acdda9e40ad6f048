package io.github.gdxagents.training.run;

/** Adds up the episodes that agents finished in one episode of the simulation, by behavior. Thread safety: none. */
final class EpisodeTally {
    private final double[] returns;
    private final long[] decisions;
    private final int[] episodes;

    EpisodeTally(int behaviors) {
        returns = new double[behaviors];
        decisions = new long[behaviors];
        episodes = new int[behaviors];
    }

    void add(int behavior, double episodeReturn, int length) {
        returns[behavior] += episodeReturn;
        decisions[behavior] += length;
        episodes[behavior]++;
    }

    int episodes(int behavior) {
        return episodes[behavior];
    }

    double meanReturn(int behavior) {
        return returns[behavior] / episodes[behavior];
    }

    double meanLength(int behavior) {
        return (double) decisions[behavior] / episodes[behavior];
    }
}
