package io.github.gdxagents.host;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import java.util.ArrayList;
import java.util.List;

/**
 * Which keys, touches and axes the actions of an agent stand for. It declares the actions, too, so that names and meaning can't part:
 *
 * <pre>{@code
 * InputMapping mapping = InputMapping.builder()
 *         .branch("run", Press.nothing("stay"), Press.hold("left", Keys.LEFT), Press.hold("right", Keys.RIGHT))
 *         .branch("jump", Press.nothing("no"), Press.tap("yes", Keys.UP))
 *         .build();
 * BehaviorSpec behavior = BehaviorSpec.builder("runner").action(mapping.actionSpec())…
 * }</pre>
 *
 * <p>Thread safety: immutable.
 */
public final class InputMapping {
    private final ActionSpec spec;
    private final Press[][] branches;
    private final Continuous[] continuous;

    private InputMapping(Builder builder) {
        spec = builder.spec.build();
        branches = builder.branches.toArray(new Press[0][]);
        continuous = builder.continuous.toArray(new Continuous[0]);
    }

    /**
     * Starts a mapping.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The actions that it declares.
     *
     * @return continuous values and branches in the order in which the builder was given them
     */
    public ActionSpec actionSpec() {
        return spec;
    }

    /** Whether some action moves the pointer; else the pointer is the real one. */
    boolean hasPointer() {
        return has(Axis.POINTER_X) || has(Axis.POINTER_Y);
    }

    /** Whether some action tilts the device. */
    boolean hasAccelerometer() {
        return has(Axis.ACCELEROMETER_X) || has(Axis.ACCELEROMETER_Y) || has(Axis.ACCELEROMETER_Z);
    }

    private boolean has(Axis axis) {
        for (Continuous each : continuous) {
            if (each.axis == axis) {
                return true;
            }
        }
        return false;
    }

    /** Presses what the actions stand for. */
    void apply(Actions actions, ActionInput input) {
        for (int b = 0; b < branches.length; b++) {
            Press press = branches[b][actions.discrete(b)];
            for (int key : press.keys) {
                input.press(key, press.isTap);
            }
        }
        for (int i = 0; i < continuous.length; i++) {
            continuous[i].apply(actions.continuous(i), input);
        }
    }

    /** What a continuous action may move. */
    enum Axis {
        KEYS,
        POINTER_X,
        POINTER_Y,
        ACCELEROMETER_X,
        ACCELEROMETER_Y,
        ACCELEROMETER_Z
    }

    private static final class Continuous {
        private final Axis axis;
        private final int low;
        private final int high;
        private final float scale;

        Continuous(Axis axis, float scale) {
            this(axis, 0, 0, scale);
        }

        Continuous(Axis axis, int low, int high, float scale) {
            this.axis = axis;
            this.low = low;
            this.high = high;
            this.scale = scale;
        }

        void apply(float value, ActionInput input) {
            if (axis != Axis.KEYS) {
                input.move(axis, value * scale);
            } else if (value < -scale) {
                input.press(low, false);
            } else if (value > scale) {
                input.press(high, false);
            }
        }
    }

    /** Collects the actions in order. Thread safety: none. */
    public static final class Builder {
        private final ActionSpec.Builder spec = ActionSpec.builder();
        private final List<Press[]> branches = new ArrayList<Press[]>();
        private final List<Continuous> continuous = new ArrayList<Continuous>();

        private Builder() {}

        /**
         * Adds a branch.
         *
         * @param name of the branch
         * @param choices two or more; the first is what an agent at rest does
         * @return this
         * @throws IllegalArgumentException if the names are invalid, or there are too few or too many choices
         */
        public Builder branch(String name, Press... choices) {
            String[] names = new String[choices.length];
            for (int c = 0; c < names.length; c++) {
                names[c] = choices[c].name;
            }
            spec.branch(name, names);
            branches.add(choices.clone());
            return this;
        }

        /**
         * Adds a continuous action that holds one of two keys, or none around the middle.
         *
         * @param name of the action
         * @param low key that is held below {@code -deadZone}
         * @param high key that is held above {@code deadZone}
         * @param deadZone 0 to 1
         * @return this
         * @throws IllegalArgumentException if the name, a key or the dead zone is invalid
         */
        public Builder keys(String name, int low, int high, float deadZone) {
            Press.hold(name, low, high); // says which key is none
            if (!(deadZone >= 0 && deadZone <= 1)) {
                throw new IllegalArgumentException(
                        "action '" + name + "': the dead zone must be 0 to 1, but is " + deadZone);
            }
            return add(name, new Continuous(Axis.KEYS, low, high, deadZone));
        }

        /**
         * Adds two continuous actions that move the pointer (the finger or the mouse): (-1, -1) is the lower left corner of the screen, (1, 1)
         * the upper right one.
         *
         * @param x name of the horizontal action
         * @param y name of the vertical action
         * @return this
         * @throws IllegalArgumentException if a name is invalid
         */
        public Builder pointer(String x, String y) {
            add(x, new Continuous(Axis.POINTER_X, 1));
            return add(y, new Continuous(Axis.POINTER_Y, 1));
        }

        /**
         * Adds a continuous action that tilts the device: its acceleration along x.
         *
         * @param name of the action
         * @param most m/s² at 1, and its opposite at -1; 10 is the device on its side
         * @return this
         * @throws IllegalArgumentException if the name is invalid
         */
        public Builder accelerometerX(String name, float most) {
            return add(name, new Continuous(Axis.ACCELEROMETER_X, most));
        }

        /**
         * The same along y.
         *
         * @param name of the action
         * @param most m/s² at 1, and its opposite at -1
         * @return this
         * @throws IllegalArgumentException if the name is invalid
         */
        public Builder accelerometerY(String name, float most) {
            return add(name, new Continuous(Axis.ACCELEROMETER_Y, most));
        }

        /**
         * The same along z.
         *
         * @param name of the action
         * @param most m/s² at 1, and its opposite at -1
         * @return this
         * @throws IllegalArgumentException if the name is invalid
         */
        public Builder accelerometerZ(String name, float most) {
            return add(name, new Continuous(Axis.ACCELEROMETER_Z, most));
        }

        private Builder add(String name, Continuous action) {
            for (Continuous other : continuous) {
                if (action.axis != Axis.KEYS && other.axis == action.axis) {
                    throw new IllegalArgumentException(
                            "action '" + name + "': another one moves " + action.axis + " already; one must be enough");
                }
            }
            if (!(Math.abs(action.scale) < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "action '" + name + "': the most that it tilts must be a number, but is " + action.scale);
            }
            spec.continuous(name);
            continuous.add(action);
            return this;
        }

        /**
         * Makes the mapping.
         *
         * @return the mapping
         * @throws IllegalArgumentException if there is no action, or a name is used twice
         */
        public InputMapping build() {
            return new InputMapping(this);
        }
    }
}
