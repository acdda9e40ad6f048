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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lets trained policies decide, each for all agents of the behavior it was trained for; agents of other behaviors follow their heuristic.
 *
 * <p>A policy can be replaced while an episode runs.
 */
public final class PolicyPilot implements Pilot {
    private final EpisodeLoop loop;
    private final String game;
    private final DecisionMode mode;
    private final String name;
    /** By where its policy came from. */
    private final Map<String, BehaviorSpec> behaviors = new LinkedHashMap<>();
    /** By name, those that a policy drives. */
    private final Map<String, List<Seat>> driven = new TreeMap<>();

    private long seed;

    /**
     * Makes a pilot.
     *
     * @param loop the episodes
     * @param game the game's name, for messages
     * @param policies by where they came from, for messages; at least one
     * @param mode whether the likeliest action is taken or one is drawn
     * @throws io.github.gdxagents.policy.PolicyMismatchException if a policy fits no agent; it lists why
     * @throws IllegalArgumentException if two are for the same behavior
     */
    public PolicyPilot(EpisodeLoop loop, String game, Map<String, PolicyModel> policies, DecisionMode mode) {
        this.loop = loop;
        this.game = game;
        this.mode = mode;
        name = "policy "
                + policies.keySet().stream()
                        .map(source -> String.valueOf(Path.of(source).getFileName()))
                        .collect(Collectors.joining(", "));
        loop.playAll(Decider.heuristic());
        policies.forEach((source, model) -> {
            BehaviorSpec behavior = behaviorFor(model);
            behaviors.forEach((other, driven) -> {
                if (driven.name().equals(behavior.name())) {
                    throw new IllegalArgumentException("policies '" + other + "' and '" + source
                            + "' are both for behavior '" + behavior.name() + "'; give one for each behavior");
                }
            });
            behaviors.put(source, behavior);
            replace(source, model);
        });
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
     * @param source where it came from: one that the pilot was made with
     * @param model the new policy, for the agents of the behavior that was driven from there before
     * @throws io.github.gdxagents.policy.PolicyMismatchException if it doesn't fit; then the old one stays
     */
    public void replace(String source, PolicyModel model) {
        BehaviorSpec behavior = behaviors.get(source);
        PolicyFit.requireFit(model, behavior, source, game);
        List<Seat> seats = seatsOf(behavior);
        NetworkPolicy policy = new NetworkPolicy(model, mode, seats.size());
        seats.forEach(seat -> loop.play(seat, policy));
        driven.put(behavior.name(), seats);
        seed(RandomStream.hash(seed, loop.steps()));
    }

    private List<Seat> seatsOf(BehaviorSpec behavior) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < loop.seatCount(); i++) {
            if (loop.seat(i).behavior().name().equals(behavior.name())) {
                seats.add(loop.seat(i));
            }
        }
        return seats;
    }

    private void seed(long newSeed) {
        for (List<Seat> seats : driven.values()) {
            for (int i = 0; i < seats.size(); i++) {
                seats.get(i).seedDecisions(newSeed, i);
            }
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
        if (seat.decider() instanceof NetworkPolicy policy) {
            policy.probabilities(seat.outputs(), seat.mask(), target);
            return true;
        }
        return false;
    }

    @Override
    public String name() {
        return name;
    }
}
