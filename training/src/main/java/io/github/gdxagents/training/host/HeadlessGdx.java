package io.github.gdxagents.training.host;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.backends.headless.HeadlessApplication;
import com.badlogic.gdx.backends.headless.HeadlessApplicationConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills {@code Gdx} with what needs no display, so that whole screens of a game can be made and stepped in a trainer or a test: files, sound
 * that is silent, and an OpenGL that draws nothing. What belongs to one instance of the game (its keys, its time, its preferences) is shown by
 * {@link io.github.gdxagents.host.GameFrame}.
 *
 * <p>The trainer does this before it makes an instance; a game's own tests call {@link #install} before theirs.
 *
 * <p>Thread safety: any thread may call it.
 */
public final class HeadlessGdx {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessGdx.class);

    private HeadlessGdx() {}

    /** Does nothing where an application runs already, such as a window, or where libGDX's natives are missing, which a game may not need. */
    public static synchronized void install() {
        if (Gdx.app != null) {
            return;
        }
        HeadlessApplicationConfiguration once = new HeadlessApplicationConfiguration();
        once.updatesPerSecond = -1; // its thread ends at once: instances are stepped by the trainer's
        try {
            new Instanced(once);
        } catch (RuntimeException | LinkageError missing) {
            LOG.debug("no headless application", missing);
            return;
        }
        Gdx.gl20 = SilentOpenGL.make();
        Gdx.gl = Gdx.gl20;
    }

    /** Without what would be one for all instances: each has its own in its frames. */
    private static final class Instanced extends HeadlessApplication {
        private static final String REMEDY =
                ": all instances would share it; make and step the game in a GameFrame (io.github.gdxagents.host)";

        Instanced(HeadlessApplicationConfiguration configuration) {
            super(new ApplicationAdapter() {}, configuration);
        }

        @Override
        public Preferences getPreferences(String name) {
            throw new IllegalStateException("Gdx.app.getPreferences(" + name + ") outside of a frame" + REMEDY);
        }

        @Override
        public void postRunnable(Runnable runnable) {
            throw new IllegalStateException("Gdx.app.postRunnable outside of a frame" + REMEDY);
        }
    }
}
