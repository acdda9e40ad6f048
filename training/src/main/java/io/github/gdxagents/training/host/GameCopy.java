package io.github.gdxagents.training.host;

import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.replay.FaultPlace;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a game, with statics of its own: its classes, its adapter's and libGDX's are loaded anew, natives too. Shared with the trainer
 * is only what {@code agent} holds, through which they talk.
 *
 * <p>The JVM loads a native library for one class loader alone, by the path of its file; libGDX unpacks into the folder for temporary files.
 * So each copy has a folder for temporary files of its own, which goes with it, while it makes an instance and in that one's first reset. What a
 * game loads later libGDX unpacks under a name of its own, and leaves there.
 *
 * <p>Box2D's natives keep the classes that they know: a copy in which a world was made stays in memory, some five megabytes and what the game
 * keeps in statics.
 *
 * <p>Thread safety: several copies may make instances at once, and take turns; the instances of one copy are used by one thread at a time.
 */
final class GameCopy extends URLClassLoader {
    private static final Logger LOG = LoggerFactory.getLogger(GameCopy.class);
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Object TEMPORARY_LOCK = new Object();
    private static final String SHARED = Simulation.class.getPackageName() + ".";

    static {
        registerAsParallelCapable();
    }

    private final Path natives;

    /** Has the classes that are on the class path now; the folder is for its natives. */
    private GameCopy(URL[] classPath, Path natives) {
        super("game copy", classPath, ClassLoader.getPlatformClassLoader());
        this.natives = natives;
    }

    /**
     * Makes a copy of all that is on the class path.
     *
     * @throws UncheckedIOException if there is no room for its natives
     */
    static GameCopy make() {
        try {
            // File and Files keep the folder that they find first: that must not be a copy's
            Files.delete(File.createTempFile("gdx-agents", null).toPath());
            return new GameCopy(classPath(), Files.createTempDirectory("gdx-agents-natives"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The natives of a copy of the game can't be unpacked in " + System.getProperty(TEMPORARY)
                            + ": free room there, or name another folder with -D" + TEMPORARY + "=…",
                    e);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean isShared = name.startsWith(SHARED) || name.equals(Disposable.class.getName());
        return isShared ? GameCopy.class.getClassLoader().loadClass(name) : super.loadClass(name, resolve);
    }

    /** By a connection of its own: the JVM's caches would share open jars with other copies, and close them with the first that goes. */
    @Override
    public InputStream getResourceAsStream(String name) {
        URL url = getResource(name);
        if (url == null) {
            return null;
        }
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        } catch (IOException e) {
            LOG.debug("{} can't be read", url, e);
            return null; // as other class loaders say it
        }
    }

    /**
     * Makes an instance of the copy.
     *
     * @param factory class of the game's factory, public and with a public constructor without parameters
     * @throws IllegalArgumentException if it can't be made, or the settings are not the game's
     */
    Simulation create(String factory, SimulationSettings settings) {
        return inItsFolder(() -> {
            try {
                // one by one, for each is another class in here than out there
                call(HeadlessGdx.class.getName(), "install");
                loadBox2D();
                return factory(factory).create(settings);
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalArgumentException(
                        factory + " can't be isolated: it must be a public class with a public constructor without"
                                + " parameters. Mend that, or train with isolated=false.",
                        wrong);
            }
        });
    }

    /** Without a world, which one thread alone will make: what that leaves in the natives would keep the copy for ever. */
    private void loadBox2D() {
        try {
            call(Box2D.class.getName(), "init");
        } catch (ReflectiveOperationException | LinkageError missing) {
            LOG.debug("no Box2D in the copy, which the game may not need", missing);
        }
    }

    /** What is likely to load natives: copies take turns in it, for they would unpack them over each other. */
    <T> T inItsFolder(Supplier<T> part) {
        synchronized (TEMPORARY_LOCK) {
            String before = System.getProperty(TEMPORARY);
            System.setProperty(TEMPORARY, natives.toString());
            try {
                return inside(part);
            } finally {
                System.setProperty(TEMPORARY, before);
            }
        }
    }

    /** Plays a part of the game in the thread that calls, whose context class loader is the copy meanwhile: libraries of the game ask it. */
    <T> T inside(Supplier<T> part) {
        Thread thread = Thread.currentThread();
        ClassLoader outside = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return part.get();
        } finally {
            thread.setContextClassLoader(outside);
        }
    }

    private SimulationFactory factory(String name) throws ReflectiveOperationException {
        try {
            return (SimulationFactory) loadClass(name).getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(
                    "The constructor of " + name + " threw " + FaultPlace.describe(thrown.getCause()) + ".", thrown);
        }
    }

    private void call(String name, String method) throws ReflectiveOperationException {
        loadClass(name).getMethod(method).invoke(null);
    }

    /** Removes the natives, where the system lets it: one that does not has them in its folder for temporary files. */
    @Override
    public void close() {
        try {
            super.close();
            List<Path> files = new ArrayList<>();
            try (Stream<Path> all = Files.walk(natives)) {
                all.forEach(files::add);
            }
            Collections.reverse(files); // what is in a folder goes before it
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.debug("{} is left", natives, e);
        }
    }
}
