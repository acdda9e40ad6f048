package io.github.gdxagents.training.cli;

import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Lists the bundled games. */
@Command(
        name = "games",
        description = "Lists the bundled games and their settings.",
        footer = {"", "Example:", "  gdx-agents games"})
final class GamesCommand extends Subcommand {
    @Override
    int execute() {
        Messages messages = messages();
        for (Game game : GameCatalog.games()) {
            messages.line("%-20s %s", game.name(), game.title());
            messages.line("%-20s %s", "", game.description());
            Map<String, Double> settings = game.factory().settings().asMap();
            settings.forEach((name, value) -> messages.line("%-20s   settings.%s = %s", "", name, value));
        }
        return ExitCode.OK;
    }
}
