package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.desktop.session.BreakingGame;
import io.github.gdxagents.desktop.session.Recorder;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays replays in real windows on a virtual screen and looks at their pictures. */
@Tag("slow")
class ReplayWindowTest {
    private static final int SCENE = 650; // pixels left of the inspector
    private static final int BANNER = 120; // pixels of the top where it shows

    private static VirtualScreen screen;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startScreen() throws IOException {
        screen = VirtualScreen.start();
    }

    @AfterAll
    static void stopScreen() {
        if (screen != null) {
            screen.close();
        }
    }

    private static Simulation lander() {
        SimulationFactory factory = GameCatalog.get("lander").factory();
        return factory.create(factory.settings());
    }

    private Path write(RecordedEpisode episode, Map<String, Double> settings, String note) throws IOException {
        Path file = folder.resolve("iteration-13-instance-3.replay");
        return Files.write(file, ReplayFile.toBytes(new Replay("lander", settings, episode, note)));
    }

    private WindowRun replay(Path file, Path picture, String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("replay", file.toString(), "--speed", "4"));
        args.addAll(List.of("--screenshot", picture.toString(), "--width", "960", "--height", "600"));
        args.addAll(List.of(more));
        return WindowRun.of(folder, screen.display(), args.toArray(new String[0]));
    }

    private static int count(Path picture, int fromY, int toY, IntPredicate matches) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        int count = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = 0; x < SCENE; x++) {
                count += matches.test(image.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    private static int complaint(Path picture) throws IOException {
        return count(picture, 0, BANNER, rgb -> rgb == 0xFF6A4D);
    }

    private static int news(Path picture) throws IOException {
        return count(picture, 0, BANNER, rgb -> rgb == 0xE9ECF8);
    }

    private static int foil(Path picture) throws IOException {
        return count(picture, BANNER, 600, rgb -> (rgb >> 16) > 150 && (rgb >> 8 & 0xFF) > 90 && (rgb & 0xFF) < 80);
    }

    /** Tracks of the inspector's bars, in the columns of their names and of the bars themselves. */
    private static int[] tracks(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        int[] tracks = new int[2];
        for (int y = 185; y < 480; y++) {
            for (int x = SCENE; x < 880; x++) {
                tracks[x < 775 ? 0 : 1] += (image.getRGB(x, y) & 0xFFFFFF) == 0x262C4A ? 1 : 0;
            }
        }
        return tracks;
    }

    @Test
    void aReplayIsPlayedToItsEndAndSaysWhyItWasKept() throws Exception {
        Simulation lander = lander();
        RecordedEpisode episode = Recorder.record(lander, 3, Long.MAX_VALUE);
        lander.dispose();
        Path picture = folder.resolve("whole.png");
        WindowRun run = replay(write(episode, Map.of(), "kept as an example"), picture);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.out().lines())
                .containsExactly(
                        "Played to its end after " + episode.steps()
                                + " physics steps: the game does what was recorded, and does not break",
                        "Kept because: kept as an example");
        assertThat(news(picture)).as("text of the banner").isGreaterThan(100);
        assertThat(complaint(picture)).isZero();
        assertThat(foil(picture)).as("hull").isGreaterThan(100);
    }

    @Test
    void aGameThatObservesOtherwiseIsToldWithTheDecision() throws Exception {
        Simulation lander = lander();
        RecordedEpisode episode =
                Recorder.record(new BreakingGame(lander, BreakingGame.Where.OBSERVES_MORE, 20), 3, 120);
        lander.dispose();
        Path file = write(episode, Map.of(), "kept as an example");
        Path midst = folder.resolve("midst.png");
        assertThat(replay(file, midst, "--frames", "20").out()).isEmpty(); // 20 frames of 4/60 s are 66 steps of 0.02 s
        assertThat(complaint(midst)).as("text of the banner in flight").isGreaterThan(100);

        Path picture = folder.resolve("changed.png");
        WindowRun run = replay(file, picture);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("replay of seed 3: at decision 21 the game observes otherwise than when it was recorded.")
                .contains("Kept because: kept as an example");
        assertThat(complaint(picture)).as("text of the banner").isGreaterThan(100);
    }

    @Test
    void aGameThatBreaksStandsStillAndSaysHow() throws Exception {
        BreakingGame.Where where = BreakingGame.Where.OBSERVES_NAN;
        Simulation lander = lander();
        GameFault found = Recorder.fault(new BreakingGame(lander, where, 70), 3);
        lander.dispose();
        String note = "instance 3, " + found.getMessage();
        Path file = write(found.episode(), Map.of(), note);
        Path picture = folder.resolve("broken.png");
        WindowRun run =
                WindowRun.of(folder, screen.display(), BrokenLander.class, BrokenLander.args(where, 70, file, picture));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.out().lines()).containsExactly("The game breaks as it did: " + note);
        assertThat(note).contains("physics step 70: observation 'leg.right' must be finite, but is NaN");
        assertThat(complaint(picture)).as("text of the banner").isGreaterThan(100);
        assertThat(foil(picture)).as("hull").isGreaterThan(100);
        assertThat(tracks(picture)[0])
                .as("bars that the file's long name moved aside")
                .isZero();
        assertThat(tracks(picture)[1]).as("bars").isGreaterThan(1000);
    }

    @Test
    void aGameThatBreaksInItsResetShowsTheMessageAlone() throws Exception {
        BreakingGame.Where where = BreakingGame.Where.RESET;
        Path file = write(new RecordedEpisode(3, 0, 0, new byte[0]), Map.of(), "");
        Path picture = folder.resolve("reset.png");
        WindowRun run =
                WindowRun.of(folder, screen.display(), BrokenLander.class, BrokenLander.args(where, 0, file, picture));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("The game breaks: episode seed 3, physics step 0: reset() threw");
        assertThat(complaint(picture)).as("text of the banner").isGreaterThan(100);
        assertThat(foil(picture)).as("hull").isZero();
    }

    @Test
    void settingsThatTheGameRefusesAreAMessage() throws Exception {
        Path file = write(new RecordedEpisode(3, 0, 0, new byte[0]), Map.of("velocityIterations", -1.0), "");
        WindowRun run = WindowRun.of(folder, screen.display(), "replay", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "iteration-13-instance-3.replay': lander: setting 'velocityIterations' must be from 1 to 10000")
                .doesNotContain("\tat ");
    }

    @Test
    void aDamagedReplayIsAMessage() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.replay"), "this is no replay");
        WindowRun run = WindowRun.of(folder, screen.display(), "replay", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("bad.replay").doesNotContain("\tat ");
    }
}
