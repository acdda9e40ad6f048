package io.github.gdxagents.games.walker;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.RayCastCallback;
import com.badlogic.gdx.physics.box2d.World;

/**
 * Looks at the ground with ten rays that fan out from the hull's origin, from straight down to almost straight ahead.
 *
 * <p>Thread safety: that of its simulation. Allocates nothing after construction.
 */
final class WalkerLidar implements RayCastCallback {
    static final int RAYS = 10;
    /** Length of a ray, metres. */
    static final double RANGE = 160 / WalkerField.SCALE;

    private static final double RADIANS_BETWEEN = 0.15;

    private final double[] endX = new double[RAYS];
    private final double[] endY = new double[RAYS];
    private final float[] fractions = new float[RAYS];
    private int ray;

    WalkerLidar() {
        for (int i = 0; i < RAYS; i++) {
            endX[i] = StrictMath.sin(RADIANS_BETWEEN * i) * RANGE;
            endY[i] = -StrictMath.cos(RADIANS_BETWEEN * i) * RANGE;
        }
    }

    /** Looks from a point; rays see the ground and nothing else. */
    void cast(World world, Vector2 from) {
        float x = from.x; // the vector is Box2D's own
        float y = from.y;
        for (ray = 0; ray < RAYS; ray++) {
            fractions[ray] = 1;
            world.rayCast(this, x, y, (float) (x + endX[ray]), (float) (y + endY[ray]));
        }
    }

    @Override
    public float reportRayFixture(Fixture fixture, Vector2 point, Vector2 normal, float fraction) {
        if (fixture.getFilterData().categoryBits != WalkerGround.CATEGORY) {
            return -1;
        }
        fractions[ray] = fraction;
        return fraction;
    }

    /** How far a ray sees, as a share of its range; 1 if it meets nothing. */
    float fraction(int index) {
        return fractions[index];
    }

    /** Where a ray ends that sees as far as it can, metres from the hull's origin. */
    float endX(int index) {
        return (float) endX[index];
    }

    float endY(int index) {
        return (float) endY[index];
    }
}
