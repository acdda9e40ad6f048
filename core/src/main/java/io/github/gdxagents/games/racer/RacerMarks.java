package io.github.gdxagents.games.racer;

import io.github.gdxagents.games.view.Canvas;
import io.github.gdxagents.games.view.FollowCamera;
import io.github.gdxagents.games.view.Tint;
import java.util.Arrays;

/** What sliding tyres leave on the road. There is room for some thousand pieces; then the oldest ones go. */
final class RacerMarks {
    private static final int ROOM = 4096;
    private static final int NUMBERS = 5; // from x and y to x and y, opacity
    private static final float WIDTH = 0.3f;

    private final float[] marks = new float[ROOM * NUMBERS];
    private int next;

    void clear() {
        Arrays.fill(marks, 0f);
    }

    void add(float x1, float y1, float x2, float y2, float opacity) {
        marks[next] = x1;
        marks[next + 1] = y1;
        marks[next + 2] = x2;
        marks[next + 3] = y2;
        marks[next + 4] = opacity;
        next = (next + NUMBERS) % marks.length;
    }

    void draw(Canvas canvas, FollowCamera camera) {
        for (int i = 0; i < marks.length; i += NUMBERS) {
            if (marks[i + 4] > 0f && camera.sees(marks[i], marks[i + 1], 2f)) {
                int dark = Tint.alpha(RacerPalette.RUBBER, marks[i + 4]);
                canvas.line(marks[i], marks[i + 1], marks[i + 2], marks[i + 3], WIDTH, dark);
            }
        }
    }
}
