package io.github.gdxagents.desktop;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.PrintableText;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.replay.ReplayFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code replay FILE}: an episode is played as it was recorded. */
@Command(
        name = "replay",
        description = {
            "Watch an episode as it was recorded.",
            "Training keeps such a file when a game breaks: the window stops where the game breaks again, and says how.",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private DesktopCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "A .replay file, for example runs/lander/first/faults/iteration-13-instance-3.replay.")
    private Path file;

    @Override
    public Integer call() {
        try {
            Replay replay = ReplayFile.read(new FileHandle(file.toFile()));
            GameCatalog.get(replay.game());
            return parent.open(Launch.replay(file, replay, parent.window()));
        } catch (ReplayFileException unreadable) {
            return fail(unreadable.getMessage());
        } catch (IllegalArgumentException unknown) {
            return fail("Replay file '" + file + "': " + unknown.getMessage());
        }
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(PrintableText.lines(message)); // it quotes a stranger's file
        return ExitCode.SOFTWARE;
    }
}
