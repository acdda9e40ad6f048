/**
 * Trained policies in the running game: plain Java, nothing of the trainer, no garbage.
 *
 * <p>A {@link io.github.gdxagents.policy.PolicyModel} is what a policy file holds, a
 * {@link io.github.gdxagents.policy.NetworkPolicy} decides with it, and a {@link io.github.gdxagents.policy.PolicyDriver}
 * lets it decide for the agents of a game.
 */
package io.github.gdxagents.policy;
