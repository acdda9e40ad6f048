/** The racer: drive laps on a track that nobody has seen before, with tyres that give way at a limit. */
package io.github.gdxagents.games.racer;
