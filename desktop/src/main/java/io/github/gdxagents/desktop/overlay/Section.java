package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.utils.Align;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;

/** A part of the inspector: a heading, and rows of a name, something that shows a value, and the value. */
class Section extends VisTable {
    private static final float NAME_WIDTH = 116f;
    private static final float VALUE_WIDTH = 52f;

    Section(String heading) {
        left().top();
        VisLabel label = new VisLabel(heading);
        label.setColor(Style.ACCENT.color());
        add(label).left().colspan(3).padTop(10f).padBottom(3f).row();
    }

    /** Adds a row of text alone. */
    final void line(String text) {
        add(name(text))
                .colspan(3)
                .minWidth(0f)
                .prefWidth(0f)
                .growX()
                .left()
                .padTop(3f)
                .row();
    }

    /** Adds a row of a name and a bar and gives the label of its value. */
    final Readout row(String name, Bar bar) {
        Readout value = Readout.value();
        add(name(name)).width(NAME_WIDTH).left();
        add(bar).growX().height(8f).padLeft(4f).padRight(4f);
        add(value).width(VALUE_WIDTH).right().row();
        return value;
    }

    /** Adds a row of a name and a wide value and gives the label of the value; a long value is cut, and does not widen the panel. */
    final Readout row(String name) {
        Readout value = Readout.value();
        add(name(name)).width(NAME_WIDTH).left();
        add(value).colspan(2).minWidth(0f).prefWidth(0f).growX().right().row();
        return value;
    }

    private static Readout name(String name) {
        Readout label = new Readout(Style.DIM.color(), Align.left);
        label.clear(name).show();
        return label;
    }
}
