package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.disk.Fault;
import io.github.gdxagents.training.disk.FaultyDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that fails at any moment costs no more than what came after the last checkpoint.
 *
 * <p>The build tries every seventh operation; {@code -Dfaults.stride=1} tries all, which takes some minutes.
 */
final class DiskFaultTest {
    private static final SimulationFactory GAME = new CorridorSimulation.Factory();

    private static final int STRIDE = Integer.getInteger("faults.stride", 7);

    @TempDir
    private Path folder;

    private final StringWriter text = new StringWriter();
    private final ProgressDisplay display = ProgressDisplay.quiet(new PrintWriter(text));

    private TrainingConfig config() {
        ConfigLoader loader = RunFixtures.small(folder, GAME, "corridor");
        for (String assignment : List.of(
                "ppo.totalSteps=192",
                "rollout.instances=2",
                "rollout.threads=1",
                "run.checkpointSeconds=0",
                "run.keepCheckpoints=1",
                "evaluation.finalEpisodes=2",
                "evaluation.episodes=2")) {
            loader.set(assignment, "test");
        }
        return loader.load();
    }

    private static RunDirectory directory(FaultyDisk disk, Path real) throws IOException {
        Files.createDirectories(real);
        return new RunDirectory(disk.path(real));
    }

    private void train(RunDirectory directory) {
        try (TrainingRun run = TrainingRun.start(config(), GAME, directory, display)) {
            run.run();
        }
    }

    private void resume(RunDirectory directory) {
        try (TrainingRun run = TrainingRun.resume(config(), GAME, directory, display, RunningEpisodes.CONTINUE)) {
            run.run();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Fault.class)
    void afterAFaultOfAnyOperationTheRunGoesOnAsIfNothingHadHappened(Fault fault) throws IOException {
        FaultyDisk sound = new FaultyDisk();
        RunDirectory expected = directory(sound, folder.resolve("sound"));
        train(expected);
        int operations = sound.operations();
        assertThat(operations).isGreaterThan(50);
        List<String> survived = new ArrayList<>();
        for (int k = 1 + fault.ordinal() % STRIDE; k <= operations; k += STRIDE) {
            FaultyDisk disk = new FaultyDisk();
            RunDirectory directory = directory(disk, folder.resolve(fault + "-" + k));
            disk.failAt(k, fault);
            try {
                train(directory);
                survived.add(disk.log().get(k - 1)); // flushing a folder and removing what is old may fail
            } catch (RunException e) {
                assertThat(e).as(disk.log().get(k - 1)).hasMessageContaining("Can't");
            }
            assertThat(disk.failures()).isPositive();
            disk.heal();
            if (hasCheckpoint(directory)) {
                resume(directory);
                RunFiles.assertSame(directory, expected);
            } else {
                assertThat(k).as("only the very first writes may leave nothing").isLessThan(20);
            }
        }
        assertThat(survived).as("faults that nobody was told of").allMatch(DiskFaultTest::isHarmless);
    }

    private static boolean hasCheckpoint(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.checkpoints())) {
            return false;
        }
        try (var files = Files.list(directory.checkpoints())) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }

    private static boolean isHarmless(String operation) {
        return operation.startsWith("force")
                || operation.startsWith("delete")
                || operation.startsWith("open")
                || operation.contains("learning-curve.png") // told, and drawn anew by the command report
                || operation.contains("report.html");
    }

    @Test
    void aFolderThatVanishesEndsTheRunAndIsNamed() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        RunDirectory directory = directory(disk, folder.resolve("gone"));
        try (TrainingRun run = TrainingRun.start(config(), GAME, directory, display)) {
            disk.vanish();
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("Can't write '" + directory.metrics())
                    .hasMessageContaining("Its folder has vanished: put it back, or train anew");
            disk.heal();
        }
        resume(directory);
    }

    /** Nothing fails when a file is removed that is being written; hours of training would go nowhere. */
    @Test
    void aFolderThatIsRemovedEndsTheRunWithThatIteration() throws IOException {
        RunDirectory real = RunDirectory.create(
                RunFixtures.small(folder, GAME, "corridor")
                        .set("run.name=real", "test")
                        .load(),
                LocalDateTime.now());
        StoppingFactory game = new StoppingFactory(GAME);
        try (TrainingRun run = TrainingRun.start(config(), game, real, display)) {
            game.after(200, () -> remove(real.path()));
            assertThatThrownBy(run::run)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("Can't write '" + real.metrics())
                    .hasMessageContaining("the checkpoint of iteration 1 is gone, too");
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReadOnlyFolderIsRefusedAtOnce() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        RunDirectory directory = directory(disk, folder.resolve("read-only"));
        disk.readOnly();
        assertThatThrownBy(() -> TrainingRun.start(config(), GAME, directory, display))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("Can't write '" + directory)
                .hasMessageContaining("Free some space or check the permissions");
    }
}
