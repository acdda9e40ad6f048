package com.acme.mygame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.box2d.Box2DNatives;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFit;
import java.io.File;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The game without a window. */
class TagGameTest {
    @BeforeAll
    static void loadBox2d() {
        Box2DNatives.require();
    }

    /** Plays episodes in many ways, and says what would mislead a trainer: run it after each change of the game. */
    @Test
    void theGameKeepsTheContract() {
        SimulationCheck.of(new TagFactory()).episodes(20).seed(1).run().requireClean();
    }

    @Test
    void whoIsCaughtHasLost() {
        TagGame game = new TagGame();
        EpisodeLoop loop = new EpisodeLoop(game);
        loop.play(loop.seat(0), Decider.heuristic());
        loop.play(loop.seat(1), seat -> seat.actions().clear()); // stays where it is
        double[] returns = new double[2];
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                returns[seat.index()] = seat.episodeReturn();
            }
        });
        loop.reset(7);
        while (!loop.isOver()) {
            loop.step();
        }
        assertEquals(StepStatus.TERMINATED, game.agents().get(0).status());
        assertTrue(returns[0] > 1);
        assertTrue(returns[1] < -1);
        game.dispose();
    }

    /** A policy of a former version of the game is found here, not by a player. */
    @Test
    void trainedPoliciesFitTheGame() {
        TagGame game = new TagGame();
        for (Agent agent : game.agents()) {
            String name = agent.behavior().name() + ".policy";
            File file = new File("src/main/resources", name);
            if (file.exists()) {
                PolicyFit.requireFit(PolicyFile.read(new FileHandle(file)), agent.behavior(), name, TagFactory.class.getName());
            }
        }
        game.dispose();
    }
}
