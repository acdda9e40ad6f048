package io.github.gdxagents.games.racer;

import io.github.gdxagents.agent.RandomStream;

/**
 * Draws tracks: corners around a circle that are pushed inwards at random, a closed spline through them, its bends rounded until they can be
 * driven. A track that comes too near to itself is drawn again, with less pushing each time: a circle is a track after all.
 *
 * <p>Source: the closed spline is that of Catmull and Rom 1974.
 */
final class RacerTrackMaker {
    /** Metres from point to point of the centre line, about. */
    private static final double SPACING = 2;
    /** Metres of land between two stretches of road. */
    private static final double VERGE = 4;

    private static final double WIDEST_BEND = 22;
    private static final double NARROWEST_BEND = 10.5;
    private static final int ATTEMPTS = 40;
    private static final int FINE = 24;
    private static final int ROUNDINGS = 400;
    /** Roundings between two spacings, which take longer. */
    private static final int SPACED = 8;
    /** Metres before and after the start line that should be straight. */
    private static final double GRID = 24;

    private final RandomStream random;
    private final double length;
    private final double width;
    private final double difficulty;
    private final double least;
    private double[] x;
    private double[] y;

    RacerTrackMaker(RandomStream random, RacerSettings settings) {
        this.random = random;
        length = settings.length();
        width = settings.width();
        difficulty = settings.difficulty();
        least = leastRadius(settings);
    }

    /** The radius of the narrowest bends that are drawn, metres: none is so narrow that its own road ends meet. */
    static double leastRadius(RacerSettings settings) {
        double wanted = WIDEST_BEND + settings.difficulty() * (NARROWEST_BEND - WIDEST_BEND);
        return Math.max(wanted, (settings.width() + VERGE) / Math.sqrt(2));
    }

    RacerTrack draw() {
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            sketch(1 - attempt / (double) ATTEMPTS);
            if (round() && isClear()) {
                break;
            }
        }
        int points = x.length;
        int start = straightest();
        boolean mirrored = random.nextFloat() < 0.5f;
        float[] trackX = new float[points];
        float[] trackY = new float[points];
        for (int i = 0; i < points; i++) {
            int from = Math.floorMod(mirrored ? start - i : start + i, points);
            trackX[i] = (float) x[from];
            trackY[i] = (float) y[from];
        }
        return new RacerTrack(trackX, trackY, (float) (length / points), (float) width);
    }

    /** Corners on a circle of radius 1, pushed inwards by a share of what the difficulty allows, and a spline through them. */
    private void sketch(double share) {
        int corners = 7 + (int) Math.round(5 * difficulty * length / 500) + random.nextInt(3);
        double depth = share * (0.4 + 0.5 * difficulty);
        double squeeze = 1 - share * 0.4 * random.nextDouble();
        double[] cornerX = new double[corners];
        double[] cornerY = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * (i + share * random.uniform(-0.4, 0.4)) / corners;
            double radius = 1 - depth * random.nextDouble();
            cornerX[i] = radius * StrictMath.cos(angle);
            cornerY[i] = squeeze * radius * StrictMath.sin(angle);
        }
        x = new double[corners * FINE];
        y = new double[corners * FINE];
        for (int i = 0; i < x.length; i++) {
            x[i] = spline(cornerX, i / FINE, i % FINE / (double) FINE);
            y[i] = spline(cornerY, i / FINE, i % FINE / (double) FINE);
        }
        space();
    }

    private static double spline(double[] corner, int i, double t) {
        int n = corner.length;
        double a = corner[(i + n - 1) % n];
        double b = corner[i];
        double c = corner[(i + 1) % n];
        double d = corner[(i + 2) % n];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    /** Moves the points to equal distances and scales the loop to its length. */
    private void space() {
        int from = x.length;
        double[] until = new double[from + 1];
        for (int i = 0; i < from; i++) {
            int next = (i + 1) % from;
            until[i + 1] = until[i] + StrictMath.hypot(x[next] - x[i], y[next] - y[i]);
        }
        int points = (int) Math.round(length / SPACING);
        double scale = length / until[from];
        double[] newX = new double[points];
        double[] newY = new double[points];
        int piece = 0;
        for (int i = 0; i < points; i++) {
            double along = until[from] * i / points;
            while (until[piece + 1] <= along) {
                piece++;
            }
            double share = (along - until[piece]) / (until[piece + 1] - until[piece]);
            int next = (piece + 1) % from;
            newX[i] = scale * (x[piece] + share * (x[next] - x[piece]));
            newY[i] = scale * (y[piece] + share * (y[next] - y[piece]));
        }
        x = newX;
        y = newY;
    }

    /** Moves points of narrow bends, and only those, towards the middle of their neighbours. */
    private boolean round() {
        boolean isSpaced = true;
        for (int pass = 0; pass < ROUNDINGS; pass++) {
            boolean isRound = true;
            for (int i = 0; i < x.length; i++) {
                int before = (i + x.length - 1) % x.length;
                int after = (i + 1) % x.length;
                double offX = (x[before] + x[after]) / 2 - x[i];
                double offY = (y[before] + y[after]) / 2 - y[i];
                double chord = StrictMath.hypot(x[after] - x[before], y[after] - y[before]) / 2;
                if (StrictMath.hypot(offX, offY) * 2 > chord * chord / least) { // the height of an arc is chord^2 / 2 r
                    x[i] += 0.7 * offX;
                    y[i] += 0.7 * offY;
                    isRound = false;
                }
            }
            if (isRound && isSpaced) {
                return true;
            }
            isSpaced = isRound || pass % SPACED == SPACED - 1;
            if (isSpaced) {
                space();
            }
        }
        return false;
    }

    /** Whether stretches that aren't neighbours keep away from each other: those of one bend can't meet, as it is wide enough. */
    private boolean isClear() {
        double spacing = length / x.length;
        int neighbours = (int) (least * Math.PI / 2 / spacing);
        double apart = (width + VERGE) * (width + VERGE);
        for (int i = 0; i < x.length; i++) {
            int last = Math.min(x.length, i + x.length - neighbours);
            for (int other = i + neighbours; other < last; other++) {
                double dx = x[other] - x[i];
                double dy = y[other] - y[i];
                if (dx * dx + dy * dy < apart) {
                    return false;
                }
            }
        }
        return true;
    }

    private int straightest() {
        int reach = (int) Math.round(GRID / SPACING);
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < x.length; i++) {
            double bend = 0;
            for (int j = -reach; j <= reach; j++) {
                bend += bend(Math.floorMod(i + j, x.length));
            }
            if (bend < least) {
                least = bend;
                best = i;
            }
        }
        return best;
    }

    private double bend(int i) {
        int before = (i + x.length - 1) % x.length;
        int after = (i + 1) % x.length;
        return StrictMath.hypot((x[before] + x[after]) / 2 - x[i], (y[before] + y[after]) / 2 - y[i]);
    }
}
