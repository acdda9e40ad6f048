package com.example.moth;

import com.badlogic.gdx.Gdx;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyDriver;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import java.util.List;

/** What the project's README says of playing a policy. */
class MothScreen {
    void play(Simulation simulation, List<? extends Agent> moths, long seed) {
        PolicyModel model = PolicyFile.read(Gdx.files.internal("moth.policy"));
        PolicyDriver driver =
                new PolicyDriver(new NetworkPolicy(model, DecisionMode.DETERMINISTIC, moths.size()), seed);
        driver.attachAll(moths);

        simulation.reset(seed);
        driver.reset(seed);

        driver.update();
        simulation.step();
    }
}
