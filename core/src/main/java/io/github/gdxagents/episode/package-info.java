/**
 * Plays episodes: {@link io.github.gdxagents.episode.EpisodeLoop} is the one loop that the trainer, evaluations, checks, replays,
 * benchmarks, the window and shipped games run on. Deciders say what is done, listeners watch.
 */
package io.github.gdxagents.episode;
