package io.github.gdxagents.training.run.chart;

import java.awt.Color;
import java.util.List;

/**
 * The colours of all pictures.
 *
 * <p>Thread safety: stateless.
 */
public final class Palette {
    /** Text and axes. */
    public static final Color INK = new Color(0x2b2d42);
    /** Grid lines and borders. */
    public static final Color FAINT = new Color(0xe6e8ee);
    /** What is there for orientation. */
    public static final Color SIDE = new Color(0xa8adbb);
    /** Figures of training. */
    public static final Color TRAINING = new Color(0x4c78a8);
    /** Figures of evaluations. */
    public static final Color EVALUATION = new Color(0xe4572e);
    /** What is to be reached. */
    public static final Color TARGET = new Color(0x3a9d5d);
    /** Behind figures where they are as they should be. */
    public static final Color HEALTHY = pale(TARGET, 0.13);
    /** Behind figures while a warning lasts. */
    public static final Color ILL = pale(EVALUATION, 0.16);

    /** Can be told apart by people who see few colours, too (Okabe and Ito 2008, without yellow). */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0x56b4e9),
            new Color(0xe69f00),
            new Color(0x2b2d42));

    private Palette() {}

    /**
     * A colour for each of several lines.
     *
     * @param index from 0; after the last colour they begin anew
     * @return the colour
     */
    public static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /**
     * A colour that lets others through.
     *
     * @param color any
     * @param opacity 0 to 1
     * @return the same, paler
     */
    public static Color pale(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }
}
