package com.example.hopagents;

import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.RandomXS128;
import com.badlogic.gdx.physics.box2d.World;
import com.example.hop.HopGame;
import com.example.hop.PlayScreen;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.box2d.Box2DSimulation;
import io.github.gdxagents.host.ActionInput;
import io.github.gdxagents.host.GameFrame;
import java.util.List;
import java.util.Random;

/** The game in frames of a sixtieth of a second; ends where the game shows its last screen. */
class HopSimulation implements Box2DSimulation {
    private final ActionInput input = new ActionInput(HopAgent.MAPPING);
    private final GameFrame frame = GameFrame.fixed(input, 1f / 60, 640, 480);
    private final HopAgent agent = new HopAgent(input);
    private final RandomXS128 random = new RandomXS128();
    private final boolean exchangesStatics;
    private HopGame game;
    private PlayScreen screen;
    private AssetManager assets;
    private int score;
    private int lives;

    HopSimulation(boolean exchangesStatics) {
        this.exchangesStatics = exchangesStatics;
    }

    @Override
    public List<? extends Agent> agents() {
        return List.of(agent);
    }

    @Override
    public World world() {
        return screen.world;
    }

    @Override
    public void reset(long seed) {
        dispose();
        random.setSeed(seed);
        frame.reset();
        run(() -> {
            if (!exchangesStatics) {
                MathUtils.random.setSeed(seed);
            }
            game = new HopGame();
            frame.setListener(game);
            game.create();
        });
        screen = (PlayScreen) game.getScreen();
        agent.bind(screen);
    }

    @Override
    public void step() {
        run(game::render);
        agent.stepped(score, game.getScreen() != screen);
    }

    /** In the game's statics are this instance's values meanwhile. */
    private void run(Runnable part) {
        Random before = MathUtils.random;
        if (exchangesStatics) {
            MathUtils.random = random;
            HopGame.assets = assets;
            HopGame.score = score;
            HopGame.lives = lives;
        }
        try {
            frame.run(part);
        } finally {
            MathUtils.random = before;
        }
        assets = HopGame.assets;
        score = HopGame.score;
        lives = HopGame.lives;
    }

    @Override
    public void dispose() {
        if (game != null) {
            HopGame.assets = assets;
            game.dispose();
            if (game.getScreen() != screen) {
                screen.dispose();
            }
            frame.reset();
            game = null;
        }
    }
}
