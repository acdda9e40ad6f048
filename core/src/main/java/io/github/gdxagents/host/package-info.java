/** What lets an existing game, which asks {@code Gdx} for its input and draws where it thinks, be played by agents without being changed. */
package io.github.gdxagents.host;
