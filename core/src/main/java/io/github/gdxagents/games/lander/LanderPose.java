package io.github.gdxagents.games.lander;

import io.github.gdxagents.games.view.Pose;

/** What the view draws of the lander at one moment: positions in metres, angles in radians, engine powers from 0 to 1. */
final class LanderPose {
    final Pose hull = new Pose();
    final Pose[] legs = {new Pose(), new Pose()};

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
