package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.kotcrab.vis.ui.VisUI;

/** The colours of the overlay. */
enum Style {
    TEXT(0xE9ECF8FF),
    DIM(0x8F97B8FF),
    ACCENT(0x66E8FFFF),
    GOOD(0x7CFFB0FF),
    BAD(0xFF6A4DFF),
    WARM(0xF2B544FF),
    TRACK(0x262C4AFF),
    PANEL(0x0C0F20FF),
    VEIL(0x0C0F20E0);

    private final Color color;

    Style(int rgba8888) {
        color = new Color(rgba8888);
    }

    /** The colour; only to be read. */
    Color color() {
        return color;
    }

    /** A white area that takes any colour. */
    static Drawable white() {
        return VisUI.getSkin().getDrawable("white");
    }

    /** An area of this colour. */
    Drawable filled() {
        return VisUI.getSkin().newDrawable("white", color);
    }
}
