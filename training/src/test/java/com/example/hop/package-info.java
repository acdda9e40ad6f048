/** A small game as such games are: statics, logic in {@code render}, keys that are polled, textures. It knows nothing of agents. */
package com.example.hop;
