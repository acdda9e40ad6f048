/** What all that uses threads needs. */
package io.github.gdxagents.training.concurrent;
