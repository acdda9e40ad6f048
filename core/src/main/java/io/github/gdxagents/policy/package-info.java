/**
 * Trained policies in the running game: plain Java, nothing of the trainer, no garbage.
 *
 * <p>A PolicyModel is what a policy file holds, a
 * NetworkPolicy decides with it, and a PolicyDriver lets it
 * decide for the agents of a game.
 */
package io.github.gdxagents.policy;
