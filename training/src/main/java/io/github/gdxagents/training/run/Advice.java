package io.github.gdxagents.training.run;

import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.games.GameClassPath;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.rollout.SimulationFault;
import io.github.gdxagents.training.tensor.DeviceMemoryError;
import java.nio.file.Path;
import java.util.List;

/** What a user may do next: go on with a run, see a policy play, or lower what takes too much memory. */
public final class Advice {
    /** The system property that is true in a trainer that Maven started; nobody else has profiles that train and watch. */
    public static final String BY_MAVEN = "train.maven";

    /** The system property that is true in a trainer that a distribution's script started: its commands can be printed whole. */
    public static final String BY_SCRIPT = "train.script";

    /** The system property of a project that runs the trainer by its build: the command, in which %s stands for the trainer's arguments. */
    public static final String COMMAND = "train.command";

    /** The system property with the game's class path, as it was given to the script. */
    public static final String CLASS_PATH = "train.class.path";

    private static final long MEGABYTE = 1 << 20;
    private static final String MORE_HEAP = "the variable JDK_JAVA_OPTIONS=-Xmx8g.";

    private Advice() {}

    /** {@return lines that say how to go on with a run of a game: by Maven the bundled games alone} */
    public static String goOn(String game, RunDirectory directory) {
        String line = "Go on with:  " + resume(directory, "");
        return isOfMaven(game, directory.path())
                ? line + "\nor with:     mvn -q -Ptrain -Dgame=" + game + " -Dtrain.args=\"--resume "
                        + ShellText.argument(directory) + "\""
                : line;
    }

    /** {@return the command that goes on with a run; further {@code options}, each after a blank, may be empty} */
    public static String resume(RunDirectory directory, String options) {
        return trainer("train --resume " + ShellText.argument(directory) + options);
    }

    /** A command of the trainer, as it can be given here. */
    static String trainer(String arguments) {
        String command = System.getProperty(COMMAND, "");
        boolean canBeQuoted = !arguments.matches(".*[\"$`\\\\].*");
        return command.contains("%s") && canBeQuoted
                ? command.replace("%s", arguments)
                : program("gdx-agents") + arguments;
    }

    /** What a command begins with: nothing but where a script of that name is. */
    private static String program(String script) {
        if (!Boolean.getBoolean(BY_SCRIPT)) {
            return "";
        }
        String game = System.getProperty(CLASS_PATH, "");
        return game.isEmpty()
                ? script + " "
                : script + " " + GameClassPath.OPTION + " " + ShellText.argument(game) + " ";
    }

    /** {@return a line that says how to see policies of a run play, at least one: of several behaviors all of them} */
    public static String watch(String game, RunDirectory directory, List<Path> policies) {
        return watch(game, policies.size() == 1 ? policies.get(0) : directory.path());
    }

    /** What shows a policy, or those of a run's folder: Maven's profile knows the bundled games alone. */
    static String watch(String game, Path policy) {
        if (Boolean.getBoolean(BY_SCRIPT)) {
            return "Watch it with:  " + program("gdx-agents-window") + "watch " + ShellText.argument(game)
                    + " --policy " + ShellText.argument(policy);
        }
        return isOfMaven(game, policy)
                ? "Watch it with:  mvn -q -Pwatch -Dgame=" + game + " -Dwatch.args=\"--policy "
                        + ShellText.argument(policy) + "\""
                : "Your game loads it with PolicyFile.read and lets a PolicyDriver decide with it.";
    }

    /** Whether a profile of Maven knows the game, and a path can stand in its arguments, which are in quotes themselves. */
    private static boolean isOfMaven(String game, Path path) {
        return Boolean.getBoolean(BY_MAVEN)
                && GameCatalog.games().stream()
                        .anyMatch(bundled -> bundled.name().equals(game))
                && !path.toString().matches("(?s).*[\"'$`!].*");
    }

    /** What to say of a run that has nothing left to do: where it is, and how to go beyond. */
    static String finished(RunDirectory directory, TrainingConfig config, long steps) {
        long total = config.ppo().totalSteps();
        String start = NumberText.format("The run is already finished: %,d of %,d steps are taken", steps, total);
        return steps >= total
                ? start + ". --steps N goes beyond:  " + resume(directory, " --steps " + 2 * steps)
                : start + ", and the target is reached. To go beyond:  "
                        + resume(directory, " --set evaluation.stopAtTarget=false");
    }

    /** What to say of episodes that go on and on. */
    static String longEpisodes(String game, long steps, long bytes) {
        return NumberText.format(
                "An episode of game '%s' has not ended within %,d physics steps, and what was decided in running episodes takes"
                        + " %,.1f MB of each checkpoint; whoever resumes the run plays it again. Training cuts an episode off at %,d"
                        + " steps or %,d MB of decisions. Let the game end its episodes, or give its behaviors a stepLimit.",
                game, steps, 1e-6 * bytes, RecordedSimulation.MOST_STEPS, RecordedSimulation.MOST_BYTES >> 20);
    }

    /** What may help where the game can't be mended; the last words are for who could go on with other instances. */
    static String afterFault(SimulationFault fault, TrainingConfig config, String withRestart) {
        if (fault.isExit()) {
            return "A game must not end the process: let it throw an exception, or end its episode.";
        }
        if (fault.isStuck()) {
            return "No thread can be taken from a game, so that no other instance can take its place. If the step is only slow,"
                    + " raise faults.watchdogSeconds ("
                    + config.faults().watchdogSeconds() + ").";
        }
        return config.faults().onGameFault() == GameFaultAction.RESTART
                ? "Everything broke at once, so that restarting does not help."
                : withRestart;
    }

    /** {@return lines that say what to lower when the memory is used up} */
    public static String memory(TrainingConfig config, OutOfMemoryError error) {
        if (error instanceof DeviceMemoryError) {
            return "Out of memory for learning, outside the Java heap (" + error.getMessage()
                    + ").\nLower ppo.minibatchSize (" + config.ppo().minibatchSize() + "), " + sizes(config)
                    + ", or free memory of the machine or its GPU; a larger Java heap (-Xmx) would take from it.";
        }
        return heap(error) + "\nLower " + sizes(config) + ", or give the JVM more: " + MORE_HEAP;
    }

    /** {@return lines that say what to do when the memory is used up by what no configuration makes smaller} */
    public static String memory(OutOfMemoryError error) {
        return error instanceof DeviceMemoryError
                ? "Out of memory for learning, outside the Java heap (" + error.getMessage()
                        + ").\nLower the sizes, or free memory of the machine or its GPU."
                : heap(error) + "\nGive the JVM more: " + MORE_HEAP;
    }

    private static String heap(OutOfMemoryError error) {
        String what =
                error.getMessage() == null ? "" : error.getMessage() + "; "; // one of another thread may have none
        return "Out of memory (" + what + "the heap may have "
                + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB).";
    }

    private static String sizes(TrainingConfig config) {
        return "rollout.instances (" + config.rollout().instances() + "), rollout.horizon ("
                + config.rollout().horizon() + ") or network.hidden ("
                + config.network().hidden() + ")";
    }
}
