package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;

/** Colours of what is sensed, bright enough for dark scenes. */
final class Palette {
    private static final int[] CATEGORIES = {
        0x5EDCFF, 0xFFB454, 0xFF6B9E, 0x8CE99A, 0xFFE066, 0xB197FC, 0xFF8787, 0x63E6BE
    };

    private static final int PLAIN = 0xDDE6F0;

    private Palette() {}

    /** Draws on in the colour of a category. */
    static void category(ShapeRenderer shapes, int index, float alpha) {
        use(shapes, CATEGORIES[index % CATEGORIES.length], alpha);
    }

    /** Draws on in the colour of what isn't told apart. */
    static void plain(ShapeRenderer shapes, float alpha) {
        use(shapes, PLAIN, alpha);
    }

    private static void use(ShapeRenderer shapes, int rgb, float alpha) {
        shapes.setColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f, alpha);
    }
}
