package io.github.gdxagents.games.racer;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;
import java.util.List;

/** Tells each car's driver what the car touches: a border or another car. */
final class RacerContacts implements ContactListener {
    private final List<RacerAgent> drivers;

    RacerContacts(List<RacerAgent> drivers) {
        this.drivers = drivers;
    }

    @Override
    public void beginContact(Contact contact) {
        tell(contact, 1);
    }

    @Override
    public void endContact(Contact contact) {
        tell(contact, -1);
    }

    private void tell(Contact contact, int more) {
        Body a = contact.getFixtureA().getBody();
        Body b = contact.getFixtureB().getBody();
        boolean isCars = a.getUserData() != null && b.getUserData() != null;
        for (int i = 0; i < drivers.size(); i++) {
            Body car = drivers.get(i).car().body();
            if (a == car || b == car) {
                drivers.get(i).touch(isCars, more);
            }
        }
    }

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
