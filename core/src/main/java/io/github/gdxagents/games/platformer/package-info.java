/**
 * The platformer: run and jump through a level that the seed made, over gaps, spikes and walkers, to the flag. Coyote time, buffered
 * jumps and jumps as high as the button is held, as players expect them.
 */
package io.github.gdxagents.games.platformer;
