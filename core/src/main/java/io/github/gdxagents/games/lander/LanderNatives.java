package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;

/**
 * Loads Box2D. The first world fills tables that all worlds share, without a lock; the class loader's lock lets one thread do that
 * before any other gets a world.
 */
final class LanderNatives {
    static {
        GdxNativesLoader.load();
        Box2D.init();
        new World(new Vector2(), true).dispose();
    }

    private LanderNatives() {}

    static World newWorld() {
        World world = new World(new Vector2(0, -10), true);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        return world;
    }
}
