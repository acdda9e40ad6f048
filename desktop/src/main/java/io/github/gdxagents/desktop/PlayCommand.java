package io.github.gdxagents.desktop;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code play GAME}: the keyboard decides. */
@Command(name = "play", description = "Play a game with the keyboard.", mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
    @ParentCommand
    private DesktopCommand parent;

    @Parameters(paramLabel = "GAME", description = DesktopCommand.GAME)
    private String game;

    @Override
    public Integer call() {
        return parent.open(Launch.play(game, parent.window()));
    }
}
