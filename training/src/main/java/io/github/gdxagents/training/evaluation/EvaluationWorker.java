package io.github.gdxagents.training.evaluation;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.replay.GameFault;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.concurrent.Heartbeat;
import io.github.gdxagents.training.rollout.InstanceFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays episodes of one simulation with given policies. What an episode yields depends on its seed alone. */
final class EvaluationWorker implements AutoCloseable, EpisodeListener {
    private final InstanceFactory factory;
    private final Heartbeat heartbeat = new Heartbeat();
    private volatile RecordedSimulation simulation; // looked at by whoever finds it stuck
    private volatile SimulationSettings settings; // so are these
    private EpisodeLoop loop;
    private boolean isBroken;
    private List<PolicyModel> policies;
    private DecisionMode mode;
    private EvaluationEpisode episode;

    /** Makes the first instance with these settings. */
    EvaluationWorker(InstanceFactory factory, int number, SimulationSettings settings) {
        this.factory = factory;
        use(factory.make(number, "evaluation instance " + number, settings), settings);
    }

    private void use(RecordedSimulation made, SimulationSettings madeWith) {
        simulation = made;
        settings = madeWith;
        loop = new EpisodeLoop(simulation);
        loop.listen(this);
        isBroken = false;
    }

    /** After a fault, or for other settings: a new instance takes the place of this one before the next episode. */
    void giveUp() {
        InstanceFactory.disposeHere(simulation, "evaluation");
        isBroken = true;
    }

    /** Gets ready for an episode with some settings; a new instance that is needed and can't be made is a fault. */
    void prepare(int number, String place, SimulationSettings wanted) {
        if (isBroken) {
            use(factory.makeHere(number, place, wanted), wanted);
            use(policies, mode);
        } else if (!wanted.equals(settings)) {
            giveUp();
            simulation = factory.makeHere(number, place, wanted);
            settings = wanted;
            loop.replaceSimulation(simulation);
            isBroken = false;
        }
    }

    /** What the game was made with. */
    Map<String, Double> settings() {
        return settings.asMap();
    }

    @Override
    public void ended(Seat seat) {
        episode.add(seat);
    }

    /** Refuses policies that can't decide for the game's agents; one of a behavior that it doesn't have is held against the first. */
    void requireFit(List<PolicyModel> policies, String game) {
        Set<String> given = new LinkedHashSet<>();
        List<BehaviorSpec> behaviors =
                simulation.agents().stream().map(Agent::behavior).toList();
        for (PolicyModel policy : policies) {
            String name = policy.behavior().name();
            if (!given.add(name)) {
                throw new PolicyMismatchException("Two of the policies are of behavior '" + name
                        + "'. Give one policy for each behavior of the game.");
            }
            BehaviorSpec behavior = behaviors.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElse(behaviors.get(0));
            PolicyFit.requireFit(policy, behavior, name, game);
        }
        List<String> missing = behaviors.stream()
                .map(BehaviorSpec::name)
                .filter(name -> !given.contains(name))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new PolicyMismatchException("Game '" + game + "' has agents of " + missing
                    + " too, of which the policy is" + " missing; there are policies for " + given
                    + " only. Give a policy for each behavior of the game.");
        }
    }

    /** Hands the agents over to policies. */
    void use(List<PolicyModel> newPolicies, DecisionMode newMode) {
        policies = newPolicies;
        mode = newMode;
        List<NetworkPolicy> players = policies.stream()
                .map(model -> new NetworkPolicy(model, mode, loop.seatCount()))
                .toList();
        for (int i = 0; i < loop.seatCount(); i++) {
            loop.play(loop.seat(i), players.get(groupOf(loop.seat(i))));
        }
    }

    private int groupOf(Seat seat) {
        String name = seat.behavior().name();
        for (int g = 0; g < policies.size(); g++) {
            if (policies.get(g).behavior().name().equals(name)) {
                return g;
            }
        }
        throw new IllegalStateException("no policy for behavior '" + name + "'"); // requireFit came first
    }

    /** Plays one episode. */
    EvaluationEpisode play(long seed) {
        episode = new EvaluationEpisode();
        loop.reset(seed);
        heartbeat.beat();
        InstanceFactory.requireRunning(loop);
        int[] attached = new int[policies.size()];
        for (int i = 0; i < loop.seatCount(); i++) { // as a driver of each policy's agents in a game would seed them
            Seat seat = loop.seat(i);
            seat.seedDecisions(seed, attached[groupOf(seat)]++);
        }
        while (!loop.isOver()) {
            loop.observe();
            loop.decide();
            heartbeat.beat();
            loop.advance();
            heartbeat.beat();
        }
        if (simulation.isFull()) {
            episode.cut();
        }
        return episode;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** A fault that another thread noticed. */
    GameFault fault(String fault) {
        return simulation.fault(fault);
    }

    @Override
    public void close() {
        if (!isBroken) {
            factory.dispose(simulation, "evaluation");
        }
    }
}
