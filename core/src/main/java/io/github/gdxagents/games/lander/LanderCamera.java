package io.github.gdxagents.games.lander;

import com.badlogic.gdx.math.MathUtils;
import io.github.gdxagents.games.view.FollowCamera;

/**
 * Shows the whole field at any window size, comes gently closer as the lander comes down, and follows it when it leaves the field.
 *
 * <p>The field is 20 by 13.3 metres. What a wider or higher window shows beside it is scenery.
 */
final class LanderCamera {
    /** The lowest line that is shown when the whole field is. */
    static final float BOTTOM = -0.2f;

    private static final float FIELD_WIDTH = 20f;
    private static final float FIELD_HEIGHT = 14.6f;
    private static final float CLOSEST = 0.66f;
    private static final float FOLLOW_PER_SECOND = 1.6f;

    private final FollowCamera view = new FollowCamera(FIELD_WIDTH, FIELD_HEIGHT);
    private float zoom = 1f;
    private float focusX = FIELD_WIDTH / 2f;
    private float focusY;

    void reset() {
        zoom = 1f;
        focusX = FIELD_WIDTH / 2f;
        focusY = view.wholeHeight() / 2f + BOTTOM;
        view.shake(0f);
    }

    /** Comes closer to where it should be; {@code ground} is the height of the terrain below the lander. */
    void follow(float x, float y, float ground, float delta) {
        float near = 1f - MathUtils.clamp((y - ground - 1.2f) / 6f, 0f, 1f);
        near *= 1f - MathUtils.clamp((Math.abs(x - FIELD_WIDTH / 2f) - 4f) / 4f, 0f, 1f);
        float wantedZoom = MathUtils.lerp(1f, CLOSEST, near * near * (3f - 2f * near));
        float share = 1f - (float) Math.exp(-FOLLOW_PER_SECOND * delta);
        zoom += (wantedZoom - zoom) * share;
        float halfHeight = view.wholeHeight() / 2f * zoom;
        float halfWidth = halfHeight * view.aspect();
        float spare = Math.max(0f, FIELD_WIDTH / 2f - halfWidth);
        float wantedX = MathUtils.clamp(x, FIELD_WIDTH / 2f - spare, FIELD_WIDTH / 2f + spare);
        float lowest = BOTTOM + halfHeight;
        float wantedY = MathUtils.clamp(
                y + 0.1f * halfHeight, lowest, Math.max(lowest, BOTTOM + view.wholeHeight() - halfHeight));
        wantedY = Math.max(wantedY, y + 1.4f - halfHeight);
        focusX += (wantedX - focusX) * share;
        focusY += (wantedY - focusY) * Math.min(1f, 2f * share);
        focusY = Math.max(focusY, y + 0.9f - halfHeight); // it may be faster than the camera is gentle
        view.show(focusX, focusY, zoom, delta);
    }

    /** What it shows; {@link #follow} moves it. */
    FollowCamera view() {
        return view;
    }
}
