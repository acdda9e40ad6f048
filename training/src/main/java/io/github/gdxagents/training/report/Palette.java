package io.github.gdxagents.training.report;

import java.awt.Color;

/** The colours of all pictures. */
final class Palette {
    /** Text and axes. */
    static final Color INK = new Color(0x2b2d42);
    /** Grid lines and borders. */
    static final Color FAINT = new Color(0xe6e8ee);
    /** What is there for orientation. */
    static final Color SIDE = new Color(0xa8adbb);
    /** Figures of training. */
    static final Color TRAINING = new Color(0x4c78a8);
    /** Figures of evaluations. */
    static final Color EVALUATION = new Color(0xe4572e);
    /** What is to be reached. */
    static final Color TARGET = new Color(0x3a9d5d);
    /** Behind figures where they are as they should be. */
    static final Color HEALTHY = pale(TARGET, 0.13);
    /** Behind figures while a warning lasts. */
    static final Color ILL = pale(EVALUATION, 0.16);

    /** Told apart by most people with color blindness too (Okabe and Ito 2008). */
    private static final int[] SERIES = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000, 0x8a8d00
    };

    private Palette() {}

    /** A colour for each of several lines; after the last they begin anew. */
    static Color series(int index) {
        return new Color(SERIES[index % SERIES.length]);
    }

    /** A colour that lets others through: opacity is 0 to 1. */
    static Color pale(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }
}
