package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.Inference;
import io.github.gdxagents.training.rollout.NetworkSource;

/**
 * The networks that a run trains, and what runs them meanwhile, as its configuration says.
 *
 * @param config of the run
 * @param device that they learn on
 */
record TrainedNetworks(TrainingConfig config, LearningDevice device) implements NetworkSource {
    @Override
    public ActorCritic networks(BehaviorSpec behavior) {
        return new ActorCritic(behavior, config.network());
    }

    @Override
    public Inference inference(ActorCritic networks, int slots) {
        return config.learner().inference() == InferenceDevice.DEVICE
                ? new DeviceInference(networks, slots, device, config.rollout().threadCount())
                : Inference.inJava(networks);
    }
}
