package io.github.gdxagents.games.lander;

/** What the view draws of the lander at one moment: positions in metres, angles in radians, engine powers from 0 to 1. */
final class LanderPose {
    /** One body: x, y and angle. */
    static final class Body {
        float x;
        float y;
        float angle;

        void set(float newX, float newY, float newAngle) {
            x = newX;
            y = newY;
            angle = newAngle;
        }

        void between(Body from, Body to, float alpha) {
            set(
                    from.x + (to.x - from.x) * alpha,
                    from.y + (to.y - from.y) * alpha,
                    from.angle + (to.angle - from.angle) * alpha);
        }
    }

    final Body hull = new Body();
    final Body[] legs = {new Body(), new Body()};

    /** The main engine. */
    float main;

    /** The side engines: negative pushes the lander to its left, positive to its right. */
    float side;

    void between(LanderPose from, LanderPose to, float alpha) {
        hull.between(from.hull, to.hull, alpha);
        for (int i = 0; i < legs.length; i++) {
            legs[i].between(from.legs[i], to.legs[i], alpha);
        }
        main = from.main + (to.main - from.main) * alpha;
        side = from.side + (to.side - from.side) * alpha;
    }

    void set(LanderPose other) {
        between(other, other, 0f);
    }
}
