package io.github.gdxagents.games.racer;

/**
 * A closed track: a centre line of points at equal distances, driven in their order, and a width.
 *
 * <p>Places on it are told by the metres along the centre line from the start line; they may be negative or beyond a lap.
 *
 * <p>Thread safety: immutable.
 */
final class RacerTrack {
    /** How many points before and after the last one a car can have come to in a step. */
    private static final int REACH = 4;

    private final float[] x;
    private final float[] y;
    private final float[] curvature;
    private final float spacing;
    private final float width;

    /** Takes a centre line, {@code [points]}, whose neighbours lie {@code spacing} apart, the last and the first too; kept. */
    RacerTrack(float[] x, float[] y, float spacing, float width) {
        this.x = x;
        this.y = y;
        this.spacing = spacing;
        this.width = width;
        curvature = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            curvature[i] = bend(wrap(i - 1), i, wrap(i + 1)) / spacing;
        }
    }

    /** How much the direction changes at {@code b}, radians, positive to the left. */
    private float bend(int a, int b, int c) {
        double inX = x[b] - x[a];
        double inY = y[b] - y[a];
        double outX = x[c] - x[b];
        double outY = y[c] - y[b];
        return (float) StrictMath.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
    }

    int points() {
        return x.length;
    }

    float length() {
        return spacing * x.length;
    }

    float spacing() {
        return spacing;
    }

    float width() {
        return width;
    }

    /** How far the centre line goes from the world's origin, along x or y, metres. */
    float reach() {
        float reach = 0;
        for (int i = 0; i < x.length; i++) {
            reach = Math.max(reach, Math.max(Math.abs(x[i]), Math.abs(y[i])));
        }
        return reach;
    }

    private int wrap(int point) {
        return Math.floorMod(point, x.length);
    }

    /** Position of a point of the centre line, any number. */
    float pointX(int point) {
        return x[wrap(point)];
    }

    float pointY(int point) {
        return y[wrap(point)];
    }

    /** Position some metres to the left of a point: across both of its neighbours. */
    float besideX(int point, float left) {
        return pointX(point) - left * (pointY(point + 1) - pointY(point - 1)) / chord(point);
    }

    float besideY(int point, float left) {
        return pointY(point) + left * (pointX(point + 1) - pointX(point - 1)) / chord(point);
    }

    private float chord(int point) {
        float dx = pointX(point + 1) - pointX(point - 1);
        float dy = pointY(point + 1) - pointY(point - 1);
        return (float) Math.sqrt(dx * dx + dy * dy);
    }

    /** One over the radius at a place, 1/m, positive to the left. */
    float curvature(double place) {
        return curvature[wrap((int) Math.round(place / spacing))];
    }

    /** Position of a place on the centre line, metres. */
    float atX(double place) {
        int point = (int) Math.floor(place / spacing);
        float share = (float) (place / spacing - point);
        return pointX(point) + share * (pointX(point + 1) - pointX(point));
    }

    float atY(double place) {
        int point = (int) Math.floor(place / spacing);
        float share = (float) (place / spacing - point);
        return pointY(point) + share * (pointY(point + 1) - pointY(point));
    }

    /** Direction at a place, radians counter-clockwise. */
    float angle(double place) {
        int point = (int) Math.floor(place / spacing);
        return (float) StrictMath.atan2(pointY(point + 1) - pointY(point), pointX(point + 1) - pointX(point));
    }

    /** The place on the centre line that is nearest to a position, looked for around where it was a step ago. */
    double nearest(float px, float py, double before) {
        int around = (int) Math.floor(before / spacing);
        double best = before;
        double least = Double.MAX_VALUE;
        for (int point = around - REACH; point <= around + REACH; point++) {
            float dx = pointX(point + 1) - pointX(point);
            float dy = pointY(point + 1) - pointY(point);
            double share = ((px - pointX(point)) * dx + (py - pointY(point)) * dy) / (dx * dx + dy * dy);
            share = Math.max(0, Math.min(1, share));
            double offX = px - pointX(point) - share * dx;
            double offY = py - pointY(point) - share * dy;
            double distance = offX * offX + offY * offY;
            if (distance < least) {
                least = distance;
                best = (point + share) * spacing;
            }
        }
        return best;
    }

    /** How far a position lies to the left of the centre line at a place, metres. */
    float offset(float px, float py, double place) {
        float angle = angle(place);
        float dx = px - atX(place);
        float dy = py - atY(place);
        return (float) (dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle));
    }
}
