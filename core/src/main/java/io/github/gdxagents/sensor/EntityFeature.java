package io.github.gdxagents.sensor;

import com.badlogic.gdx.physics.box2d.Body;

/** What a game tells of a body beside where it is: what it is worth, how hurt it is. */
public interface EntityFeature {
    /**
     * The value for a body.
     *
     * @param body that is sensed, only to be looked at; its user data may lead to what the game knows of it
     * @return finite; it must depend on the state of the game alone, and allocate nothing
     */
    float of(Body body);
}
