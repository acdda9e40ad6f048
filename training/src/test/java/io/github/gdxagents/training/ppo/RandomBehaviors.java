package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.initial.Initialization;
import io.github.gdxagents.training.network.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Random specifications, networks and masks. */
public final class RandomBehaviors {
    private RandomBehaviors() {}

    /** 0 to 3 continuous values and 0 to 3 branches of 2 to 5 choices, but not neither. */
    public static BehaviorSpec behavior(RandomStream random) {
        int continuous = random.nextInt(4);
        BehaviorSpec plain =
                behavior(1 + random.nextInt(9), continuous, random.nextInt(4) + (continuous == 0 ? 1 : 0), random);
        return random.nextInt(8) == 0 ? withGroups(plain, random) : plain;
    }

    /** The same, but it observes one to four groups of any kinds. */
    public static BehaviorSpec withGroups(BehaviorSpec behavior, RandomStream random) {
        return withObservation(behavior, groups(random));
    }

    /** One to four groups of any kinds. */
    private static ObservationSpec groups(RandomStream random) {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        String[] features = {"a", "b", "c"};
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String[] some = Arrays.copyOf(features, 1 + random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> observation.add("x" + i, 1 + random.nextInt(3));
                case 1 -> observation.vector("vector" + i, some);
                case 2 -> observation.grid("grid" + i, 1 + random.nextInt(5), 1 + random.nextInt(5), some);
                default -> observation.set("set" + i, 1 + random.nextInt(4), some);
            }
        }
        return observation.build();
    }

    public static BehaviorSpec behavior(int observations, int continuous, int branches, RandomStream random) {
        ActionSpec.Builder action = ActionSpec.builder();
        for (int i = 0; i < continuous; i++) {
            action.continuous("value" + i);
        }
        for (int b = 0; b < branches; b++) {
            String[] choices = new String[2 + random.nextInt(4)];
            for (int c = 0; c < choices.length; c++) {
                choices[c] = "choice" + c;
            }
            action.branch("branch" + b, choices);
        }
        return BehaviorSpec.builder("random")
                .observation(ObservationSpec.builder().add("x", observations).build())
                .action(action.build())
                .build();
    }

    /** So many of ten names, in any order. */
    public static List<String> names(RandomStream random, int count) {
        List<String> left = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            names.add(left.remove(random.nextInt(left.size())));
        }
        return names;
    }

    /** The same but for its observations. */
    public static BehaviorSpec withObservation(BehaviorSpec behavior, List<String> names) {
        return withObservation(behavior, ObservationSpec.of(names.toArray(new String[0])));
    }

    public static BehaviorSpec withObservation(BehaviorSpec behavior, ObservationSpec observation) {
        return BehaviorSpec.builder(behavior.name())
                .observation(observation)
                .action(behavior.action())
                .decisionPeriod(behavior.decisionPeriod())
                .stepLimit(behavior.stepLimit())
                .build();
    }

    /** 1 to 3 hidden layers of 1 to 70 units, tanh or relu, weights about 1 / sqrt(inputs). */
    public static ActorCritic networks(BehaviorSpec behavior, RandomStream random) {
        int[] hidden = new int[1 + random.nextInt(3)];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = 1 + random.nextInt(70);
        }
        Activation activation = random.nextInt(2) == 0 ? Activation.TANH : Activation.RELU;
        return randomize(TestNetworks.feedForward(behavior, hidden, activation), random);
    }

    public static ActorCritic randomize(ActorCritic networks, RandomStream random) {
        Initialization.apply(networks, 0, random);
        float[] flat = networks.parameters();
        for (int i = 0; i < flat.length; i++) {
            flat[i] += 0.2f * random.nextGaussian();
        }
        networks.setParameters(flat);
        return networks;
    }

    /** Forbids about a third of the choices, but never all of a branch. */
    public static ActionMask mask(ActionSpec action, RandomStream random) {
        ActionMask mask = new ActionMask(action);
        for (int b = 0; b < action.branchCount(); b++) {
            int kept = random.nextInt(action.branchSize(b));
            for (int c = 0; c < action.branchSize(b); c++) {
                if (c != kept && random.nextInt(3) == 0) {
                    mask.forbid(b, c);
                }
            }
        }
        return mask;
    }

    public static float[] gaussians(int count, double scale, RandomStream random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (scale * random.nextGaussian());
        }
        return numbers;
    }
}
