package io.github.gdxagents.box2d;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * Notes what of a character on legs touches the ground: its legs may, its hull must not.
 *
 * <p>A leg counts as lifted when it leaves one piece of the ground, though it may stand on the next already, as in Gymnasium's Box2D tasks. A
 * hull that has touched anything has touched it for the rest of the episode.
 *
 * <p>Thread safety: none. Allocates nothing per contact.
 */
public final class LegContacts implements ContactListener {
    private Body hull;
    private Body[] legs = {};
    private boolean[] touching = {};
    private boolean isFallen;

    /**
     * Begins an episode, in which nothing touches anything yet.
     *
     * @param newHull what must not touch the ground
     * @param newLegs what may, kept
     */
    public void reset(Body newHull, Body... newLegs) {
        hull = newHull;
        legs = newLegs;
        touching = new boolean[newLegs.length];
        isFallen = false;
    }

    /**
     * Whether a leg touches the ground.
     *
     * @param index of the leg, as {@link #reset} was given it
     * @return false before it ever did
     */
    public boolean isTouching(int index) {
        return touching[index];
    }

    /**
     * Whether the hull has touched anything.
     *
     * @return true from then on until the next reset, though it may bounce off
     */
    public boolean isFallen() {
        return isFallen;
    }

    @Override
    public void beginContact(Contact contact) {
        touch(contact, true);
    }

    @Override
    public void endContact(Contact contact) {
        touch(contact, false);
    }

    private void touch(Contact contact, boolean begins) {
        Body a = contact.getFixtureA().getBody();
        Body b = contact.getFixtureB().getBody();
        isFallen |= begins && (a == hull || b == hull);
        for (int leg = 0; leg < legs.length; leg++) {
            if (a == legs[leg] || b == legs[leg]) {
                touching[leg] = begins;
            }
        }
    }

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
