/** What networks begin with: random numbers, or the policy of a file whose observations may be others than the game's. */
package io.github.gdxagents.training.initial;
