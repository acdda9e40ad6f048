package io.github.gdxagents.games.view;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.glutils.HdpiUtils;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Matrix4;

/**
 * Shows a part of the world in a part of the window: at any window size at least a given width and height of it, undistorted. It follows
 * a point gently within bounds, or stands where it is told to, and shakes.
 *
 * <pre>{@code
 * camera.follow(x + 0.5f * velocityX, y, 1f, delta);
 * camera.begin(canvas);
 * ... draw ...
 * camera.end(canvas);
 * }</pre>
 *
 * <p>Thread safety: none (render thread). Allocates nothing after construction.
 */
public final class FollowCamera {
    private static final float FOLLOW_PER_SECOND = 3f;
    private static final float SHAKE_SECONDS = 0.7f;
    private static final float SHAKE_METRES = 0.22f;
    private static final float SHAKE_SPEED_X = 71f;
    private static final float SHAKE_SPEED_Y = 57f;

    private final Matrix4 combined = new Matrix4();
    private final float leastWidth;
    private final float leastHeight;
    private int x;
    private int y;
    private int pixelWidth = 1;
    private int pixelHeight = 1;
    private float leftBound = Float.NEGATIVE_INFINITY;
    private float rightBound = Float.POSITIVE_INFINITY;
    private float lowestBound = Float.NEGATIVE_INFINITY;
    private float focusX;
    private float focusY;
    private float zoom = 1f;
    private float left;
    private float bottom;
    private float width;
    private float height;
    private float shaking;
    private float time;

    /**
     * Makes a camera.
     *
     * @param leastWidth what is seen at least at zoom 1, metres, above 0
     * @param leastHeight what is seen at least at zoom 1, metres, above 0
     */
    public FollowCamera(float leastWidth, float leastHeight) {
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
    }

    /**
     * Says where in the window to draw.
     *
     * @param newX the left edge in pixels
     * @param newY the bottom edge in pixels
     * @param width in pixels; less than 1 counts as 1
     * @param height in pixels; less than 1 counts as 1
     */
    public void resize(int newX, int newY, int width, int height) {
        x = newX;
        y = newY;
        pixelWidth = Math.max(1, width);
        pixelHeight = Math.max(1, height);
    }

    /**
     * Says what {@link #follow} must not show; if the window is wider than that, its middle is in the middle.
     *
     * @param newLeft metres
     * @param newRight metres, above {@code newLeft}
     * @param newLowest metres
     */
    public void bounds(float newLeft, float newRight, float newLowest) {
        leftBound = newLeft;
        rightBound = newRight;
        lowestBound = newLowest;
    }

    /**
     * Comes closer to a point.
     *
     * @param wantedX metres
     * @param wantedY metres
     * @param wantedZoom below 1 is closer
     * @param delta seconds; infinite to be there at once
     */
    public void follow(float wantedX, float wantedY, float wantedZoom, float delta) {
        float share = 1f - (float) Math.exp(-FOLLOW_PER_SECOND * delta);
        float newZoom = zoom + (wantedZoom - zoom) * share;
        float halfHeight = wholeHeight() * newZoom / 2f;
        float halfWidth = halfHeight * aspect();
        float aimX = rightBound - leftBound > 2f * halfWidth
                ? MathUtils.clamp(wantedX, leftBound + halfWidth, rightBound - halfWidth)
                : (leftBound + rightBound) / 2f;
        float aimY = Math.max(wantedY, lowestBound + halfHeight);
        show(focusX + (aimX - focusX) * share, focusY + (aimY - focusY) * share, newZoom, delta);
    }

    /**
     * Stands somewhere.
     *
     * @param centreX metres
     * @param centreY metres
     * @param newZoom below 1 is closer
     * @param delta seconds since the last frame, for the shaking
     */
    public void show(float centreX, float centreY, float newZoom, float delta) {
        focusX = centreX;
        focusY = centreY;
        zoom = newZoom;
        if (delta < Float.POSITIVE_INFINITY) {
            time += delta;
            shaking = Math.max(0f, shaking - delta / SHAKE_SECONDS);
        }
        float away = SHAKE_METRES * shaking * shaking;
        height = wholeHeight() * zoom;
        width = height * aspect();
        left = focusX + away * MathUtils.sin(time * SHAKE_SPEED_X) - width / 2f;
        bottom = focusY + away * MathUtils.sin(time * SHAKE_SPEED_Y) - height / 2f;
        combined.setToOrtho2D(left, bottom, width, height);
    }

    /**
     * Begins to shake, for less than a second.
     *
     * @param strength 0 ends it, 1 is a crash
     */
    public void shake(float strength) {
        shaking = strength;
    }

    /**
     * Begins a drawing that stays within this camera's part of the window.
     *
     * @param canvas not begun yet
     */
    public void begin(Canvas canvas) {
        HdpiUtils.glViewport(x, y, pixelWidth, pixelHeight);
        Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
        HdpiUtils.glScissor(x, y, pixelWidth, pixelHeight);
        canvas.begin(combined);
    }

    /**
     * Ends the drawing.
     *
     * @param canvas was begun by {@link #begin}
     */
    public void end(Canvas canvas) {
        canvas.end();
        Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
    }

    /**
     * From metres to the screen, for whoever draws over the scene.
     *
     * @return projection and view of the last frame, to be looked at only
     */
    public Matrix4 projection() {
        return combined;
    }

    /**
     * The height that is seen at zoom 1.
     *
     * @return metres
     */
    public float wholeHeight() {
        return Math.max(leastHeight, leastWidth / aspect());
    }

    /**
     * The window's shape.
     *
     * @return width per height
     */
    public float aspect() {
        return (float) pixelWidth / pixelHeight;
    }

    /**
     * Whether something can be seen.
     *
     * @param px its middle, metres
     * @param py its middle, metres
     * @param reach how far it reaches from there, metres
     * @return false if it lies beside the picture
     */
    public boolean sees(float px, float py, float reach) {
        return px > left - reach && px < left + width + reach && py > bottom - reach && py < bottom + height + reach;
    }

    /**
     * The left edge of what is seen.
     *
     * @return metres
     */
    public float left() {
        return left;
    }

    /**
     * The bottom edge of what is seen.
     *
     * @return metres
     */
    public float bottom() {
        return bottom;
    }

    /**
     * How much is seen.
     *
     * @return metres
     */
    public float width() {
        return width;
    }

    /**
     * How much is seen.
     *
     * @return metres
     */
    public float height() {
        return height;
    }
}
