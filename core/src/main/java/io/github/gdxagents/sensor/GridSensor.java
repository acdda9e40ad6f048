package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer.ShapeType;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.QueryCallback;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.List;

/**
 * Looks at square cells around the body, and tells for each what covers it: a picture with a channel for each category.
 *
 * <p>Row 0 is the farthest ahead, column 0 the leftmost, as on a map that is held with the nose upwards. The grid turns with the body, or
 * stays as the world is: then row 0 is at the top. Its middle is the body's position, unless it is moved.
 *
 * <p>The value of {@code map[row,column].wall} is 1 if the cell's square has a part of a fixture of that category in it, otherwise 0. Shapes
 * count as they were made, without the skin that Box2D keeps between them. A circle or polygon covers a cell that it reaches into, not one
 * that it only touches; edges and chains are lines without an inside, and cover the cells on both sides when they lie on a border. A
 * thousandth of a cell is taken for touching, so something that is thinner than two of them may be seen in no cell. A fixture covers each category that it belongs to. The sensor's own body isn't seen, nor
 * fixtures that are only sensors, unless they are asked for.
 *
 * <p>Outlines are read once for each fixture: a shape that is given new vertices later is seen with its old ones.
 */
public final class GridSensor extends MountedSensor {
    private final int rows;
    private final int columns;
    private final float cell;
    private final float right;
    private final float ahead;
    private final float facing;
    private final boolean rotating;
    private final Sight sight;
    private final CellRaster raster;
    private final Outlines outlines = new Outlines();
    private final QueryCallback callback = this::found;
    private final BodyPose grid = new BodyPose(); // its x axis to the right, its y axis ahead; only turned
    private final BodyPose other = new BodyPose();
    private Body located; // whose pose is in other
    private float middleX;
    private float middleY;
    private int look;
    private float[] column = new float[8]; // corners of an outline, in cells
    private float[] row = new float[8];

    private GridSensor(Builder builder) {
        super(builder.name);
        rows = builder.rows;
        columns = builder.columns;
        cell = builder.cell;
        right = builder.right;
        ahead = builder.ahead;
        facing = builder.facing;
        rotating = builder.rotating;
        sight = builder.sight;
        requireValidNames();
        raster = new CellRaster(rows, columns);
    }

    /**
     * Starts a sensor.
     *
     * @param name of the group of its values
     * @return a builder of one that has no cells and sees nothing yet
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        List<String> channels = sight.names();
        observation.grid(name(), rows, columns, channels.toArray(new String[0]));
    }

    @Override
    public void attach(World newWorld, Body newSelf) {
        super.attach(newWorld, newSelf);
        outlines.clear();
    }

    @Override
    public void observe(ObservationWriter out) {
        look();
        out.grid(name());
        int channels = sight.size();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int covered = raster.at(r, c);
                for (int channel = 0; channel < channels; channel++) {
                    out.add(covered >>> channel & 1);
                }
            }
        }
    }

    private void look() {
        raster.clear();
        place();
        look++;
        located = null;
        float width = columns * cell / 2;
        float height = rows * cell / 2;
        float spanX = Math.abs(grid.cos()) * width + Math.abs(grid.sin()) * height;
        float spanY = Math.abs(grid.sin()) * width + Math.abs(grid.cos()) * height;
        world().QueryAABB(callback, middleX - spanX, middleY - spanY, middleX + spanX, middleY + spanY);
    }

    private void place() {
        BodyPose pose = locate();
        grid.turn(rotating ? pose.angle() + facing : 0f);
        middleX = pose.x() + grid.turnedX(right, ahead);
        middleY = pose.y() + grid.turnedY(right, ahead);
    }

    private boolean found(Fixture fixture) {
        int bits = sight.bits(fixture, self());
        if (bits != 0) {
            Outlines.Outline outline = outlines.of(fixture.getShape());
            if (outline.isNewTo(look)) {
                locate(fixture.getBody());
                cover(outline, sight.mask(bits));
            }
        }
        return true;
    }

    private void locate(Body body) {
        if (body != located) {
            located = body;
            other.set(body);
        }
    }

    private void cover(Outlines.Outline outline, int channels) {
        int corners = outline.x.length;
        toCells(outline, corners);
        if (outline.radius > 0) {
            raster.coverCircle(column[0], row[0], outline.radius / cell, channels);
        } else if (outline.isFilled) {
            raster.coverPolygon(column, row, corners, channels);
        } else {
            for (int i = 1; i < corners; i++) {
                raster.coverLine(column[i - 1], row[i - 1], column[i], row[i], channels);
            }
        }
    }

    private void toCells(Outlines.Outline outline, int corners) {
        if (corners > column.length) {
            column = new float[corners];
            row = new float[corners];
        }
        float fromX = other.x() - middleX;
        float fromY = other.y() - middleY;
        for (int i = 0; i < corners; i++) {
            float x = fromX + other.turnedX(outline.x[i], outline.y[i]);
            float y = fromY + other.turnedY(outline.x[i], outline.y[i]);
            column[i] = columns / 2f + grid.localX(x, y) / cell;
            row[i] = rows / 2f - grid.localY(x, y) / cell;
        }
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        look();
        shapes.set(ShapeType.Filled);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                drawCell(shapes, r, c);
            }
        }
        shapes.set(ShapeType.Line);
        Pen.plain(shapes, 0.2f);
        for (int r = 0; r <= rows; r++) {
            shapes.line(x(r, 0), y(r, 0), x(r, columns), y(r, columns));
        }
        for (int c = 0; c <= columns; c++) {
            shapes.line(x(0, c), y(0, c), x(rows, c), y(rows, c));
        }
    }

    /** Categories that cover the same cell lie over each other. */
    private void drawCell(ShapeRenderer shapes, int r, int c) {
        for (int channel = 0; channel < sight.size(); channel++) {
            if ((raster.at(r, c) >>> channel & 1) != 0) {
                Pen.category(shapes, channel, 0.4f);
                shapes.triangle(x(r, c), y(r, c), x(r, c + 1), y(r, c + 1), x(r + 1, c), y(r + 1, c));
                shapes.triangle(x(r, c + 1), y(r, c + 1), x(r + 1, c + 1), y(r + 1, c + 1), x(r + 1, c), y(r + 1, c));
            }
        }
    }

    /** Where in the world a corner between cells is. */
    private float x(int atRow, int atColumn) {
        return middleX + grid.turnedX((atColumn - columns / 2f) * cell, (rows / 2f - atRow) * cell);
    }

    private float y(int atRow, int atColumn) {
        return middleY + grid.turnedY((atColumn - columns / 2f) * cell, (rows / 2f - atRow) * cell);
    }

    /** Collects what a {@link GridSensor} looks at. Thread safety: none. */
    public static final class Builder {
        private static final float QUARTER = (float) (Math.PI / 2);

        private final String name;
        private Sight sight;
        private int rows;
        private int columns;
        private float cell = 1f;
        private float right;
        private float ahead;
        private float facing = -QUARTER; // of the grid's x axis: its y axis points where the nose does
        private boolean rotating = true;

        private Builder(String name) {
            this.name = name;
            sight = Sight.of(name);
        }

        /**
         * Says how many cells there are.
         *
         * @param newRows from ahead to behind, at least 1
         * @param newColumns from left to right, at least 1
         * @return this
         */
        public Builder cells(int newRows, int newColumns) {
            rows = atLeastOne(name, "rows", newRows);
            columns = atLeastOne(name, "columns", newColumns);
            return this;
        }

        /**
         * Says how large a cell is, by default 1 m.
         *
         * @param metres the length of its sides, above 0
         * @return this
         */
        public Builder cellSize(float metres) {
            cell = positive(name, "the size of cells", metres);
            return this;
        }

        /**
         * Says how far the middle of the grid is from the body's position, so that more is seen ahead than behind, say.
         *
         * @param newRight metres towards the last column
         * @param newAhead metres towards row 0
         * @return this
         */
        public Builder offset(float newRight, float newAhead) {
            right = finite(name, "the offset to the right", newRight);
            ahead = finite(name, "the offset ahead", newAhead);
            return this;
        }

        /**
         * Says where the nose is. A grid that doesn't turn with the body has none.
         *
         * @param radians counter-clockwise from the body's x axis, by default 0
         * @return this
         */
        public Builder facing(float radians) {
            facing = finite(name, "the direction that it faces", radians) - QUARTER;
            return this;
        }

        /**
         * Says whether the grid turns with the body.
         *
         * @param turns by default true; otherwise row 0 is at the top of the world
         * @return this
         */
        public Builder rotating(boolean turns) {
            rotating = turns;
            return this;
        }

        /**
         * Adds a channel that shows the fixtures of a category.
         *
         * @param category its name
         * @param bits one or more of {@code Filter.categoryBits}
         * @return this
         */
        public Builder sees(String category, int bits) {
            sight = sight.sees(category, bits);
            return this;
        }

        /**
         * Shows fixtures that are only sensors, too.
         *
         * @param areSeen by default false
         * @return this
         */
        public Builder sensors(boolean areSeen) {
            sight = sight.sensors(areSeen);
            return this;
        }

        /**
         * Makes the sensor.
         *
         * @return attached to no world yet
         * @throws IllegalArgumentException if it has no cells, no or too many values, sees nothing, or a name is invalid or used twice
         */
        public GridSensor build() {
            cells(rows, columns);
            if (sight.isEmpty()) {
                throw new IllegalArgumentException(
                        "sensor '" + name + "': it sees nothing; name what it shows, sees(\"wall\", WALL_BITS)");
            }
            return new GridSensor(this);
        }
    }
}
