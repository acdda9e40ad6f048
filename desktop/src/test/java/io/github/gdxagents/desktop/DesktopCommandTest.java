package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DesktopCommandTest {
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
    void watchMeansTheBundledPolicyUnlessAnotherIsNamed() {
        assertThat(launch("watch", "lander").mode()).isEqualTo(Launch.Mode.POLICY);
        assertThat(launches.get(0).file()).isNull();
        launches.clear();
        Launch named = launch("watch", "lander", "--policy", "my.policy", "--stochastic");
        assertThat(named.file()).isEqualTo(Path.of("my.policy"));
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
    void aMisspeltOptionGetsASuggestion() {
        assertThat(run("watch", "lander", "--sped", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed").contains("watch --help");
    }

    @Test
    void helpListsTheCommandsAndExitsWithSuccess() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("play").contains("watch").contains("--screenshot");
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
