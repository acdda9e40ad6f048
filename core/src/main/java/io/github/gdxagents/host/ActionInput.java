package io.github.gdxagents.host;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.InputProcessor;
import io.github.gdxagents.agent.Actions;
import java.util.Arrays;

/**
 * Keys, touches and axes that an agent's actions press, as a game sees them that asks {@code Gdx.input} or listens with an
 * {@link InputProcessor}. {@link GameFrame} shows them to the game.
 *
 * <p>In the running game what the player presses counts as well, as on a second keyboard. {@code keyTyped} is not sent, for actions write no
 * text. It is the keyboard of one agent: two that play on one keyboard are one agent with the actions of both, or need a game with an input for
 * each.
 *
 * <p>Thread safety: none. {@link #act} allocates nothing.
 */
public final class ActionInput {
    static final int LAST_KEY = 255; // Keys.MAX_KEYCODE, which older versions of libGDX don't have
    private static final int TOUCH_SLOT = LAST_KEY + 1;
    /** The pointer that actions move. */
    private static final Integer FIRST = 0;

    private final InputMapping mapping;
    /** What the last decision wants to be down, and whether for one frame alone. */
    private final boolean[] wanted = new boolean[TOUCH_SLOT + 1];

    private final boolean[] isTap = new boolean[TOUCH_SLOT + 1];
    /** What is down in this frame. */
    private final boolean[] down = new boolean[TOUCH_SLOT + 1];

    private final boolean[] justPressed = new boolean[TOUCH_SLOT + 1];
    private final float[] axes = new float[InputMapping.Axis.values().length];
    private int x;
    private int y;
    private int deltaX;
    private int deltaY;
    /** Before its first decision an agent does not move the pointer. */
    private boolean hasDecided;

    /** What a simulation's game has set, or null; in the running game the real input knows it. */
    private InputProcessor processor;

    /**
     * Presses nothing yet.
     *
     * @param mapping from actions to keys
     */
    public ActionInput(InputMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Takes the actions of a decision: they press from the next frame on.
     *
     * @param actions of the mapping's {@link InputMapping#actionSpec}
     */
    public void act(Actions actions) {
        hasDecided = true;
        for (int slot = 0; slot < wanted.length; slot++) {
            wanted[slot] &= isTap[slot] && !down[slot]; // no frame has shown it yet
        }
        mapping.apply(actions, this);
    }

    /** Lets everything go without a word to the game, and forgets its processor: for a new episode, in which the game is made anew. */
    public void reset() {
        Arrays.fill(wanted, false);
        Arrays.fill(isTap, false);
        Arrays.fill(down, false);
        Arrays.fill(justPressed, false);
        Arrays.fill(axes, 0);
        x = 0;
        y = 0;
        deltaX = 0;
        deltaY = 0;
        hasDecided = false;
        processor = null;
    }

    void press(int key, boolean tap) {
        int slot = slot(key);
        isTap[slot] = tap && !(wanted[slot] && !isTap[slot]); // who holds it wins
        wanted[slot] = true;
    }

    void move(InputMapping.Axis axis, float value) {
        axes[axis.ordinal()] = value;
    }

    private static int slot(int key) {
        return key == Press.TOUCH ? TOUCH_SLOT : key;
    }

    private float axis(InputMapping.Axis axis) {
        return axes[axis.ordinal()];
    }

    /** A frame of the game begins: presses and lets go, and tells who listens. There is no real input in a simulation. */
    void beginFrame(Input real) {
        InputProcessor listener = real == null ? processor : real.getInputProcessor();
        if (mapping.hasPointer()) {
            movePointer(listener);
        } else if (real != null) { // a touch is where the player's pointer is
            x = real.getX();
            y = real.getY();
        }
        for (int slot = 0; slot < wanted.length; slot++) {
            // a tap over a key that is down already lets it go first, for a frame
            boolean isDown = wanted[slot] && !(isTap[slot] && down[slot]);
            boolean changes = isDown != down[slot];
            justPressed[slot] = changes && isDown;
            down[slot] = isDown;
            if (changes && listener != null) {
                tell(listener, slot, isDown);
            }
        }
    }

    /** The frame is over: what was tapped is let go in the next. */
    void endFrame() {
        for (int slot = 0; slot < wanted.length; slot++) {
            justPressed[slot] = false;
            wanted[slot] &= !(isTap[slot] && down[slot]);
        }
    }

    private void tell(InputProcessor listener, int slot, boolean isDown) {
        if (slot != TOUCH_SLOT) {
            if (isDown) {
                listener.keyDown(slot);
            } else {
                listener.keyUp(slot);
            }
        } else if (isDown) {
            listener.touchDown(x, y, 0, Input.Buttons.LEFT);
        } else {
            listener.touchUp(x, y, 0, Input.Buttons.LEFT);
        }
    }

    private void movePointer(InputProcessor listener) {
        if (!hasDecided) {
            return;
        }
        int newX = Math.round((axis(InputMapping.Axis.POINTER_X) + 1) / 2 * (Gdx.graphics.getWidth() - 1));
        int newY = Math.round((1 - axis(InputMapping.Axis.POINTER_Y)) / 2 * (Gdx.graphics.getHeight() - 1));
        deltaX = newX - x;
        deltaY = newY - y;
        x = newX;
        y = newY;
        if (listener != null && (deltaX != 0 || deltaY != 0)) {
            if (down[TOUCH_SLOT]) {
                listener.touchDragged(x, y, 0);
            } else {
                listener.mouseMoved(x, y);
            }
        }
    }

    /** Answers a call of {@link Input}, or gives {@link ThreadView#UNANSWERED}: then the real input answers. */
    Object answer(String method, Object[] args, Input real) {
        switch (method) {
            case "isKeyPressed":
                return isOn(down, (Integer) args[0]) || real != null && real.isKeyPressed((Integer) args[0]);
            case "isKeyJustPressed":
                return isOn(justPressed, (Integer) args[0]) || real != null && real.isKeyJustPressed((Integer) args[0]);
            case "isTouched":
                return isTouched(args)
                        || real != null && (args == null ? real.isTouched() : real.isTouched((Integer) args[0]));
            case "justTouched":
                return justPressed[TOUCH_SLOT] || real != null && real.justTouched();
            case "isButtonPressed":
                return isLeft(args) && down[TOUCH_SLOT] || real != null && real.isButtonPressed((Integer) args[0]);
            case "isButtonJustPressed":
                return isLeft(args) && justPressed[TOUCH_SLOT]
                        || real != null && real.isButtonJustPressed((Integer) args[0]);
            case "setInputProcessor":
                if (real != null) { // the player's keys arrive there, too
                    return ThreadView.UNANSWERED;
                }
                processor = (InputProcessor) args[0];
                return null;
            case "getInputProcessor":
                return real == null ? processor : ThreadView.UNANSWERED;
            case "getMaxPointers":
                return real == null ? (Object) 1 : ThreadView.UNANSWERED;
            default:
                return answerOfAxis(method, args);
        }
    }

    private Object answerOfAxis(String method, Object[] args) {
        boolean isPointer = mapping.hasPointer() && (args == null || FIRST.equals(args[0]));
        switch (method) {
            case "getX":
                return isPointer ? (Object) x : ThreadView.UNANSWERED;
            case "getY":
                return isPointer ? (Object) y : ThreadView.UNANSWERED;
            case "getDeltaX":
                return isPointer ? (Object) deltaX : ThreadView.UNANSWERED;
            case "getDeltaY":
                return isPointer ? (Object) deltaY : ThreadView.UNANSWERED;
            case "getAccelerometerX":
                return acceleration(InputMapping.Axis.ACCELEROMETER_X);
            case "getAccelerometerY":
                return acceleration(InputMapping.Axis.ACCELEROMETER_Y);
            case "getAccelerometerZ":
                return acceleration(InputMapping.Axis.ACCELEROMETER_Z);
            case "isPeripheralAvailable":
                return mapping.hasAccelerometer() && args[0] == Input.Peripheral.Accelerometer
                        ? (Object) true
                        : ThreadView.UNANSWERED;
            default:
                return ThreadView.UNANSWERED;
        }
    }

    private Object acceleration(InputMapping.Axis axis) {
        return mapping.hasAccelerometer() ? (Object) axis(axis) : ThreadView.UNANSWERED;
    }

    private static boolean isOn(boolean[] keys, int key) {
        if (key != Input.Keys.ANY_KEY) {
            return key >= 0 && key <= LAST_KEY && keys[key];
        }
        for (int each = 0; each <= LAST_KEY; each++) {
            if (keys[each]) {
                return true;
            }
        }
        return false;
    }

    private boolean isTouched(Object[] args) {
        return down[TOUCH_SLOT] && (args == null || FIRST.equals(args[0]));
    }

    private static boolean isLeft(Object[] args) {
        return args[0].equals(Input.Buttons.LEFT);
    }
}
