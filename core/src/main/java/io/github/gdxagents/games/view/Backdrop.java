package io.github.gdxagents.games.view;

/**
 * What fills the whole picture: a sky behind everything, and a darkened edge before it.
 *
 * <p>Thread safety: stateless. Allocates nothing.
 */
public final class Backdrop {
    private Backdrop() {}

    /**
     * Draws a sky.
     *
     * @param canvas between begin and end
     * @param camera says what is seen
     * @param heights where each colour is, as shares of the picture's height from 0 to 1, ascending
     * @param colours as many as heights, {@code 0xRRGGBBAA}
     */
    public static void sky(Canvas canvas, FollowCamera camera, float[] heights, int[] colours) {
        for (int i = 0; i + 1 < heights.length; i++) {
            canvas.rectangle(
                    camera.left(),
                    camera.bottom() + heights[i] * camera.height(),
                    camera.width(),
                    (heights[i + 1] - heights[i]) * camera.height(),
                    colours[i],
                    colours[i + 1]);
        }
    }

    /**
     * Darkens the lower edge, so that it frames the picture.
     *
     * @param canvas between begin and end
     * @param camera says what is seen
     * @param colour its opacity is that at the very edge
     * @param share how far up it reaches, as a share of the picture's height
     */
    public static void vignette(Canvas canvas, FollowCamera camera, int colour, float share) {
        canvas.rectangle(
                camera.left(),
                camera.bottom(),
                camera.width(),
                share * camera.height(),
                colour,
                Tint.alpha(colour, 0f));
    }
}
