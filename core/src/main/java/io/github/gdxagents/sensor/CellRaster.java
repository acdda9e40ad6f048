package io.github.gdxagents.sensor;

import java.util.Arrays;

/**
 * Which cells of a grid shapes cover. Coordinates are in cells: columns to the right, rows downwards, 0 at the upper left corner.
 *
 * <p>Shapes are convex, so that what lies in a row of cells is convex, too, and covers all cells from its least to its greatest column.
 *
 * <p>Rounding must not decide what covers a cell when shapes end at its border, as they do in games made of tiles. Solid shapes must
 * therefore reach a little into a cell, and lines may miss it by as little: those on a border cover the cells on both sides.
 */
final class CellRaster {
    /** How far a solid must reach into a cell, and a line may miss it, in cells. */
    static final float MARGIN = 0.001f;

    private final int rows;
    private final int columns;
    private final int[] cells; // [rows, columns], a bit for each channel
    private float least; // columns of what lies in a row
    private float greatest;

    CellRaster(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        cells = new int[rows * columns];
    }

    void clear() {
        Arrays.fill(cells, 0);
    }

    /** The channels that are covered at a cell, as bits. */
    int at(int row, int column) {
        return cells[row * columns + column];
    }

    void coverCircle(float column, float row, float radius, int channels) {
        int last = last(row + radius, MARGIN, rows);
        for (int r = first(row - radius, MARGIN); r <= last; r++) {
            float away = Math.max(0f, Math.max(r + MARGIN - row, row - (r + 1 - MARGIN)));
            if (away < radius) {
                float half = (float) Math.sqrt(radius * radius - away * away);
                cover(r, column - half, column + half, MARGIN, channels);
            }
        }
    }

    /** Covers a convex polygon. */
    void coverPolygon(float[] column, float[] row, int corners, int channels) {
        float top = row[0];
        float bottom = row[0];
        for (int i = 1; i < corners; i++) {
            top = Math.min(top, row[i]);
            bottom = Math.max(bottom, row[i]);
        }
        int last = last(bottom, MARGIN, rows);
        for (int r = first(top, MARGIN); r <= last; r++) {
            beginRow();
            for (int i = 0, before = corners - 1; i < corners; before = i++) {
                clip(column[before], row[before], column[i], row[i], r + MARGIN, r + 1 - MARGIN);
            }
            cover(r, least, greatest, MARGIN, channels);
        }
    }

    void coverLine(float column1, float row1, float column2, float row2, int channels) {
        int last = last(Math.max(row1, row2), -MARGIN, rows);
        for (int r = first(Math.min(row1, row2), -MARGIN); r <= last; r++) {
            beginRow();
            clip(column1, row1, column2, row2, r - MARGIN, r + 1 + MARGIN);
            cover(r, least, greatest, -MARGIN, channels);
        }
    }

    private void beginRow() {
        least = Float.POSITIVE_INFINITY;
        greatest = Float.NEGATIVE_INFINITY;
    }

    /** Takes the part of a line that lies between two heights. */
    private void clip(float column1, float row1, float column2, float row2, float top, float bottom) {
        if (Math.max(row1, row2) < top || Math.min(row1, row2) > bottom) {
            return;
        }
        float start = clamp(row1, top, bottom);
        float end = clamp(row2, top, bottom);
        float slope = (column2 - column1) / (row2 - row1); // used only where the rows differ
        float a = start == row1 ? column1 : column1 + slope * (start - row1);
        float b = end == row2 ? column2 : column2 + slope * (end - row2);
        least = Math.min(least, Math.min(a, b));
        greatest = Math.max(greatest, Math.max(a, b));
    }

    private static float clamp(float value, float least, float most) {
        return Math.max(least, Math.min(most, value));
    }

    private void cover(int row, float from, float to, float margin, int channels) {
        int last = last(to, margin, columns);
        for (int c = first(from, margin); c <= last; c++) {
            cells[row * columns + c] |= channels;
        }
    }

    /** The first cell that what begins here covers. */
    private static int first(float from, float margin) {
        return Math.max(0, (int) Math.floor(from + margin));
    }

    /** The last cell that what ends here covers. */
    private static int last(float to, float margin, int count) {
        return Math.min(count - 1, (int) Math.ceil(to - margin - 1));
    }
}
