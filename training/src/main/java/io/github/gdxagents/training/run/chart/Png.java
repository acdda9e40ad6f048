package io.github.gdxagents.training.run.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;

/**
 * Turns charts into PNG files. Needs no display.
 *
 * <p>Thread safety: stateless.
 */
public final class Png {
    private Png() {}

    /**
     * Draws a chart.
     *
     * @param chart with its own width and height
     * @param scale pixels for each of its points: 2 is sharp on dense screens
     * @return the file
     */
    public static byte[] of(XYChart chart, int scale) {
        BufferedImage image = blank(chart.getWidth() * scale, chart.getHeight() * scale);
        paint(chart, image, 0, scale);
        return encode(image);
    }

    /**
     * Draws charts side by side.
     *
     * @param left chart
     * @param right chart of the same height
     * @param scale pixels for each of their points
     * @return the file
     */
    public static byte[] sideBySide(XYChart left, XYChart right, int scale) {
        BufferedImage image = blank((left.getWidth() + right.getWidth()) * scale, left.getHeight() * scale);
        paint(left, image, 0, scale);
        paint(right, image, left.getWidth(), scale);
        return encode(image);
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void paint(XYChart chart, BufferedImage image, int x, int scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.translate(x, 0);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.dispose();
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: a cache file would need a shutdown hook, which is refused when Ctrl-C ends the run.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        }
        return png.toByteArray();
    }
}
