package io.github.gdxagents.training.initial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which observation of a policy is which of a game: the one of the same name.
 */
final class ObservationMatch {
    /** In place of an index: the policy does not know the observation. */
    static final int NEW = -1;

    private final List<String> policy;
    private final List<String> game;
    private final int[] sources;

    private ObservationMatch(List<String> policy, List<String> game, int[] sources) {
        this.policy = policy;
        this.game = game;
        this.sources = sources;
    }

    /** Matches the names that a policy was trained with to those of a game. */
    static ObservationMatch of(List<String> policy, List<String> game) {
        Map<String, Integer> indices = new HashMap<>();
        policy.forEach(name -> indices.put(name, indices.size()));
        int[] sources =
                game.stream().mapToInt(name -> indices.getOrDefault(name, NEW)).toArray();
        return new ObservationMatch(policy, game, sources);
    }

    /** How many observations the game has. */
    int size() {
        return sources.length;
    }

    /** Where the policy has the observation of an index in the game, or {@link #NEW}. */
    int source(int index) {
        return sources[index];
    }

    /** How many observations both have. */
    int matched() {
        return known().length;
    }

    /** What only the game has, in its order. */
    List<String> added() {
        List<String> added = new ArrayList<>(game);
        added.removeAll(policy);
        return added;
    }

    /** What only the policy has, in its order. */
    List<String> dropped() {
        List<String> dropped = new ArrayList<>(policy);
        dropped.removeAll(game);
        return dropped;
    }

    /** The fewest observations that must be taken elsewhere, so that those which both have are in the game's order. */
    List<WarmStartReport.Move> moved() {
        boolean[] stays = longestRise(known());
        List<WarmStartReport.Move> moved = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] != NEW && !stays[next++]) {
                moved.add(new WarmStartReport.Move(game.get(i), sources[i] + 1, i + 1));
            }
        }
        return moved;
    }

    private int[] known() {
        return Arrays.stream(sources).filter(source -> source != NEW).toArray();
    }

    /** Marks a longest subsequence that rises; of several, the one that ends first. */
    private static boolean[] longestRise(int[] numbers) {
        int[] lengths = new int[numbers.length]; // of the longest that ends here
        int[] before = new int[numbers.length];
        int last = NEW;
        for (int i = 0; i < numbers.length; i++) {
            before[i] = NEW;
            for (int j = 0; j < i; j++) {
                if (numbers[j] < numbers[i] && lengths[j] > lengths[i]) {
                    lengths[i] = lengths[j];
                    before[i] = j;
                }
            }
            lengths[i]++;
            if (last == NEW || lengths[i] > lengths[last]) {
                last = i;
            }
        }
        boolean[] rise = new boolean[numbers.length];
        for (int i = last; i != NEW; i = before[i]) {
            rise[i] = true;
        }
        return rise;
    }
}
