package io.github.gdxagents.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One discrete decision: a name and the choices that exclude each other.
 */
public final class ActionBranch {
    /** Most choices of a branch. */
    public static final int MAX_CHOICES = 1 << 8;

    private final String name;
    private final List<String> choices;

    /**
     * Makes a branch.
     *
     * @param name unique among the actions of a behavior
     * @param choices two to {@value #MAX_CHOICES} unique names; the index of a choice is its position here
     * @throws IllegalArgumentException if a name is invalid or used twice, or there are too few or too many choices
     */
    public ActionBranch(String name, String... choices) {
        this.name = Names.valid("action branch", name);
        if (choices.length < 2) {
            throw new IllegalArgumentException(
                    "action branch '" + name + "': at least 2 choices are needed, but there are " + choices.length);
        }
        if (choices.length > MAX_CHOICES) {
            throw new IllegalArgumentException("action branch '" + name + "': it may have at most " + MAX_CHOICES
                    + " choices, but has " + choices.length + "; part them among several branches");
        }
        List<String> list = new ArrayList<String>(Arrays.asList(choices));
        for (String choice : list) {
            Names.valid("choice of action branch '" + name + "'", choice);
        }
        Names.unique("choices of action branch '" + name + "'", list);
        this.choices = Collections.unmodifiableList(list);
    }

    /**
     * The branch's name.
     *
     * @return unique among the actions of a behavior
     */
    public String name() {
        return name;
    }

    /**
     * The names of the choices by index.
     *
     * @return unmodifiable, two to {@value #MAX_CHOICES}
     */
    public List<String> choices() {
        return choices;
    }

    /**
     * How many choices there are.
     *
     * @return at least 2
     */
    public int size() {
        return choices.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionBranch
                && name.equals(((ActionBranch) other).name)
                && choices.equals(((ActionBranch) other).choices);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + choices.hashCode();
    }

    @Override
    public String toString() {
        return name + choices;
    }
}
