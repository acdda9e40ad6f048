package io.github.gdxagents.training.initial;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a behavior's training begins with: the policy of a file, and what became of its observations.
 *
 * @param behavior its name
 * @param file of the policy, as the configuration names it
 * @param matched how many observations the policy and the game have in common, at least 1
 * @param moved those of them that have another place among the others, in the game's order; as few as possible
 * @param added what only the game has, in its order: the policy takes no notice of them until it learns to
 * @param dropped what only the policy had, in its order
 */
public record WarmStartReport(
        String behavior, String file, int matched, List<Move> moved, List<String> added, List<String> dropped) {
    /**
     * An observation that has another place than before.
     *
     * @param name of the observation
     * @param from its number in the policy, from 1
     * @param to its number in the game, from 1
     */
    public record Move(String name, int from, int to) {
        @Override
        public String toString() {
            return name + ": " + from + " -> " + to;
        }
    }

    /** Copies the lists. */
    public WarmStartReport {
        moved = List.copyOf(moved);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
    }

    /**
     * Whether the game shows what the policy was trained with, in the same order.
     *
     * @return true if nothing was moved, added or dropped
     */
    public boolean isSame() {
        return moved.isEmpty() && added.isEmpty() && dropped.isEmpty();
    }

    /**
     * Says it in one line.
     *
     * @return where the policy comes from and, if the observations differ, how they were matched
     */
    @Override
    public String toString() {
        String start = "behavior '" + behavior + "' begins with the policy '" + file + "'";
        if (isSame()) {
            return start;
        }
        StringBuilder text = new StringBuilder(start)
                .append(": ")
                .append(matched)
                .append(matched == 1 ? " observation" : " observations")
                .append(" matched");
        if (!moved.isEmpty()) {
            text.append(", ")
                    .append(moved.size())
                    .append(" moved (")
                    .append(join(moved))
                    .append(')');
        }
        if (!added.isEmpty()) {
            text.append(", added with weight 0: ").append(join(added));
        }
        if (!dropped.isEmpty()) {
            text.append("; dropped: ").append(join(dropped));
        }
        return text.toString();
    }

    private static String join(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
