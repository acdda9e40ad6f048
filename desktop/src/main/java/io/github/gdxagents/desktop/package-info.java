/** The game window: play, watch trained agents, inspect them. */
package io.github.gdxagents.desktop;
