package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.testgame.RecallSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import io.github.gdxagents.training.run.RunComparison;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the trainer at random moments, goes on, and holds what it leaves at last against a run that nobody disturbed, byte for byte.
 *
 * <p>The build kills a few times; {@code -Dkills=50 -Dkill.seed=7} kills as often as wanted. Every third time the JVM crashes in native
 * code instead, as a driver would make it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill -SEGV")
@Tag("slow")
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("kill.seed", 1);
    private static final int KILLS_OF_A_RUN = 4;
    private static final int LONGEST_MILLIS = 1500;

    private final RandomStream random = RandomStream.of(SEED);

    @TempDir
    private Path folder;

    private int kills;
    private int resumes;

    /** What is trained: a game, and its settings. */
    private record Trial(String game, List<String> settings) {}

    private static List<Trial> trials() {
        return List.of(
                new Trial("lander", List.of("ppo.totalSteps=40000", "rollout.instances=8")),
                new Trial(
                        SkirmishFactory.class.getName(),
                        List.of("ppo.totalSteps=60000", "rollout.instances=8", "network.hidden=[16]")),
                new Trial(
                        RecallSimulation.Factory.class.getName(),
                        List.of(
                                "ppo.totalSteps=40000",
                                "rollout.instances=8",
                                "network.hidden=[16]",
                                "network.memory.kind=gru",
                                "network.memory.size=16")));
    }

    @Test
    void aKilledRunEndsAsIfNothingHadHappened() throws IOException, InterruptedException {
        List<Trial> trials = trials();
        for (int i = 0; kills < KILLS; i++) {
            Trial trial = trials.get(i % trials.size());
            Path whole = train(trial, "whole-" + i);
            Path killed = trainAndKill(trial, "killed-" + i);
            RunComparison.assertSame(killed, whole);
            delete(whole);
            delete(killed);
        }
        System.getLogger(KillTest.class.getName())
                .log(System.Logger.Level.INFO, kills + " kills, " + resumes + " resumes, seed " + SEED);
        assertThat(resumes).as("else there was little to go on from").isGreaterThan(kills / 2);
    }

    private Path train(Trial trial, String name) throws IOException, InterruptedException {
        complete(start(trial, name));
        return run(trial, name);
    }

    private static void complete(Process process) throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader()) {
            String text = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as(text).isZero();
        }
    }

    private Path trainAndKill(Trial trial, String name) throws IOException, InterruptedException {
        Path run = run(trial, name);
        for (int i = 0; i < KILLS_OF_A_RUN && kills < KILLS; i++) {
            Process process = startOrResume(trial, name);
            if (isOverBeforeItIsKilled(process)) {
                return run;
            }
        }
        complete(startOrResume(trial, name));
        return run;
    }

    private Process startOrResume(Trial trial, String name) throws IOException {
        Path run = run(trial, name);
        if (hasCheckpoint(run)) {
            resumes++;
            return resume(run);
        }
        delete(run); // killed before there was anything to go on from
        return start(trial, name);
    }

    /** Mostly some time after the first iteration; now and then at any time, also while episodes are played again. */
    private boolean isOverBeforeItIsKilled(Process process) throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader()) {
            if (random.nextInt(5) > 0) {
                String line = output.readLine();
                while (line != null && !line.contains(" steps/s")) {
                    line = output.readLine();
                }
            }
            boolean isOver = process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            if (isOver) {
                assertThat(process.exitValue()).isZero();
            } else {
                kill(process);
            }
            return isOver;
        }
    }

    private void kill(Process process) throws IOException, InterruptedException {
        kills++;
        if (kills % 3 == 0) {
            TrainerProcess.signal(process, "SEGV");
        } else {
            process.destroyForcibly();
        }
        process.waitFor();
    }

    private Path run(Trial trial, String name) {
        String game = trial.game().substring(trial.game().lastIndexOf('.') + 1).replace('$', '-');
        return folder.resolve("runs").resolve(game).resolve(name);
    }

    private static boolean hasCheckpoint(Path run) throws IOException {
        if (!Files.isDirectory(run.resolve("checkpoints"))) {
            return false;
        }
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }

    private Process start(Trial trial, String name) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                trial.game(),
                "--runs",
                folder.resolve("runs").toString(),
                "--name",
                name,
                "--tune",
                "0",
                "--set",
                "run.checkpointSeconds=0",
                "--set",
                "rollout.horizon=64",
                "--set",
                "ppo.minibatchSize=256",
                "--set",
                "evaluation.everyIterations=5",
                "--set",
                "evaluation.episodes=3",
                "--set",
                "evaluation.finalEpisodes=5"));
        trial.settings().forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return start(arguments);
    }

    private Process resume(Path run) throws IOException {
        return start(List.of("train", "--resume", run.toString()));
    }

    private Process start(List<String> arguments) throws IOException {
        return TrainerProcess.of(folder, arguments).start();
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
