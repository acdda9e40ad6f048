package io.github.gdxagents.training.cli;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.training.concurrent.Watchdog;
import io.github.gdxagents.training.rollout.InstanceFactory;
import io.github.gdxagents.training.run.WatchedReplay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a recorded episode again, without a window. */
@Command(
        name = "replay",
        description = {
            "Plays a recorded episode again and tells whether the game still does what it did.",
            "",
            "Training keeps such a file when a game breaks. If it breaks again, the stack trace is shown.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  gdx-agents replay runs/lander/trial/faults/iteration-13-instance-3.replay",
            "",
            "Exit status: 0 the episode was played to its end, 1 the game broke or played otherwise."
        })
final class CheckReplayCommand extends Subcommand {
    private static final String NOT_ALONE =
            "If the game has not changed since, the fault does not happen alone: instances that other threads play at once disturb each"
                    + " other, by a static field, libGDX's Pools or MathUtils.random. SimulationCheck looks for that; until it is mended,"
                    + " train with --threads 1, or --set isolated=true.";

    private static final String ONLY_SLOW =
            "When it was recorded a step took too long; now each came back in time. Make the step faster where it is slow, or raise"
                    + " faults.watchdogSeconds.";

    @Parameters(paramLabel = "FILE", description = "A .replay file.")
    private Path file;

    @Option(names = "--game", paramLabel = "GAME", description = "Otherwise the game that it was recorded in.")
    private String game;

    @Option(
            names = "--watchdog",
            paramLabel = "SECONDS",
            description = "A step that takes longer is stuck, 0 = never (default: ${DEFAULT-VALUE}).")
    private int watchdogSeconds = 60;

    @Override
    int execute() {
        if (watchdogSeconds < 0) {
            throw misuse("--watchdog must be 0 or more seconds, but is " + watchdogSeconds + ".");
        }
        Messages messages = messages();
        Replay replay = ReplayFile.read(new FileHandle(file.toFile()));
        show(replay, messages);
        SimulationFactory factory =
                GameChoice.of(game == null ? replay.game() : game).factory();
        RecordedSimulation instance = InstanceFactory.ofReplays(factory::create, Duration.ofSeconds(watchdogSeconds))
                .make(0, "instance of the replay", factory.settings().withKnown(replay.settings()));
        try {
            new WatchedReplay(instance, replay.episode(), Duration.ofSeconds(watchdogSeconds)).play();
            messages.line("It was played to its end; the game observes what was recorded, and does not break.");
            if (!replay.note().isEmpty()) { // it was kept because the game broke
                messages.line("%s", replay.note().contains(Watchdog.SILENT) ? ONLY_SLOW : NOT_ALONE);
            }
            return ExitCode.OK;
        } catch (GameFault fault) {
            messages.text("The game breaks: " + fault.getMessage());
            if (fault.getCause() != null) {
                messages.text(Messages.stackTrace(fault.getCause()));
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            messages.text(e.getMessage() + ".");
            boolean isOther = game != null && !game.equals(replay.game());
            messages.line("%s", isOther ? "It was recorded in another game than --game names." : NOT_ALONE);
        }
        return ExitCode.SOFTWARE;
    }

    private static void show(Replay replay, Messages messages) {
        messages.game("%-10s", replay.game(), replay.settings());
        messages.line(
                "episode   seed %d, %,d physics steps",
                replay.episode().seed(), replay.episode().steps());
        if (!replay.note().isEmpty()) {
            messages.text("note      " + replay.note().lines().collect(Collectors.joining("\n          ")));
        }
    }
}
