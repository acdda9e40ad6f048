package com.example.toygame;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;

/** Plays the game with a trained policy, as a libGDX screen would. */
public class CatchScreen {
    final CatchGame game = new CatchGame();
    final PolicyDriver driver;
    long seed;

    public CatchScreen(FileHandle file, long seed) {
        PolicyModel model = PolicyFile.read(file);
        PolicyFit.requireFit(model, CatchGame.CATCHER, file.name(), "catch");
        driver = new PolicyDriver(new NetworkPolicy(model, DecisionMode.DETERMINISTIC, 1), seed);
        driver.attachAll(game.agents());
        this.seed = seed;
        begin();
    }

    void begin() {
        game.reset(++seed);
        driver.reset(seed);
    }

    /** Call it once for each physics step, 60 times a second. */
    public void update() {
        if (game.isEpisodeOver()) {
            begin();
        }
        driver.update(); // every agent that is due observes, decides and acts
        game.step();
    }
}
