/**
 * Episodes as a seed and the actions that followed: recorded while they are played, kept in files, played again. Box2D's state can't be
 * written out, but a simulation that is deterministic needs no more than this to come back to any point.
 */
package io.github.gdxagents.replay;
