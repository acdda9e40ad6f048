package io.github.gdxagents.training.rollout;

/**
 * What a slot goes on from between two iterations.
 *
 * @param random as {@link io.github.gdxagents.agent.RandomStream#save} wrote it
 * @param episodeReturn undiscounted sum of the running episode's rewards
 * @param episodeLength decisions in the running episode
 * @param episodeTerms {@code [terms]}: sums of the reward's named parts in the running episode
 * @param memory of actor and critic, {@code [memory size]}
 * @param open its last decision, if that goes on into the next iteration, or null
 */
public record SlotState(
        long[] random, double episodeReturn, int episodeLength, double[] episodeTerms, float[] memory, OpenRow open) {}
