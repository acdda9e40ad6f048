package io.github.gdxagents.host;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.Files;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.utils.Array;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs frames of an existing game, which finds in {@code Gdx} what this frame shows it: the keys that an agent's actions press, and, in a
 * simulation, a fixed frame time and a screen of a fixed size.
 *
 * <p>In a simulation, of which many may run side by side on several threads:
 *
 * <pre>{@code
 * GameFrame frame = GameFrame.fixed(input, 1f / 60, 800, 480);
 * // reset(seed):
 * frame.reset();
 * frame.run(() -> { screen = new PlayScreen(…); screen.show(); });
 * // step():
 * frame.run(() -> screen.render(1f / 60));
 * }</pre>
 *
 * <p>In the running game {@code new GameFrame(input)} shows the keys alone, over the player's; time and screen are the real ones:
 *
 * <pre>{@code
 * public void render() { // of a listener around the game's
 *     driver.update(Gdx.graphics.getDeltaTime());
 *     frame.run(game);  // a Runnable that calls game.render()
 * }
 * }</pre>
 *
 * <p>A fixed frame also keeps runnables that are posted ({@code Gdx.app.postRunnable}) for its own next frame, preferences in memory
 * instead of the player's files, what the game saves ({@code Gdx.files.external} and {@code local}) in a temporary folder of its own until the
 * reset, and lets {@code Gdx.app.exit()} pass. What {@code Gdx} has else (assets, sound, OpenGL) it leaves as it is: the trainer puts there
 * what needs no display.
 *
 * <p>It stands in for {@code Gdx.input}, and a fixed one for {@code Gdx.graphics} and {@code Gdx.app}, from its first frame on; on a thread
 * in which none of its frames runs these are as before. Each call through them costs a few tens of nanoseconds and some bytes.
 *
 * <p>Thread safety: one frame is used by one thread at a time; different ones run on different threads at once.
 */
public final class GameFrame {
    private static final ThreadLocal<GameFrame> RUNNING = new ThreadLocal<GameFrame>();

    private final ActionInput input;
    private final boolean isFixed;
    private final float deltaTime;
    private final int width;
    private final int height;
    private final Array<Runnable> posted = new Array<Runnable>();
    private final Map<String, Preferences> preferences = new HashMap<String, Preferences>();
    private final EpisodeFiles files = new EpisodeFiles();
    private ApplicationListener listener;
    private long frames;

    /**
     * Frames of the running game, with the real time and screen.
     *
     * @param input what the agent's actions press
     */
    public GameFrame(ActionInput input) {
        this(input, false, 0, 0, 0);
    }

    private GameFrame(ActionInput input, boolean isFixed, float deltaTime, int width, int height) {
        this.input = input;
        this.isFixed = isFixed;
        this.deltaTime = deltaTime;
        this.width = width;
        this.height = height;
    }

    /**
     * Frames of a simulation.
     *
     * @param input what the agent's actions press
     * @param deltaTime seconds that a frame takes for the game, above 0
     * @param width of the screen that the game finds, in pixels, at least 1
     * @param height of the screen, at least 1
     * @return frames that depend on nothing but their game
     * @throws IllegalArgumentException if a number is out of range
     */
    public static GameFrame fixed(ActionInput input, float deltaTime, int width, int height) {
        if (!(deltaTime > 0 && deltaTime < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a frame must take more than 0 seconds, but takes " + deltaTime);
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "the screen must have at least 1 x 1 pixels, but has " + width + " x " + height);
        }
        return new GameFrame(input, true, deltaTime, width, height);
    }

    /**
     * Says what {@code Gdx.app.getApplicationListener()} gives in a simulation, for games that ask for themselves there.
     *
     * @param game of this frame; say it in the frame that makes the game
     */
    public void setListener(ApplicationListener game) {
        listener = game;
    }

    static GameFrame ofThisThread() {
        return RUNNING.get();
    }

    /**
     * Begins an episode: nothing is pressed, posted or remembered, and the game is not told that keys were let go. Call it in a simulation
     * before the frame that makes the game, and in the running game whenever the agent is bound to another screen, or to none any more.
     */
    public void reset() {
        input.reset();
        posted.clear();
        preferences.clear();
        files.clear();
        listener = null;
        frames = 0;
    }

    /**
     * Runs a frame: the actions' keys go down and up and listeners are told, what was posted in the frame before runs, then the game.
     *
     * @param game makes or steps the game; make it once, and not anew in each frame
     */
    public void run(Runnable game) {
        GameFrame outer = RUNNING.get();
        RUNNING.set(this);
        try {
            show(isFixed);
            input.beginFrame(player());
            runPosted();
            game.run();
        } finally {
            input.endFrame();
            frames++;
            RUNNING.set(outer);
        }
    }

    /** Null in a simulation: a window's player, and its own listener, have nothing to do with it. */
    private Input player() {
        return isFixed ? null : ThreadView.real(Input.class, Gdx.input);
    }

    /** Anew in each frame, since windows set these fields whenever they draw; one thread after the other, since all share them. */
    private static synchronized void show(boolean isFixed) {
        Gdx.input = ThreadView.of(Input.class, Gdx.input, GameFrame::answerOfInput);
        if (isFixed) {
            Gdx.graphics = ThreadView.of(Graphics.class, Gdx.graphics, GameFrame::answerOfGraphics);
            Gdx.app = ThreadView.of(Application.class, Gdx.app, GameFrame::answerOfApplication);
            Gdx.files = ThreadView.of(Files.class, Gdx.files, GameFrame::answerOfFiles);
        }
    }

    /** What is posted meanwhile waits for the next frame. */
    private void runPosted() {
        if (posted.size == 0) {
            return;
        }
        Runnable[] due = posted.toArray(Runnable.class); // of this frame alone: one of them may run another
        posted.clear();
        for (Runnable each : due) {
            each.run();
        }
    }

    /** Of the input behind the view that was asked: a game may have put its own before it. */
    private Object answerOfInput(Method method, Object[] args, Object real) {
        if (isFixed && method.getName().equals("getCurrentEventTime")) {
            return (long) (frames * 1e9 * deltaTime);
        }
        Object answer = input.answer(method.getName(), args, isFixed ? null : (Input) real);
        return answer == ThreadView.UNANSWERED && isFixed && method.getDeclaringClass() == Input.class
                ? ThreadView.nothing(method.getReturnType())
                : answer;
    }

    private Object answerOfGraphics(Method method, Object[] args, Object real) {
        if (!isFixed) {
            return ThreadView.UNANSWERED;
        }
        switch (method.getName()) {
            case "getDeltaTime":
            case "getRawDeltaTime":
                return deltaTime;
            case "getFrameId":
                return frames;
            case "getFramesPerSecond":
                return Math.round(1 / deltaTime);
            case "getWidth":
            case "getBackBufferWidth":
                return width;
            case "getHeight":
            case "getBackBufferHeight":
                return height;
            case "getGL20":
                return Gdx.gl20;
            case "getBackBufferScale":
            case "getDensity":
                return 1f;
            case "getDisplayMode":
                return args == null ? new Mode(width, height, Math.round(1 / deltaTime)) : ThreadView.UNANSWERED;
            default:
                return ThreadView.UNANSWERED;
        }
    }

    private Object answerOfApplication(Method method, Object[] args, Object real) {
        if (!isFixed) {
            return ThreadView.UNANSWERED;
        }
        switch (method.getName()) {
            case "getApplicationListener":
                return listener == null ? ThreadView.UNANSWERED : listener;
            case "postRunnable":
                posted.add((Runnable) args[0]);
                return null;
            case "getPreferences":
                return preferences((String) args[0]);
            case "exit":
                return null;
            default:
                return ThreadView.UNANSWERED;
        }
    }

    /** What a game saves is its instance's, until the reset. */
    private Object answerOfFiles(Method method, Object[] args, Object real) {
        boolean isExternal = method.getName().equals("external");
        if (!isFixed || !isExternal && !method.getName().equals("local")) {
            return ThreadView.UNANSWERED;
        }
        return isExternal ? files.external((String) args[0]) : files.local((String) args[0], (Files) real);
    }

    private static final class Mode extends Graphics.DisplayMode {
        Mode(int width, int height, int refreshRate) {
            super(width, height, refreshRate, 32);
        }
    }

    private Preferences preferences(String name) {
        Preferences known = preferences.get(name);
        if (known == null) {
            known = PreferencesInMemory.make();
            preferences.put(name, known);
        }
        return known;
    }
}
