package io.github.gdxagents.box2d;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test looks at a JVM of its own: natives are loaded once in a process. */
class Box2DNativesTest {
    /** What a game and its check need, found where this JVM has it; the jars of natives hold those of all desktops. */
    private static final Map<String, String> CLASS_PATH = new LinkedHashMap<>();

    static {
        CLASS_PATH.put("tests", home("io/github/gdxagents/box2d/BallGameMain.class"));
        CLASS_PATH.put("core", home("io/github/gdxagents/box2d/Box2DNatives.class"));
        CLASS_PATH.put("gdx", home("com/badlogic/gdx/math/Vector2.class"));
        CLASS_PATH.put("gdx-jnigen-loader", home("com/badlogic/gdx/utils/SharedLibraryLoader.class"));
        CLASS_PATH.put("gdx-box2d", home("com/badlogic/gdx/physics/box2d/World.class"));
        CLASS_PATH.put("gdx-platform", home("libgdx64.so"));
        CLASS_PATH.put("gdx-box2d-platform", home("libgdx-box2d64.so"));
    }

    private static String home(String resource) {
        String url =
                Box2DNativesTest.class.getClassLoader().getResource(resource).toString();
        String root = url.substring(0, url.length() - resource.length());
        String file = root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - "!/".length()) : root;
        return Path.of(URI.create(file)).toString();
    }

    private static String run(String missing, String... tasks) throws Exception {
        Map<String, String> classPath = new LinkedHashMap<>(CLASS_PATH);
        classPath.remove(missing);
        return run(Path.of("."), classPath, List.of(), tasks);
    }

    private static String run(Path folder, Map<String, String> classPath, List<String> properties, String... tasks)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(
                List.of("-cp", String.join(File.pathSeparator, classPath.values()), BallGameMain.class.getName()));
        command.addAll(List.of(tasks));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void aGameThatNeverHeardOfNativesIsCheckedAndThenPlayedOnManyThreads() throws Exception {
        assertThat(run("nothing", "check", "play")).contains("0 errors, 0 warnings", "1 of 8 differ");
    }

    @Test
    void manyThreadsMayPrepareAtOnce() throws Exception {
        assertThat(run("nothing", "play", "require")).contains("1 of 8 differ", "there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gdx-platform", "gdx-box2d-platform", "gdx-box2d"})
    void aGameWithoutBox2dNeedsNoneOfIt(String jar) throws Exception {
        assertThat(run(jar, "check-without-box2d", "prepare", "require"))
                .contains("0 errors, 0 warnings")
                .contains("refused: Box2D can't be used here: ")
                .contains("gdx-platform and gdx-box2d-platform with the classifier natives-desktop")
                .containsPattern("because: \\S+(Error|Exception): ");
    }

    /** Below a file there can be no folder. */
    @Test
    void whereNativesCannotBeUnpackedThatIsSaid(@TempDir Path folder) throws Exception {
        String file = Files.createFile(folder.resolve(".temp")).toString();
        assertThat(run(
                        folder,
                        CLASS_PATH,
                        List.of("-Djava.io.tmpdir=" + file, "-Duser.home=" + file, "-Djava.library.path=" + file),
                        "require"))
                .contains("refused: Box2D can't be used here: ", "java.io.tmpdir")
                .doesNotContain("class path")
                .contains("because: com.badlogic.gdx.utils.SharedLibraryLoadRuntimeException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gdx-platform", "gdx-box2d-platform"})
    void theCheckSaysWhatAGameWithBox2dMisses(String jar) throws Exception {
        assertThat(run(jar, "check"))
                .contains("ERROR NATIVES_MISSING reset()")
                .contains("remedy: add gdx-platform and gdx-box2d-platform, both with the classifier natives-desktop")
                .contains("Box2DNatives.prepare()");
    }
}
