package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import io.github.gdxagents.desktop.session.Trace;

/**
 * The last values of a trace as columns up and down from a zero line, the newest at the right.
 *
 * <p>The scale is that of the trace's large values, without the few largest: one reward of 100 at the end of an episode must not
 * flatten the rest. Columns beyond it are cut.
 */
final class Graph extends Widget {
    private final Drawable white = Style.white();
    private final Trace trace;
    private final Color up;
    private final Color down;
    private final float smallestRange;
    private final boolean signed;
    private float range;

    Graph(Trace trace, boolean signed, float smallestRange, Color up, Color down) {
        this.trace = trace;
        this.signed = signed;
        this.smallestRange = smallestRange;
        this.up = up;
        this.down = down;
        range = smallestRange;
    }

    @Override
    public float getPrefHeight() {
        return 56f;
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        paint(batch, Style.TRACK.color(), 0.55f * parentAlpha, getX(), getY(), getWidth(), getHeight());
        range += (Math.max(smallestRange, 4f * meanMagnitude()) - range) * 0.08f;
        float zero = signed ? getHeight() / 2f : 0f;
        float unit = (getHeight() - zero) / range;
        float width = getWidth() / trace.capacity();
        float left = getX() + (trace.capacity() - trace.size()) * width;
        for (int i = 0; i < trace.size(); i++) {
            float value = MathUtils.clamp(value(i), signed ? -range : 0f, range);
            float height = Math.abs(value) * unit;
            float y = getY() + zero - (value < 0f ? height : 0f);
            paint(batch, value < 0f ? down : up, parentAlpha, left + i * width, y, Math.max(1f, width), height);
        }
        paint(batch, Style.DIM.color(), 0.6f * parentAlpha, getX(), getY() + zero, getWidth(), 1f);
    }

    private float meanMagnitude() {
        float sum = 0f;
        for (int i = 0; i < trace.size(); i++) {
            sum += Math.min(Math.abs(value(i)), 3f * range);
        }
        return trace.size() == 0 ? 0f : sum / trace.size();
    }

    /** A NaN, which broken games reward, would never leave the scale. */
    private float value(int index) {
        float value = trace.get(index);
        return Float.isNaN(value) ? 0f : value;
    }

    private void paint(Batch batch, Color tint, float alpha, float x, float y, float width, float height) {
        batch.setColor(tint.r, tint.g, tint.b, tint.a * alpha);
        white.draw(batch, x, y, width, height);
    }
}
