/** What existing games find where they run without a display: an application in {@code Gdx}, and copies of their classes apart from each other. */
package io.github.gdxagents.training.host;
