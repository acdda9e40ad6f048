package io.github.gdxagents.desktop.overlay;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.utils.Align;
import com.kotcrab.vis.ui.widget.VisLabel;

/**
 * A label for numbers that change often: text is put together in a buffer that is kept, so that no strings are made.
 *
 * <p>Thread safety: none (render thread).
 */
final class Readout extends VisLabel {
    private final StringBuilder text = new StringBuilder();

    Readout(Color color, int align) {
        super("");
        setColor(color);
        setAlignment(align);
        setEllipsis(true);
    }

    static Readout value() {
        return new Readout(Style.TEXT.color(), Align.right);
    }

    Readout clear(CharSequence start) {
        text.setLength(0);
        text.append(start);
        return this;
    }

    Readout add(CharSequence part) {
        text.append(part);
        return this;
    }

    Readout add(long number) {
        text.append(number);
        return this;
    }

    /** Adds a number with some decimals; {@code String.format} would make garbage. */
    Readout add(double number, int decimals) {
        appendFixed(text, number, decimals);
        return this;
    }

    static void appendFixed(StringBuilder target, double number, int decimals) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            target.append(number);
            return;
        }
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(number) * scale);
        if (number < 0 && scaled != 0) {
            target.append('-');
        }
        target.append(scaled / scale);
        if (decimals > 0) {
            target.append('.');
            for (long digit = scale / 10; digit > 0; digit /= 10) {
                target.append((char) ('0' + scaled / digit % 10));
            }
        }
    }

    void show() {
        setText(text);
    }
}
