package io.github.gdxagents.training.cli;

import io.github.gdxagents.testgame.CorridorSimulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a JVM of its own, as a user starts it. */
final class TrainerProcess {
    private TrainerProcess() {}

    static ProcessBuilder of(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it is short
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
        return builder;
    }

    /**
     * Begins a run in the corridor, without evaluations on the way.
     *
     * @param runs the folder of all runs
     * @param steps when it is over
     */
    static Process train(Path runs, long steps) throws IOException {
        return of(
                        runs,
                        List.of(
                                "train",
                                CorridorSimulation.Factory.class.getName(),
                                "--runs",
                                runs.toString(),
                                "--name",
                                "trial",
                                "--tune",
                                "0",
                                "--steps",
                                Long.toString(steps),
                                "--set",
                                "evaluation.everyIterations=0"))
                .start();
    }

    /** The folder of the run that {@link #train} begins. */
    static Path run(Path runs) {
        return runs.resolve("CorridorSimulation-Factory").resolve("trial");
    }

    /** Sends a signal by its name, such as SEGV. */
    static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
