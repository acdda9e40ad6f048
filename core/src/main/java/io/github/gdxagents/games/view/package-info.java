/**
 * How a game is shown and played: what every view and every keyboard of a bundled game offers, and the few tools they are drawn with.
 *
 * <p>Games draw shapes and no pictures, so that they need no files. Nothing here is used when a simulation runs without a window.
 */
package io.github.gdxagents.games.view;
