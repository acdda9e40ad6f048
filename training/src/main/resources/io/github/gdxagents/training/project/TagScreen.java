package com.acme.mygame;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.physics.box2d.Box2DDebugRenderer;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.FitViewport;
import com.badlogic.gdx.utils.viewport.Viewport;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyFile;
import java.util.ArrayList;
import java.util.List;

/** The game as it is played: each disc by its trained policy, or by its script as long as there is none. */
public class TagScreen extends ScreenAdapter {
    /** The same limit as in training: there decisions are counted, here physics steps. */
    private static final int LONGEST = Disc.CHASER.stepLimit() * Disc.CHASER.decisionPeriod();

    private final TagGame game = new TagGame();
    private final List<PolicyDriver> drivers = new ArrayList<>();
    private final Box2DDebugRenderer renderer = new Box2DDebugRenderer();
    private final ShapeRenderer shapes = new ShapeRenderer();
    private final Viewport viewport = new FitViewport(TagGame.FIELD + 1, TagGame.FIELD + 1);
    private float behind;
    private long seed;
    private int steps;

    public TagScreen() {
        StringBuilder title = new StringBuilder(); // else nobody could tell a policy from a script
        for (Disc agent : game.agents()) { // a driver for each behavior
            FileHandle policy = Gdx.files.internal(agent.behavior().name() + ".policy"); // policies are assets
            title.append(agent.behavior().name()).append(policy.exists() ? ": trained  " : ": script  ");
            PolicyDriver driver = new PolicyDriver(decider(policy), seed);
            driver.attach(agent);
            drivers.add(driver);
        }
        Gdx.graphics.setTitle(title.toString());
        begin();
    }

    private static Decider decider(FileHandle file) {
        return file.exists()
                ? new NetworkPolicy(PolicyFile.read(file), DecisionMode.DETERMINISTIC, 1)
                : Decider.heuristic();
    }

    private void begin() {
        seed++;
        steps = 0;
        game.reset(seed);
        drivers.forEach(driver -> driver.reset(seed));
    }

    /** Physics has its own clock: however long a frame is, a physics step is always of the same length. */
    @Override
    public void render(float delta) {
        behind = Math.min(behind + delta, 0.25f);
        while (behind >= TagGame.STEP_SECONDS) {
            behind -= TagGame.STEP_SECONDS;
            step();
        }
        ScreenUtils.clear(0.05f, 0.06f, 0.12f, 1);
        viewport.apply();
        drawDisc(game.agents().get(0), Color.CORAL);
        drawDisc(game.agents().get(1), Color.SKY);
        renderer.render(game.world(), viewport.getCamera().combined);
    }

    private void drawDisc(Disc disc, Color color) {
        shapes.setProjectionMatrix(viewport.getCamera().combined);
        shapes.begin(ShapeRenderer.ShapeType.Filled);
        shapes.setColor(color);
        shapes.circle(disc.position().x, disc.position().y, TagGame.RADIUS, 32);
        shapes.end();
    }

    private void step() {
        drivers.forEach(PolicyDriver::update); // before the physics step: who is due observes and acts
        game.step();
        steps++;
        if (steps >= LONGEST || game.isEpisodeOver()) {
            begin();
        }
    }

    @Override
    public void resize(int width, int height) {
        viewport.update(width, height);
    }

    @Override
    public void dispose() {
        renderer.dispose();
        shapes.dispose();
        game.dispose();
    }
}
