package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;

/** A value as a bar: from the left for shares, from the middle for values of either sign. */
final class Bar extends Widget {
    private final Drawable white = Style.white();
    private final boolean centred;
    private float value;
    private boolean beyond;
    private Color color = Style.ACCENT.color();

    private Bar(boolean centred) {
        this.centred = centred;
    }

    /** A bar for a share from 0 to 1. */
    static Bar share() {
        return new Bar(false);
    }

    /** A bar for a value from -1 to 1; what is beyond shows in another colour. */
    static Bar signed() {
        return new Bar(true);
    }

    void set(float newValue, Color newColor) {
        beyond = !(Math.abs(newValue) <= 1f); // NaN too, which broken games observe
        value = Float.isNaN(newValue) ? 0f : MathUtils.clamp(newValue, centred ? -1f : 0f, 1f);
        color = newColor;
    }

    @Override
    public float getPrefHeight() {
        return 8f;
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        paint(batch, Style.TRACK.color(), getX(), getWidth(), parentAlpha);
        if (centred) {
            float middle = getX() + getWidth() / 2f;
            float length = value * getWidth() / 2f;
            paint(
                    batch,
                    beyond ? Style.WARM.color() : color,
                    Math.min(middle, middle + length),
                    Math.abs(length),
                    parentAlpha);
            paint(batch, Style.DIM.color(), middle - 0.5f, 1f, parentAlpha);
        } else {
            paint(batch, color, getX(), value * getWidth(), parentAlpha);
        }
    }

    private void paint(Batch batch, Color tint, float x, float width, float parentAlpha) {
        batch.setColor(tint.r, tint.g, tint.b, tint.a * parentAlpha);
        white.draw(batch, x, getY(), width, getHeight());
    }
}
