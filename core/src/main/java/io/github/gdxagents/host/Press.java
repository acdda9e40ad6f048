package io.github.gdxagents.host;

/**
 * One choice of a branch of actions, and what it presses.
 *
 * <p>Thread safety: immutable.
 */
public final class Press {
    /** The finger, or the left mouse button, in place of a key. */
    static final int TOUCH = -2;

    private static final int[] NO_KEYS = {};

    final String name;
    final int[] keys;
    final boolean isTap;

    private Press(String name, boolean isTap, int... keys) {
        this.name = name;
        this.keys = keys;
        this.isTap = isTap;
    }

    /**
     * A choice that presses nothing.
     *
     * @param name of the choice
     * @return the choice
     */
    public static Press nothing(String name) {
        return new Press(name, false, NO_KEYS);
    }

    /**
     * Holds keys down until a decision chooses something else. A key that two decisions in a row hold is "just pressed" in the first frame
     * alone.
     *
     * @param name of the choice
     * @param keys of {@code com.badlogic.gdx.Input.Keys}
     * @return the choice
     * @throws IllegalArgumentException if there is no such key, or none is given
     */
    public static Press hold(String name, int... keys) {
        return new Press(name, false, valid(name, keys));
    }

    /**
     * Presses keys in the frame after the decision, and lets them go in the next: each decision that chooses it presses them anew. A key must be let
     * go before it can be pressed again, so that an agent that decides in every frame presses in every second.
     *
     * @param name of the choice
     * @param keys of {@code com.badlogic.gdx.Input.Keys}
     * @return the choice
     * @throws IllegalArgumentException if there is no such key, or none is given
     */
    public static Press tap(String name, int... keys) {
        return new Press(name, true, valid(name, keys));
    }

    /**
     * Holds the finger (pointer 0) on the screen, and the left mouse button, until a decision chooses something else.
     *
     * @param name of the choice
     * @return the choice
     */
    public static Press touch(String name) {
        return new Press(name, false, TOUCH);
    }

    /**
     * Touches the screen in the frame after the decision alone.
     *
     * @param name of the choice
     * @return the choice
     */
    public static Press tapScreen(String name) {
        return new Press(name, true, TOUCH);
    }

    private static int[] valid(String name, int... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("choice '" + name + "' presses no key; give one, or use Press.nothing");
        }
        for (int key : keys) {
            if (key < 0 || key > ActionInput.LAST_KEY) {
                throw new IllegalArgumentException("choice '" + name + "': keys are 0 to " + ActionInput.LAST_KEY
                        + ", but one is " + key + "; use the constants of Input.Keys");
            }
        }
        return keys.clone();
    }
}
