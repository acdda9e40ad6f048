/** What characters see and feel: objects that name a part of an observation, sense it in a Box2D world and draw what they sensed. */
package io.github.gdxagents.sensor;
