package io.github.gdxagents.training.rollout;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.replay.RecordedSimulation;
import io.github.gdxagents.training.concurrent.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * All simulated instances of a run, from their making to their disposal.
 *
 * <p>Thread safety: none; while workers are at work, each instance belongs to one of them.
 */
final class Instances implements AutoCloseable {
    private static final int SHOWN_PROBLEMS = 5;

    private final List<BehaviorSlots> groups;
    private final List<ActorCritic> shapes;
    private final List<Instance> all;

    private Instances(List<BehaviorSlots> groups, List<ActorCritic> shapes, List<Instance> all) {
        this.groups = groups;
        this.shapes = shapes;
        this.all = List.copyOf(all);
    }

    /**
     * Makes instances on the calling thread; if one fails, those before it are disposed.
     *
     * @param count at least 1
     * @param seed the run's seed
     * @param networks of each behavior, whose shape counts
     * @throws SimulationFault if one can't be made, or has other agents than the first
     * @throws IllegalArgumentException if there is no agent, or behaviors of one name differ
     */
    static Instances make(InstanceFactory factory, int count, long seed, Function<BehaviorSpec, ActorCritic> networks) {
        List<RecordedSimulation> games = new ArrayList<>();
        List<AutoCloseable> disposals = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                String place = Instance.place(i);
                RecordedSimulation made = factory.make(i, place);
                games.add(made);
                disposals.add(() -> InstanceFactory.dispose(made, place));
            }
            List<BehaviorSlots> groups = BehaviorSlots.of(games.get(0).game());
            List<ActorCritic> shapes =
                    groups.stream().map(BehaviorSlots::behavior).map(networks).toList();
            List<Instance> instances = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                instances.add(new Instance(i, games.get(i), factory, groups, seed));
            }
            return new Instances(groups, shapes, instances);
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, disposals);
            throw failure;
        }
    }

    /** The behaviors of the game and their agents, in order of first appearance. */
    List<BehaviorSlots> groups() {
        return groups;
    }

    /** The networks of a behavior, without weights that count. */
    ActorCritic shape(int group) {
        return shapes.get(group);
    }

    int size() {
        return all.size();
    }

    List<Instance> at(List<Integer> indices) {
        return indices.stream().map(all::get).toList();
    }

    /** Neighbors together, as many to each as can be. */
    List<List<Instance>> slices(int count) {
        List<List<Instance>> slices = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            slices.add(all.subList(w * size() / count, (w + 1) * size() / count));
        }
        return slices;
    }

    /** Rollouts with room for all slots, one for each behavior. */
    List<Rollout> newRollouts(int horizon) {
        List<Rollout> made = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            BehaviorSlots group = groups.get(g);
            int slots = size() * group.perInstance();
            made.add(new Rollout(group.behavior(), horizon, slots, shapes.get(g).sequences()));
        }
        return made;
    }

    /** Episodes of a behavior that ended in the last iteration, by instance and agent, then by time. */
    List<FinishedEpisode> finishedEpisodes(int group) {
        List<FinishedEpisode> episodes = new ArrayList<>();
        all.forEach(instance -> episodes.addAll(instance.finishedEpisodes(group)));
        return episodes;
    }

    /** What the instances' future depends on, sharing nothing with them. */
    List<InstanceState> save() {
        return all.stream().map(Instance::save).toList();
    }

    /** Goes on from saved instances, whose running episodes are given up. */
    void restoreWithoutEpisodes(List<InstanceState> states) {
        requireFit(states);
        for (int i = 0; i < states.size(); i++) {
            all.get(i).restoreWithoutEpisode(states.get(i));
        }
    }

    /**
     * Checks that states are of such instances.
     *
     * @throws IllegalArgumentException if their number, or that of their agents, doesn't fit
     */
    void requireFit(List<InstanceState> states) {
        if (states.size() != size()) {
            throw new IllegalArgumentException("rollout.instances: " + states.size()
                    + " instances were saved, but there are " + size()
                    + "; resume with the number of instances that the run began with");
        }
        for (int i = 0; i < states.size(); i++) {
            all.get(i).requireFit(states.get(i));
        }
    }

    /** What to throw if the game plays otherwise than it did when the instances were saved. */
    ReplayMismatchException mismatch(List<String> problems) {
        return new ReplayMismatchException(all.get(0).game(), size(), problems, SHOWN_PROBLEMS);
    }

    /** Disposes them; a second time does nothing. */
    @Override
    public void close() {
        Failures.closeAll(all);
    }
}
