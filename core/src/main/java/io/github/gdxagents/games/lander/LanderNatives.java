package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;

/**
 * Loads Box2D. The first world and the first contact fill tables that all worlds share, without a lock; the class loader's lock lets one thread do that
 * before any other gets a world.
 */
final class LanderNatives {
    static {
        GdxNativesLoader.load();
        Box2D.init();
        touchOnce();
    }

    private LanderNatives() {}

    private static void touchOnce() {
        World world = new World(new Vector2(), true);
        CircleShape shape = new CircleShape();
        shape.setRadius(1);
        BodyDef definition = new BodyDef();
        for (BodyDef.BodyType type :
                new BodyDef.BodyType[] {BodyDef.BodyType.StaticBody, BodyDef.BodyType.DynamicBody}) {
            definition.type = type;
            world.createBody(definition).createFixture(shape, 1);
        }
        shape.dispose();
        world.step(1, 1, 1);
        world.dispose();
    }

    static World newWorld() {
        World world = new World(new Vector2(0, -10), true);
        world.setContactFilter(null); // the categories suffice; spares a call into Java for each new pair
        return world;
    }
}
