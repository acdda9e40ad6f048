package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.utils.Align;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;

/** A message at the top of the scene that fades after a while. */
public final class Banner extends VisTable {
    private static final float FADE_SECONDS = 0.4f;

    private final VisLabel label = new VisLabel("", Align.center);
    private float left;

    /** Makes a banner that shows nothing. */
    public Banner() {
        setTouchable(Touchable.disabled);
        setBackground(Style.filled(Style.VEIL));
        label.setWrap(true);
        add(label).growX().pad(8f, 14f, 8f, 14f);
        getColor().a = 0f;
    }

    /**
     * Shows a message instead of the last one.
     *
     * @param message one or more lines
     * @param isProblem whether something went wrong
     * @param seconds how long to show it
     */
    public void show(String message, boolean isProblem, float seconds) {
        label.setText(message);
        label.setColor(isProblem ? Style.BAD : Style.TEXT);
        left = seconds;
    }

    /** Takes the message away. */
    public void hide() {
        left = 0f;
    }

    @Override
    public void act(float delta) {
        super.act(delta);
        left = Math.max(0f, left - delta);
        getColor().a = Math.min(1f, left / FADE_SECONDS);
    }
}
