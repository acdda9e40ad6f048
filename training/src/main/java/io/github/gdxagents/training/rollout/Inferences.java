package io.github.gdxagents.training.rollout;

import io.github.gdxagents.training.concurrent.Failures;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs the networks of all behaviors.
 *
 * <p>Thread safety: as that of {@link Inference}.
 */
final class Inferences implements AutoCloseable {
    private final Instances instances;
    private final List<Inference> inferences = new ArrayList<>();

    /** Makes one for each behavior; if one fails, those before it are closed. */
    Inferences(Instances instances, NetworkSource source) {
        this.instances = instances;
        try {
            for (int g = 0; g < instances.groups().size(); g++) {
                inferences.add(source.inference(instances.shape(g), slots(g, instances.size())));
            }
        } catch (RuntimeException | Error failure) {
            Failures.closeAllAfter(failure, inferences);
            throw failure;
        }
    }

    private int slots(int group, int instanceCount) {
        return instanceCount * instances.groups().get(group).perInstance();
    }

    /** Makes a worker's own policies, one for each behavior, with room for the slots of so many instances. */
    RolloutPolicy[] policies(int instanceCount) {
        RolloutPolicy[] policies = new RolloutPolicy[inferences.size()];
        for (int g = 0; g < policies.length; g++) {
            int slots = slots(g, instanceCount);
            policies[g] =
                    new RolloutPolicy(instances.shape(g), inferences.get(g).pass(slots), slots);
        }
        return policies;
    }

    /** Frees what the policies share; a second time does nothing. */
    @Override
    public void close() {
        List<Inference> open = List.copyOf(inferences);
        inferences.clear();
        Failures.closeAll(open);
    }
}
