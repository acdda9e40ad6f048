package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.scenes.scene2d.Touchable;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;

/** The keys, over the scene. */
public final class HelpPanel extends VisTable {
    /** Makes a hidden panel with the keys of the window; {@link #addKeys} adds those of the game. */
    public HelpPanel() {
        setTouchable(Touchable.disabled);
        setBackground(Style.VEIL.filled());
        pad(14f, 20f, 14f, 20f);
        setVisible(false);
    }

    /**
     * Adds keys.
     *
     * @param heading what they are for
     * @param lines of a key and its meaning, parted by a tab
     */
    public void addKeys(String heading, String lines) {
        VisLabel label = new VisLabel(heading);
        label.setColor(Style.ACCENT.color());
        add(label).left().colspan(2).padTop(6f).padBottom(4f).row();
        for (String line : lines.split("\n", -1)) {
            int tab = line.indexOf('\t');
            VisLabel key = new VisLabel(line.substring(0, Math.max(0, tab)));
            key.setColor(Style.WARM.color());
            add(key).left().padRight(22f);
            add(new VisLabel(line.substring(tab + 1))).left().row();
        }
    }
}
