/**
 * The lander: bring a craft with three engines and two springy legs down between the flags. The rules are those of Gymnasium's
 * LunarLander-v3.
 */
package io.github.gdxagents.games.lander;
