package io.github.gdxagents.games.lander;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * Notes what touches the ground: a leg may, the hull must not.
 */
final class LanderContacts implements ContactListener {
    private LanderCraftBodies craft;
    private final boolean[] legs = new boolean[2];
    private boolean hull;

    void reset(LanderCraftBodies newCraft) {
        craft = newCraft;
        legs[0] = false;
        legs[1] = false;
        hull = false;
    }

    boolean leg(int leg) {
        return legs[leg];
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

    private void touch(Contact contact, boolean begins) {
        Body a = contact.getFixtureA().getBody();
        Body b = contact.getFixtureB().getBody();
        // a crash stays a crash when the wreck bounces off
        hull |= begins && (a == craft.hull || b == craft.hull);
        for (int leg = 0; leg < legs.length; leg++) {
            if (a == craft.legs[leg] || b == craft.legs[leg]) {
                legs[leg] = begins;
            }
        }
    }

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
