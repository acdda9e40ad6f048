package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.network.Activation;

/**
 * What the networks of a {@link LearningProblem} look like.
 *
 * @param observations values, at least 1
 * @param continuous actions, 0 or more
 * @param choices of a single branch, at least 2
 * @param width of two hidden layers, each of policy and value function
 * @param activation of these
 */
record ProblemShape(int observations, int continuous, int choices, int width, Activation activation) {
    /** Every kind of action. */
    static ProblemShape mixed(int width) {
        return new ProblemShape(16, 2, 4, width, Activation.TANH);
    }

    /** As the bundled lander has it. */
    static ProblemShape lander(int width) {
        return new ProblemShape(8, 0, 4, width, Activation.RELU);
    }

    BehaviorSpec behavior() {
        ActionSpec.Builder action = ActionSpec.builder();
        for (int k = 0; k < continuous; k++) {
            action.continuous("action" + k);
        }
        String[] names = new String[choices];
        for (int c = 0; c < choices; c++) {
            names[c] = "choice" + c;
        }
        return BehaviorSpec.builder("learning-problem")
                .observation(ObservationSpec.builder().add("x", observations).build())
                .action(action.branch("branch", names).build())
                .build();
    }
}
