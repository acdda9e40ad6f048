package io.github.gdxagents.games.walker;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * Notes what touches the ground: a shin may, the hull must not.
 */
final class WalkerContacts implements ContactListener {
    private final boolean[] feet = new boolean[2];
    private WalkerBodies bodies;
    private boolean hull;

    void reset(WalkerBodies newBodies) {
        bodies = newBodies;
        feet[0] = false;
        feet[1] = false;
        hull = false;
    }

    boolean foot(int leg) {
        return feet[leg];
    }

    boolean hull() {
        return hull;
    }

    @Override
    public void beginContact(Contact contact) {
        touch(contact, true);
    }

    @Override
    public void endContact(Contact contact) {
        touch(contact, false);
    }

    /** As in the original, a foot counts as lifted when it leaves one piece of the ground, though it may stand on the next already. */
    private void touch(Contact contact, boolean begins) {
        Body a = contact.getFixtureA().getBody();
        Body b = contact.getFixtureB().getBody();
        hull |= begins && (a == bodies.hull || b == bodies.hull);
        for (int leg = 0; leg < feet.length; leg++) {
            Body shin = bodies.legs[2 * leg + 1];
            if (a == shin || b == shin) {
                feet[leg] = begins;
            }
        }
    }

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
