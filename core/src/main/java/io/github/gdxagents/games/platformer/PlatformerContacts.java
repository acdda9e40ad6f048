package io.github.gdxagents.games.platformer;

import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * Notes what the hero began to touch in the last physics step. Nothing else meets: all other things stand still or walk on rails.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class PlatformerContacts implements ContactListener {
    private static final int MOST_COINS = 16; // more don't fit into a hero's place

    private final PlatformerHero hero;
    private final PlatformerCoin[] coins = new PlatformerCoin[MOST_COINS];
    private int coinCount;
    private PlatformerWalker walker;
    private boolean spikes;
    private boolean flag;

    PlatformerContacts(PlatformerHero hero) {
        this.hero = hero;
    }

    /** Forgets the step before. */
    void clear() {
        coinCount = 0;
        walker = null;
        spikes = false;
        flag = false;
    }

    int coinCount() {
        return coinCount;
    }

    PlatformerCoin coin(int index) {
        return coins[index];
    }

    /** The walker that was met; null if none was. Their stretches are too far apart for two. */
    PlatformerWalker walker() {
        return walker;
    }

    boolean spikes() {
        return spikes;
    }

    boolean flag() {
        return flag;
    }

    @Override
    public void beginContact(Contact contact) {
        Fixture a = contact.getFixtureA();
        Fixture b = contact.getFixtureB();
        boolean first = a.getBody() == hero.body();
        touch(first ? a : b, first ? b : a, true);
    }

    @Override
    public void endContact(Contact contact) {
        Fixture a = contact.getFixtureA();
        Fixture b = contact.getFixtureB();
        boolean first = a.getBody() == hero.body();
        touch(first ? a : b, first ? b : a, false);
    }

    private void touch(Fixture own, Fixture other, boolean begins) {
        if (hero.isFeet(own)) {
            hero.touch(begins);
        } else if (begins) {
            meet(other);
        }
    }

    private void meet(Fixture other) {
        switch (other.getFilterData().categoryBits) {
            case PlatformerBits.COIN:
                if (coinCount < coins.length) {
                    coins[coinCount++] = (PlatformerCoin) other.getBody().getUserData();
                }
                break;
            case PlatformerBits.WALKER:
                walker = (PlatformerWalker) other.getBody().getUserData();
                break;
            case PlatformerBits.SPIKES:
                spikes = true;
                break;
            case PlatformerBits.FLAG:
                flag = true;
                break;
            default: // solid: Box2D sees to that
        }
    }

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
