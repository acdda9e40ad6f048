package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.kotcrab.vis.ui.VisUI;

/** The colours of the overlay. Nobody changes them. */
final class Style {
    static final Color TEXT = new Color(0xE9ECF8FF);
    static final Color DIM = new Color(0x8F97B8FF);
    static final Color ACCENT = new Color(0x66E8FFFF);
    static final Color GOOD = new Color(0x7CFFB0FF);
    static final Color BAD = new Color(0xFF6A4DFF);
    static final Color WARM = new Color(0xF2B544FF);
    static final Color TRACK = new Color(0x262C4AFF);
    static final Color PANEL = new Color(0x0C0F20FF);
    static final Color VEIL = new Color(0x0C0F20E0);

    private Style() {}

    /** A white area that takes any colour. */
    static Drawable white() {
        return VisUI.getSkin().getDrawable("white");
    }

    static Drawable filled(Color color) {
        return VisUI.getSkin().newDrawable("white", color);
    }
}
