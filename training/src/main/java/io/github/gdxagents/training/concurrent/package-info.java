/** What all that uses threads needs: work side by side, a look after threads that games may keep, and failures passed on. */
package io.github.gdxagents.training.concurrent;
