package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DesktopCommandTest {
    @TempDir
    private Path folder;

    private final List<Launch> launches = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = DesktopCommand.commandLine(launch -> {
            launches.add(launch);
            return 0;
        });
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(args);
    }

    private Launch launch(String... args) {
        assertThat(run(args)).as(err.toString()).isZero();
        return launches.get(0);
    }

    @Test
    void withoutArgumentsTheMenuOpens() {
        assertThat(launch().game()).isNull();
    }

    @Test
    void playMeansTheKeyboard() {
        Launch launch = launch("play", "lander", "--seed", "7", "--speed", "0.5");

        assertThat(launch.game()).isEqualTo("lander");
        assertThat(launch.mode()).isEqualTo(Launch.Mode.PLAY);
        assertThat(launch.window().seed).isEqualTo(7);
        assertThat(launch.window().speed).isEqualTo(0.5);
    }

    @Test
    void optionsOfTheWindowCountBeforeTheCommandToo() {
        assertThat(launch("--seed", "7", "play", "lander").window().seed).isEqualTo(7);
    }

    @Test
    void watchMeansTheBundledPolicyUnlessAnotherIsNamed() {
        assertThat(launch("watch", "lander").mode()).isEqualTo(Launch.Mode.POLICY);
        assertThat(launches.get(0).files()).isEmpty();
        launches.clear();
        Launch named = launch("watch", "lander", "--policy", "my.policy", "--stochastic");
        assertThat(named.files()).containsExactly(Path.of("my.policy"));
        assertThat(named.stochastic()).isTrue();
        launches.clear();
        assertThat(launch("watch", "lander", "--heuristic").mode()).isEqualTo(Launch.Mode.HEURISTIC);
    }

    @Test
    void policyAndHeuristicExcludeEachOther() {
        assertThat(run("watch", "lander", "--heuristic", "--policy", "my.policy"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--policy").contains("--heuristic").contains("exclusive");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        int status = run(
                "play",
                "landr",
                "--speed",
                "40",
                "--width",
                "3",
                "--frames",
                "-1",
                "--screenshot",
                "no/such/folder/a.png");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .contains("landr")
                .contains("--speed must be from 0.25 to 16.0, but is 40.0")
                .contains("--width must be from 320 to 8192 pixels, but is 3")
                .contains("--frames must be at least 1, but is -1")
                .contains("--screenshot: the folder")
                .doesNotContain("\tat ");
        assertThat(launches).isEmpty();
    }

    @Test
    void aPictureIsNotWrittenOverAnotherFile(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("best.policy"), "learned for hours");
        assertThat(run("watch", "lander", "--screenshot", policy.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--screenshot: there is '" + policy + "' already, which is no PNG");
        assertThat(run("watch", "lander", "--screenshot", folder.toString())).isEqualTo(2);
        assertThat(launches).isEmpty();

        Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
        assertThat(run("watch", "lander", "--screenshot", picture.toString()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void aMisspeltOptionGetsASuggestion() {
        assertThat(run("watch", "lander", "--sped", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed").contains("watch --help");
    }

    private Path replayOf(String game) throws IOException {
        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        byte[] bytes = ReplayFile.toBytes(new Replay(game, Map.of(), episode, "why"));
        return Files.write(folder.resolve("some.replay"), bytes);
    }

    @Test
    void aReplayNamesItsGame() throws IOException {
        Path file = replayOf("lander-continuous");
        Launch launch = launch("replay", file.toString(), "--speed", "2");
        assertThat(launch.isReplay()).isTrue();
        assertThat(launch.game()).isEqualTo("lander-continuous");
        assertThat(launch.replayFile()).isEqualTo(file);
        assertThat(launch.replay().note()).isEqualTo("why");
        assertThat(launch.window().speed).isEqualTo(2);
        assertThat(launch.policyFiles()).isEmpty();
    }

    @Test
    void aReplayThatCantBeReadIsAMessage() throws IOException {
        Path file = folder.resolve("bad.replay");
        assertThat(run("replay", file.toString())).isEqualTo(1);
        Files.writeString(file, "this is no replay");
        assertThat(run("replay", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("bad.replay': it can't be read")
                .contains("bad.replay': it does not begin as a replay does")
                .doesNotContain("\tat ");
        assertThat(launches).isEmpty();
    }

    @Test
    void noTerminalObeysTheNameOfAGame() throws IOException {
        assertThat(run("replay", replayOf("x\u001b[2J\u0007").toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no game 'x\\u001b[2J\\u0007'")
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void aReplayOfAGameThatIsNotOnTheClassPathSaysWhatToDo() throws IOException {
        assertThat(run("replay", replayOf("com.acme.MothGameFactory").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "some.replay': There is no class com.acme.MothGameFactory on the class path. Add the jar or folder")
                .contains("--class-path");
        assertThat(launches).isEmpty();
    }

    @Test
    void aGameMayBeAnyFactoryOnTheClassPath() throws IOException {
        String game = BallSimulation.Factory.class.getName();
        assertThat(launch("watch", game, "--heuristic").game()).isEqualTo(game);
        launches.clear();
        assertThat(launch("replay", replayOf(game).toString()).game()).isEqualTo(game);
        launches.clear();
        assertThat(run("play", "java.lang.String")).isEqualTo(2);
        assertThat(err.toString()).contains("Class java.lang.String is no game: it must implement");
        assertThat(launches).isEmpty();
    }

    @Test
    void theFolderOfAGameMeansItsLastRun() throws IOException {
        for (String run : new String[] {"b-first", "a-second"}) {
            Path path = Files.createDirectory(folder.resolve(run));
            Files.createFile(path.resolve("best.policy"));
            long second = run.equals("a-second") ? 2000 : 1000;
            Files.setLastModifiedTime(
                    Files.createFile(path.resolve("config.yaml")), FileTime.fromMillis(1000 * second));
        }
        Files.createDirectory(folder.resolve("c-without"));
        assertThat(launch("watch", "lander", "--policy", folder.toString()).files())
                .containsExactly(folder.resolve("a-second").resolve("best.policy"));
    }

    @Test
    void theFolderOfARunMeansItsBestPolicies() throws IOException {
        for (String name :
                new String[] {"best-scout.policy", "best-guard.policy", "latest-guard.policy", "other.policy"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(launch("watch", "lander", "--policy", folder.toString()).files())
                .containsExactly(folder.resolve("best-guard.policy"), folder.resolve("best-scout.policy"));
        launches.clear();
        Files.delete(folder.resolve("best-scout.policy"));
        Files.delete(folder.resolve("best-guard.policy"));
        assertThat(launch("watch", "lander", "--policy", folder.toString()).files())
                .containsExactly(folder.resolve("latest-guard.policy"));
        launches.clear();
        Files.delete(folder.resolve("latest-guard.policy"));
        assertThat(run("watch", "lander", "--policy", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("has neither best nor latest policies; give the folder of a run");
        assertThat(launches).isEmpty();
    }

    @Test
    void aReplayIsOneEpisodeWithItsSeed() throws IOException {
        String file = replayOf("lander").toString();
        assertThat(run("replay", file, "--seed", "3", "--after-episodes", "2", "--width", "3"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--seed: a replay has a seed of its own")
                .contains("--after-episodes must be 1 for a replay, which is one episode, but is 2")
                .contains("--width must be");
        assertThat(launch("replay", file, "--after-episodes", "1").window().episodesToShow())
                .isEqualTo(1);
    }

    @Test
    void helpListsTheCommandsAndExitsWithSuccess() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("play", "watch", "replay", "--screenshot");
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString()).contains("gdx-agents replay", "FILE", "the window stops where the game");
        assertThat(launches).isEmpty();
    }

    @Test
    void aPictureAloneMeansAfterOneEpisode() {
        assertThat(launch("watch", "lander", "--screenshot", "a.png").window().episodesToShow())
                .isEqualTo(1);
        launches.clear();
        assertThat(launch("watch", "lander", "--screenshot", "a.png", "--frames", "9")
                        .window()
                        .episodesToShow())
                .isZero();
    }
}
