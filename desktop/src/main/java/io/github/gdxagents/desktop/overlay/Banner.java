package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.badlogic.gdx.utils.Align;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;

/** News or a problem at the top of the scene, which fades after a while. */
public final class Banner extends VisTable {
    private static final float FADE_SECONDS = 0.4f;

    private final VisLabel label = new VisLabel("", Align.center);
    private float left;
    private boolean isProblem;

    /** Makes a banner that shows nothing. */
    public Banner() {
        setTouchable(Touchable.disabled);
        setBackground(Style.VEIL.filled());
        label.setWrap(true);
        add(label).growX().pad(8f, 14f, 8f, 14f);
        getColor().a = 0f;
    }

    /**
     * Shows news, unless a problem is being shown.
     *
     * @param message one or more lines
     * @param seconds how long to show it
     */
    public void tell(String message, float seconds) {
        if (!isProblem || left <= 0f) {
            show(message, false, seconds);
        }
    }

    /**
     * Shows a problem, whatever else is being shown.
     *
     * @param message one or more lines
     * @param seconds how long to show it
     */
    public void complain(String message, float seconds) {
        show(message, true, seconds);
    }

    private void show(String message, boolean problem, float seconds) {
        label.setText(message);
        label.setColor(problem ? Style.BAD.color() : Style.TEXT.color());
        isProblem = problem;
        left = seconds;
    }

    /** Takes news away; a problem stays its time. */
    public void hideNews() {
        if (!isProblem) {
            left = 0f;
        }
    }

    /** Takes away a problem that is solved. */
    public void solved() {
        isProblem = false;
    }

    @Override
    public void act(float delta) {
        super.act(delta);
        left = Math.max(0f, left - delta);
        getColor().a = Math.min(1f, left / FADE_SECONDS);
    }
}
