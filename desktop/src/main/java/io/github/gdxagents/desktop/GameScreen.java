package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.InputMultiplexer;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.utils.ScreenUtils;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.desktop.overlay.HelpPanel;
import io.github.gdxagents.desktop.overlay.Inspector;
import io.github.gdxagents.desktop.overlay.SensorOverlay;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.PolicyPilot;
import io.github.gdxagents.desktop.session.PolicyReload;
import io.github.gdxagents.desktop.session.PolicyWatch;
import io.github.gdxagents.desktop.session.SteppingClock;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.view.GamePresentation;
import io.github.gdxagents.games.view.GameView;
import io.github.gdxagents.policy.PolicyMismatchException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One game in the window: steps it by the clock, draws it, and begins the next episode. */
final class GameScreen extends ScreenAdapter {
    private static final float FRAME_SECONDS = 1f / 60f; // of a frame when nobody watches
    private static final float PAUSE_BETWEEN_EPISODES = 2.5f;
    private static final float LONG = 12f;
    private static final float FOREVER = Float.MAX_VALUE;
    private static final String KEYS_AT_END = "\nEnter: next     R: again";

    private final DesktopApplication application;
    private final Launch launch;
    private final Game game;
    private final GamePresentation presentation;
    private final Simulation simulation;
    private final SteppingClock clock;
    private final EpisodeSession session;
    private final GameView view;
    private final SensorOverlay sensors;
    private final Hud hud;
    private final List<PolicyWatch> watches;
    private final ReplayNews replay; // null unless an episode is played again
    private boolean visible; // whether the game has a state to be drawn
    private boolean ended; // whether the end of this episode was told
    private float sinceEnd;

    GameScreen(DesktopApplication application, Launch launch, Performance performance) {
        this.application = application;
        this.launch = launch;
        game = performance.game();
        presentation = performance.presentation();
        simulation = performance.simulation();
        session = performance.session();
        clock = new SteppingClock(presentation.stepSeconds());
        clock.setSpeed(launch.window().speed);
        view = presentation.view(simulation);
        sensors = new SensorOverlay(simulation, view);
        if (launch.window().sensors) {
            sensors.change();
        }
        hud = new Hud(
                view,
                new Inspector(session, clock, launch.window().isUnattended()),
                help(),
                !launch.window().noOverlay);
        watches = launch.policyFiles().stream().map(PolicyWatch::new).toList();
        replay = launch.isReplay() ? replayNews() : null;
        Gdx.graphics.setTitle(game.title() + " - " + session.pilot().name());
        begin(firstSeed());
    }

    private ReplayNews replayNews() {
        return new ReplayNews(new ReplayReport(launch.replay(), session), hud.banner(), application.results());
    }

    private long firstSeed() {
        if (launch.isReplay()) {
            return launch.replay().episode().seed();
        }
        return launch.window().seed != null ? launch.window().seed : System.nanoTime() % 1_000_000;
    }

    private HelpPanel help() {
        HelpPanel help = new HelpPanel();
        if (launch.mode() == Launch.Mode.PLAY) {
            help.addKeys("Steer", presentation.input(simulation).help());
        }
        help.addKeys("Window", GameKeys.help(launch.isReplay()));
        return help;
    }

    private void begin(long seed) {
        visible = session.begin(seed);
        if (visible) {
            view.reset();
        }
        clock.restart();
        ended = false;
        sinceEnd = 0f;
        hud.banner().hideNews();
        if (replay != null) {
            replay.begin();
        }
        if (launch.mode() == Launch.Mode.PLAY && session.episode() == 1) {
            hud.banner().tell("H shows the keys", LONG / 2);
        }
    }

    /** Plays the same episode again. */
    void restart() {
        begin(session.seed());
    }

    /** Goes on to another episode, if there is one. */
    void next() {
        begin(launch.isReplay() ? session.seed() : session.seed() + 1);
    }

    void leave() {
        application.leave();
    }

    /** Shows what the first agent senses, then what all do, then nothing. */
    void changeSensors() {
        hud.banner().tell(sensors.change(), LONG / 4);
    }

    SteppingClock clock() {
        return clock;
    }

    Hud hud() {
        return hud;
    }

    @Override
    public void show() {
        Gdx.input.setInputProcessor(new InputMultiplexer(hud.stage(), new GameKeys(this)));
        watches.forEach(PolicyWatch::start);
    }

    @Override
    public void resize(int width, int height) {
        hud.resize(width, height);
    }

    @Override
    public void render(float realDelta) {
        long start = System.nanoTime();
        float delta = launch.window().isUnattended() ? FRAME_SECONDS : realDelta;
        watches.forEach(this::takeReload);
        clock.advance(delta);
        while (clock.takeStep()) {
            if (session.step()) {
                view.step();
            }
        }
        if (session.isOver()) {
            rest(delta);
        } else if (replay != null) {
            replay.during();
        }
        ScreenUtils.clear(0f, 0f, 0f, 1f);
        draw();
        hud.draw((System.nanoTime() - start) * 1e-9f, delta);
        application.finishFrame();
    }

    /** A game that broke stands still, flames and all. */
    private void draw() {
        if (visible) {
            float passed = session.fault() != null ? 0f : (float) clock.delta();
            view.render(passed, session.isOver() ? 1f : (float) clock.alpha());
            if (session.fault() == null) { // a broken game's bodies may be nowhere
                sensors.draw();
            }
        }
    }

    /** The end of an episode is told once and left to be seen; then a watched game goes on by itself. */
    private void rest(float delta) {
        if (!ended) {
            ended = true;
            if (replay != null) {
                replay.end();
            } else if (session.fault() != null) {
                String problem = "The game breaks: " + session.fault().getMessage();
                application.results().println("episode " + session.episode() + ": " + problem);
                hud.banner().complain(problem, FOREVER);
                application.gameBroke();
            } else {
                tell();
            }
            application.results().flush();
            application.exitPlan().episodeEnded();
        }
        sinceEnd += clock.isPaused() ? 0f : delta;
        boolean waits = launch.mode() == Launch.Mode.PLAY || launch.isReplay();
        waits |= session.fault() != null && launch.window().episodesToShow() == 0; // there is something to read
        boolean goesOn = !waits && sinceEnd >= PAUSE_BETWEEN_EPISODES;
        if (goesOn && !application.exitPlan().isLastEpisodeOver()) {
            next();
        }
    }

    private void tell() {
        String outcome = session.status() == StepStatus.TRUNCATED ? "time is up" : presentation.outcome(simulation);
        String result = String.format(
                Locale.ROOT, "%s, return %.1f, %d steps", outcome, session.episodeReturn(), session.steps());
        application.results().println("episode " + session.episode() + ": " + result);
        boolean playing = launch.mode() == Launch.Mode.PLAY;
        hud.banner().tell(playing ? result + KEYS_AT_END : result, playing ? FOREVER : PAUSE_BETWEEN_EPISODES);
    }

    private void takeReload(PolicyWatch watch) {
        PolicyReload reload = watch.take();
        if (reload == null) {
            return;
        }
        if (reload.model() == null) {
            hud.banner().complain("The old policy stays: " + reload.problem(), LONG);
            return;
        }
        try {
            ((PolicyPilot) session.pilot()).replace(watch.file().toString(), reload.model());
            hud.banner().solved();
            hud.banner().tell("The policy file changed and was read again", LONG / 4);
        } catch (PolicyMismatchException mismatch) {
            hud.banner().complain("The old policy stays: " + mismatch.getMessage(), LONG);
        }
    }

    /** Writes a picture beside where the program was started, at the player's wish. */
    void takeScreenshot() {
        Path file = Path.of(
                game.title().replaceAll("[^A-Za-z0-9]+", "-") + "-" + session.seed() + "-" + session.steps() + ".png");
        String problem = Screenshot.write(file);
        if (problem == null) {
            hud.banner().tell("Screenshot: " + file.toAbsolutePath(), LONG / 3);
        } else {
            hud.banner().complain(problem, LONG / 3);
        }
    }

    @Override
    public void dispose() {
        watches.forEach(PolicyWatch::close);
        hud.dispose();
        sensors.dispose();
        view.dispose();
        simulation.dispose();
    }
}
