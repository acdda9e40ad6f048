package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.episode.Decider;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a trained policy decide for all agents of the behavior it was trained for; agents of other behaviors follow their heuristic.
 *
 * <p>The policy can be replaced while an episode runs.
 */
public final class PolicyPilot implements Pilot {
    private final EpisodeLoop loop;
    private final String game;
    private final String source;
    private final DecisionMode mode;
    private final List<Seat> driven = new ArrayList<>();
    private NetworkPolicy policy;
    private long seed;

    /**
     * Makes a pilot.
     *
     * @param loop the episodes
     * @param game the game's name, for messages
     * @param source where the policy came from, for messages
     * @param model the policy
     * @param mode whether the likeliest action is taken or one is drawn
     * @throws io.github.gdxagents.policy.PolicyMismatchException if the policy fits no agent; it lists why
     */
    public PolicyPilot(EpisodeLoop loop, String game, String source, PolicyModel model, DecisionMode mode) {
        this.loop = loop;
        this.game = game;
        this.source = source;
        this.mode = mode;
        String behavior = behaviorFor(model).name();
        loop.playAll(Decider.heuristic());
        for (int i = 0; i < loop.seatCount(); i++) {
            if (loop.seat(i).behavior().name().equals(behavior)) {
                driven.add(loop.seat(i));
            }
        }
        replace(model);
    }

    /** The game's behavior of that name, or its first one, so that the message can say what differs. */
    private BehaviorSpec behaviorFor(PolicyModel model) {
        for (int i = 0; i < loop.seatCount(); i++) {
            if (loop.seat(i).behavior().name().equals(model.behavior().name())) {
                return loop.seat(i).behavior();
            }
        }
        return loop.seat(0).behavior();
    }

    /**
     * Goes on with another policy from the next decision on. If it has memory, it begins with none, since what another remembered means
     * nothing to it.
     *
     * @param model the new policy
     * @throws io.github.gdxagents.policy.PolicyMismatchException if it doesn't fit; then the old one stays
     */
    public void replace(PolicyModel model) {
        PolicyFit.requireFit(model, driven.get(0).behavior(), source, game);
        policy = new NetworkPolicy(model, mode, driven.size());
        driven.forEach(seat -> loop.play(seat, policy));
        seed(RandomStream.hash(seed, loop.steps()));
    }

    private void seed(long newSeed) {
        for (int i = 0; i < driven.size(); i++) {
            driven.get(i).random().seed(RandomStream.hash(newSeed, i));
        }
    }

    @Override
    public EpisodeLoop loop() {
        return loop;
    }

    @Override
    public void begin(long newSeed) {
        seed = newSeed;
        seed(newSeed);
        loop.reset(newSeed);
    }

    @Override
    public boolean probabilities(Seat seat, float[] target) {
        if (seat.decider() != policy) {
            return false;
        }
        policy.probabilities(seat.outputs(), seat.mask(), target);
        return true;
    }

    @Override
    public String name() {
        return "policy " + source;
    }
}
