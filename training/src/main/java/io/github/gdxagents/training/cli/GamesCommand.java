package io.github.gdxagents.training.cli;

import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the bundled games. Thread safety: none. */
@Command(
        name = "games",
        description = "Lists the bundled games and their settings.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  gdx-agents games"})
final class GamesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Messages messages = new Messages(spec.commandLine().getOut());
        for (Game game : GameCatalog.games()) {
            messages.line("%-20s %s", game.name(), game.title());
            messages.line("%-20s %s", "", game.description());
            Map<String, Double> settings = game.factory().settings().asMap();
            settings.forEach((name, value) -> messages.line("%-20s   settings.%s = %s", "", name, value));
        }
    }
}
