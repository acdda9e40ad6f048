package io.github.gdxagents.desktop;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.desktop.session.BreakingGame;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.ReplayPilot;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.games.GamePresentations;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/** The window with a replay of a lander that breaks: arguments are where, after how many steps, and then those of the command line. */
final class BrokenLander {
    private BrokenLander() {}

    public static void main(String[] args) {
        BreakingGame.Where where = BreakingGame.Where.valueOf(args[0]);
        int after = Integer.parseInt(args[1]);
        String[] rest = Arrays.copyOfRange(args, 2, args.length);
        ToIntFunction<Launch> opener = launch -> {
            Performance performance = performance(launch, where, after);
            DesktopApplication application = new DesktopApplication(launch, performance, System.out, System.err);
            new Lwjgl3Application(application, Display.configuration(launch.window()));
            return application.exitCode();
        };
        System.exit(DesktopCommand.commandLine(opener).execute(rest));
    }

    private static Performance performance(Launch launch, BreakingGame.Where where, int after) {
        Game game = GameCatalog.get(launch.game());
        Replay replay = ReplayFile.read(new FileHandle(launch.replayFile().toFile()));
        Simulation lander = game.factory().create(game.factory().settings());
        BreakingGame broken = new BreakingGame(lander, where, after);
        EpisodeSession session = ReplayPilot.session(
                broken, replay.episode(), launch.replayFile().getFileName().toString());
        return new Performance(game, GamePresentations.of(lander), lander, session);
    }

    static String[] args(BreakingGame.Where where, int after, Path replay, Path picture) {
        return new String[] {
            where.name(),
            String.valueOf(after),
            "replay",
            replay.toString(),
            "--screenshot",
            picture.toString(),
            "--width",
            "960",
            "--height",
            "600"
        };
    }
}
