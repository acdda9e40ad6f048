package io.github.gdxagents.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import com.badlogic.gdx.utils.SharedLibraryLoadRuntimeException;
import java.io.IOException;

/**
 * Makes Box2D ready for worlds on several threads.
 *
 * <p>Box2D's first world and first contact fill tables that all worlds share, without a lock (box2d issue 527, mended in a version that
 * libGDX doesn't have): two threads that begin at once may find them half full. And a body needs the natives of libGDX itself, which
 * {@link Box2D#init} doesn't load. {@link #prepare} does all of that once, on one thread.
 *
 * <p>The check, the trainer and the window call it before they make an instance. A game that steps worlds on threads of its own calls it
 * before the first of them.
 *
 * <p>Thread safety: any thread may call it; others that call it meanwhile wait until it is done.
 */
public final class Box2DNatives {
    private static final Throwable PROBLEM = load(); // null: none; the class loader lets one thread in

    private Box2DNatives() {}

    /**
     * Makes Box2D ready, if it can be had; a game without Box2D need not have it. The first call takes some tens of milliseconds, others
     * nothing.
     */
    public static void prepare() {
        // loading this class has done it
    }

    /**
     * Makes Box2D ready, in a game that can't do without it.
     *
     * @throws UnsatisfiedLinkError if it can't be used; says what to do, and has the cause
     */
    public static void require() {
        if (PROBLEM != null) {
            Error error = new UnsatisfiedLinkError("Box2D can't be used here: " + PROBLEM + ". " + remedy());
            error.initCause(PROBLEM);
            throw error;
        }
    }

    private static Throwable load() {
        try {
            GdxNativesLoader.load();
            Box2D.init();
            Tables.fill();
            return null;
        } catch (RuntimeException | LinkageError problem) {
            return problem;
        }
    }

    private static String remedy() {
        boolean isNotLinked = false;
        for (Throwable cause = PROBLEM; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return "Its natives can't be unpacked: let the game write to the folder for temporary files"
                        + " (the system property java.io.tmpdir), or free room there.";
            }
            isNotLinked |= cause instanceof NoClassDefFoundError
                    || cause instanceof UnsatisfiedLinkError
                    || cause instanceof SharedLibraryLoadRuntimeException;
        }
        return isNotLinked
                ? "Add gdx-box2d, and gdx-platform and gdx-box2d-platform with the classifier natives-desktop, to the"
                        + " class path."
                : "The cause says more.";
    }

    /** Apart, so that the class around it can be loaded where Box2D's classes are missing. */
    private static final class Tables {
        static void fill() {
            World world = new World(new Vector2(), true);
            CircleShape shape = new CircleShape();
            shape.setRadius(1);
            BodyDef definition = new BodyDef();
            for (BodyDef.BodyType type :
                    new BodyDef.BodyType[] {BodyDef.BodyType.StaticBody, BodyDef.BodyType.DynamicBody}) {
                definition.type = type;
                world.createBody(definition).createFixture(shape, 1);
            }
            shape.dispose();
            world.step(1, 1, 1); // the first contact
            world.dispose();
        }
    }
}
