/** The bundled games: one package a game, and the catalog that lists them. */
package io.github.gdxagents.games;
