package io.github.gdxagents.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.desktop.session.Policies;
import io.github.gdxagents.desktop.session.PolicySource;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.policy.PolicyFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens real windows on a virtual screen and looks at their pictures. */
@Tag("slow")
class DesktopWindowTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int PANEL = 310;

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

    private WindowRun watch(Path picture, String... more) throws IOException, InterruptedException {
        return watch("lander", picture, more);
    }

    private WindowRun watch(String game, Path picture, String... more) throws IOException, InterruptedException {
        String[] args = {
            "watch", game, "--seed", "1", "--width", "" + WIDTH, "--height", "" + HEIGHT, "--screenshot", "" + picture
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return WindowRun.of(folder, screen.display(), all);
    }

    private static int count(BufferedImage image, int fromX, int toX, IntPredicate matches) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = fromX; x < toX; x++) {
                if (matches.test(image.getRGB(x, y))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        count(image, 0, image.getWidth(), colours::add);
        return colours.size();
    }

    private static boolean isFoil(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return red > 150 && green > 90 && blue < 80 && red > green + 40;
    }

    private static boolean isFlame(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return red > 245 && green > 190 && blue > 120 && red > blue + 20;
    }

    @Test
    void aLanderIsWatchedUntilItHasLanded() throws Exception {
        Path picture = folder.resolve("landed.png");
        String[] who = PolicySource.isBundled("lander") ? new String[0] : new String[] {"--heuristic"};
        WindowRun run = watch(picture, who);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.out()).containsPattern("episode 1: landed, return \\d+\\.\\d, \\d+ steps");
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        assertThat(colours(image)).isGreaterThan(1000);
        assertThat(count(image, 0, WIDTH - PANEL, DesktopWindowTest::isFoil))
                .as("gold foil of the hull")
                .isGreaterThan(100);
        assertThat(count(image, WIDTH - PANEL, WIDTH, rgb -> (rgb & 0xFFFFFF) == 0x66E8FF))
                .as("bars of the inspector")
                .isGreaterThan(20);
    }

    @Test
    void theEngineBurnsInFlight() throws Exception {
        Path picture = folder.resolve("flight.png");
        WindowRun run = watch(picture, "--heuristic", "--frames", "160", "--no-overlay");

        assertThat(run.exitCode()).as(run.err()).isZero();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(count(image, 0, WIDTH, DesktopWindowTest::isFlame))
                .as("flame")
                .isGreaterThan(30);
        assertThat(count(image, 0, WIDTH, DesktopWindowTest::isFoil)).as("hull").isGreaterThan(100);
    }

    @Test
    void theMenuListsTheGames() throws Exception {
        Path picture = folder.resolve("menu.png");
        WindowRun run = WindowRun.of(folder, screen.display(), "--screenshot", picture.toString(), "--frames", "5");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(colours(ImageIO.read(picture.toFile()))).isGreaterThan(20);
    }

    @Test
    void aPolicyFileIsWatched() throws Exception {
        SimulationFactory factory = GameCatalog.get("lander").factory();
        Simulation simulation = factory.create(factory.settings());
        BehaviorSpec behavior = simulation.agents().get(0).behavior();
        simulation.dispose();
        int main = behavior.action().branches().get(0).choices().indexOf("main");
        assertThat(main)
                .as("index of the main engine among %s", behavior.action())
                .isNotNegative();
        Path file = folder.resolve("upwards.policy");
        Files.write(file, PolicyFile.toBytes(Policies.choosing(behavior, main)));
        Path picture = folder.resolve("policy.png");
        WindowRun run = watch(picture, "--policy", file.toString(), "--frames", "30");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // its engine never rests
        assertThat(count(ImageIO.read(picture.toFile()), 0, WIDTH - PANEL, DesktopWindowTest::isFlame))
                .isGreaterThan(30);
    }

    @Test
    void aDamagedPolicyFileIsAMessage() throws Exception {
        Path file = folder.resolve("bad.policy");
        Files.writeString(file, "this is no policy");
        WindowRun run = WindowRun.of(folder, screen.display(), "watch", "lander", "--policy", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("bad.policy").doesNotContain("\tat ");
    }

    private BufferedImage foreign(Class<? extends SimulationFactory> game, String frames, String... more)
            throws Exception {
        Path picture = folder.resolve("foreign.png");
        List<String> args = new ArrayList<>(List.of("--heuristic", "--frames", frames));
        args.addAll(List.of(more));
        WindowRun run = watch(game.getName(), picture, args.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
        return ImageIO.read(picture.toFile());
    }

    /** The ball has fallen to the floor, and the camera follows it: a circle and a line in the middle. */
    @Test
    void theWorldOfAForeignGameIsDrawn() throws Exception {
        BufferedImage image = foreign(BallSimulation.Factory.class, "90");
        int scene = WIDTH - PANEL;
        int middle = count(image, scene / 2 - 60, scene / 2 + 60, rgb -> (rgb & 0xFFFFFF) != 0);
        assertThat(middle).as("outline of the ball, and the floor below it").isGreaterThan(100);
        assertThat(count(image, 0, 20, rgb -> (rgb & 0xFFFFFF) != 0))
                .as("the floor goes on")
                .isPositive();
    }

    /** The dots where rays end, in the colours of wall, guard and coin, which no debug renderer draws. */
    @Test
    void whatAgentsSenseIsDrawnIfAskedFor() throws Exception {
        int[] colours = {0x5EDCFF, 0xFFB454, 0xFF6B9E};
        BufferedImage with = foreign(PatrolSimulation.All.class, "30", "--sensors");
        BufferedImage without = foreign(PatrolSimulation.All.class, "30");
        for (int colour : colours) {
            assertThat(count(with, 0, WIDTH - PANEL, rgb -> (rgb & 0xFFFFFF) == colour))
                    .as(Integer.toHexString(colour))
                    .isGreaterThan(20);
            assertThat(count(without, 0, WIDTH - PANEL, rgb -> (rgb & 0xFFFFFF) == colour))
                    .isZero();
        }
    }

    @Test
    void numbersOfAForeignGameAreShown() throws Exception {
        BufferedImage image = foreign(BallSimulation.Secretive.class, "30");
        assertThat(count(image, 0, WIDTH - PANEL, rgb -> (rgb & 0xFFFFFF) != 0))
                .as("text")
                .isGreaterThan(300);
    }
}
