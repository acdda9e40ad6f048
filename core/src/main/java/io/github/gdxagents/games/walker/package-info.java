/**
 * The walker: a body on two legs that crosses a landscape, flat or full of stumps, pits and stairs. Rules and measures are those of
 * Gymnasium's BipedalWalker-v3.
 */
package io.github.gdxagents.games.walker;
