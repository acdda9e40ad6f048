package com.example.hopagents;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Screen;
import com.badlogic.gdx.files.FileHandle;
import com.example.hop.HopGame;
import com.example.hop.PlayScreen;
import io.github.gdxagents.host.ActionInput;
import io.github.gdxagents.host.GameFrame;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyFile;

/** The game itself, in its own loop and at its own pace, played by a policy. */
public final class WatchedHop extends HopGame {
    private final ActionInput input = new ActionInput(HopAgent.MAPPING);
    private final GameFrame frame = new GameFrame(input);
    private final HopAgent agent = new HopAgent(input);
    private final Runnable game = super::render;
    private final FileHandle policy;
    private PolicyDriver driver;
    private Screen played;

    public WatchedHop(FileHandle policy) {
        this.policy = policy;
    }

    @Override
    public void create() {
        super.create();
        driver = new PolicyDriver(new NetworkPolicy(PolicyFile.read(policy), DecisionMode.DETERMINISTIC, 1), 1);
        driver.attach(agent);
    }

    @Override
    public void render() {
        if (getScreen() != played) {
            played = getScreen();
            frame.reset(); // keys that the old screen saw held are pressed anew for this one, or not at all
            if (played instanceof PlayScreen) {
                agent.bind((PlayScreen) played);
                driver.reset();
            } else {
                agent.stepped(score, true);
            }
        }
        driver.update(Gdx.graphics.getDeltaTime());
        frame.run(game);
    }
}
