package io.github.gdxagents.training.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers of threads as a user lists them, such as {@code 1,2,4}.
 *
 * <p>Thread safety: stateless.
 */
final class ThreadCounts {
    private ThreadCounts() {}

    /**
     * Reads a list.
     *
     * @param text comma-separated; 0 is one per core
     * @param instances that the threads share: more threads than that would be idle
     * @return the numbers in their order, 0 resolved
     * @throws IllegalArgumentException with everything that is wrong with the list
     */
    static List<Integer> parse(String text, int instances) {
        List<String> faults = new ArrayList<>();
        Set<Integer> counts = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            int count = parse(part.strip());
            if (count < 1) {
                faults.add("'" + part.strip() + "' is no such number");
            } else if (count > instances) {
                faults.add(count + " is more than there are instances");
            } else if (!counts.add(count)) {
                faults.add(count + " is there twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("--threads must list whole numbers from 1 to " + instances
                    + " (the instances), or 0 for one per core, such as 1,2, but in '" + text + "' "
                    + String.join(", ", faults) + ".");
        }
        return List.copyOf(counts);
    }

    /** The number, or -1 if it is none. */
    private static int parse(String part) {
        try {
            int count = Integer.parseInt(part);
            return count == 0 ? Runtime.getRuntime().availableProcessors() : count;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
