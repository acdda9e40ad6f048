package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.policy.PolicyModel;

/** Policies whose decisions are known. */
public final class Policies {
    private Policies() {}

    /** One that always chooses {@code choice} in the countdown: only its bias differs from 0. */
    static PolicyModel choosing(int choice) {
        return choosing(CountdownSimulation.BEHAVIOR, choice);
    }

    /** One that always chooses {@code choice} of the first branch. */
    public static PolicyModel choosing(BehaviorSpec behavior, int choice) {
        int inputs = behavior.observation().size();
        int outputs = behavior.action().outputSize();
        Network network = Network.zeros(inputs, new int[0], Activation.TANH, outputs);
        float[] parameters = new float[network.parameterCount()];
        parameters[inputs * outputs + choice] = 5f; // weights [in][out], then the bias
        network.setParameters(parameters, 0);
        return PolicyModel.builder(behavior, network)
                .goldenSamples(2, RandomStream.of(1))
                .build();
    }
}
