package io.github.gdxagents.games.racer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import org.junit.jupiter.api.Test;

class RacerTrackTest {
    private static final int SEEDS = 1000;

    private static RacerSettings settings(long seed) {
        RandomStream random = RandomStream.of(seed, 1);
        return RacerSettings.of(RacerSettings.defaults()
                .with("difficulty", seed % 3 == 0 ? 1 : random.nextDouble())
                .with("length", random.uniform(250, 1000))
                .with("width", random.uniform(7, 16)));
    }

    private static RacerTrack track(long seed) {
        return new RacerTrackMaker(RandomStream.of(seed), settings(seed)).draw();
    }

    /** A circle of 100 points and a radius of 50 metres, driven counter-clockwise from (50, 0). */
    private static RacerTrack circle() {
        float[] x = new float[100];
        float[] y = new float[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (50 * Math.cos(2 * Math.PI * i / x.length));
            y[i] = (float) (50 * Math.sin(2 * Math.PI * i / x.length));
        }
        return new RacerTrack(x, y, (float) (100 * Math.sin(Math.PI / x.length)), 10);
    }

    @Test
    void aCircleIsAsGeometrySays() {
        RacerTrack circle = circle();
        assertThat(circle.length()).isCloseTo((float) (100 * Math.PI), within(0.1f));
        assertThat(circle.curvature(17)).isCloseTo(1 / 50f, within(1e-4f));
        double quarter = circle.length() / 4;
        assertThat(circle.nearest(0, 53, quarter - 2)).isCloseTo(quarter, within(0.01));
        assertThat(circle.offset(0, 53, quarter)).isCloseTo(-3, within(0.01f)); // outside is to the right
        assertThat(circle.offset(0, 46, quarter)).isCloseTo(4, within(0.01f));
        assertThat(circle.atX(quarter)).isCloseTo(0, within(0.01f));
        assertThat(circle.atY(quarter - circle.length())).isCloseTo(50, within(0.01f));
        assertThat(circle.besideX(25, 7)).isCloseTo(0, within(0.01f));
        assertThat(circle.besideY(25, 7)).isCloseTo(43, within(0.01f));
        assertThat(Math.abs(circle.angle(quarter + 0.1))).isCloseTo((float) Math.PI, within(0.05f));
    }

    @Test
    void placesGoOnFromLapToLapAndBackBeforeTheStart() {
        RacerTrack circle = circle();
        double lap = circle.length();
        assertThat(circle.nearest(50, 1, lap - 1)).isCloseTo(lap + 1, within(0.05));
        assertThat(circle.nearest(50, -1, 1)).isCloseTo(-1, within(0.05));
        assertThat(circle.nearest(50, -1, 3 * lap + 1)).isCloseTo(3 * lap - 1, within(0.05));
    }

    @Test
    void everyTrackIsClosedAtEqualDistances() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RacerTrack track = track(seed);
            assertThat(track.length()).isCloseTo((float) settings(seed).length(), within(0.01f));
            for (int i = 0; i < track.points(); i++) {
                double dx = track.pointX(i + 1) - track.pointX(i);
                double dy = track.pointY(i + 1) - track.pointY(i);
                assertThat(Math.hypot(dx, dy))
                        .as("seed %d, point %d", seed, i)
                        .isCloseTo(track.spacing(), within(0.04));
            }
        }
    }

    @Test
    void everyBendCanBeDriven() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RacerTrack track = track(seed);
            double least = RacerTrackMaker.leastRadius(settings(seed));
            for (int i = 0; i < track.points(); i++) {
                double radius = 1 / Math.abs(track.curvature(i * track.spacing()));
                assertThat(radius).as("seed %d, point %d", seed, i).isGreaterThan(0.95 * least);
            }
        }
    }

    /** Neither border crosses itself or the other one: brute force over all pairs of their pieces. */
    @Test
    void noTrackMeetsItself() {
        for (long seed = 0; seed < SEEDS; seed++) {
            float[][] borders = borders(track(seed));
            int points = borders[0].length / 2;
            for (int i = 0; i < points; i++) {
                for (int j = i + 2; j < points; j++) {
                    boolean isLast = i % (points / 2) == 0 && j == i + points / 2 - 1; // neighbours across the seam
                    assertThat(!isLast && cross(borders, i, j))
                            .as("seed %d, pieces %d and %d", seed, i, j)
                            .isFalse();
                }
            }
        }
    }

    /** All pieces of the left border, then those of the right one: where they begin, and where they end. */
    private static float[][] borders(RacerTrack track) {
        int points = track.points();
        float[][] borders = new float[2][4 * points];
        for (int side = 0; side < 2; side++) {
            float away = (side == 0 ? 0.5f : -0.5f) * track.width();
            for (int i = 0; i < points; i++) {
                int at = 2 * (side * points + i);
                for (int end = 0; end < 2; end++) {
                    borders[end][at] = track.besideX(i + end, away);
                    borders[end][at + 1] = track.besideY(i + end, away);
                }
            }
        }
        return borders;
    }

    private static boolean cross(float[][] borders, int i, int j) {
        float[] from = borders[0];
        float[] to = borders[1];
        if (Math.abs(from[2 * i] - from[2 * j]) > 12 || Math.abs(from[2 * i + 1] - from[2 * j + 1]) > 12) {
            return false; // pieces are shorter than 6 metres
        }
        return side(from, to, i, from, j) * side(from, to, i, to, j) < 0
                && side(from, to, j, from, i) * side(from, to, j, to, i) < 0;
    }

    /** On which side of a piece a corner lies. */
    private static double side(float[] from, float[] to, int piece, float[] corners, int corner) {
        double dx = to[2 * piece] - from[2 * piece];
        double dy = to[2 * piece + 1] - from[2 * piece + 1];
        return dx * (corners[2 * corner + 1] - from[2 * piece + 1]) - dy * (corners[2 * corner] - from[2 * piece]);
    }

    @Test
    void theNearestPlaceIsThatOfASearchAlongTheWholeTrack() {
        RandomStream random = RandomStream.of(4);
        for (long seed = 0; seed < 100; seed++) {
            RacerTrack track = track(seed);
            for (int round = 0; round < 20; round++) {
                double place = random.uniform(0, track.length());
                double away = 0.5 * track.width() * random.uniform(-1, 1);
                float x = (float) (track.atX(place) - away * Math.sin(track.angle(place)));
                float y = (float) (track.atY(place) + away * Math.cos(track.angle(place)));
                double found = track.nearest(x, y, place + random.uniform(-2, 2));
                double least = Double.MAX_VALUE;
                for (double along = 0; along < track.length(); along += 0.05) {
                    least = Math.min(least, Math.hypot(x - track.atX(along), y - track.atY(along)));
                }
                assertThat(Math.hypot(x - track.atX(found), y - track.atY(found)))
                        .as("seed %d, place %s", seed, place)
                        .isLessThan(least + 0.01);
            }
        }
    }

    @Test
    void theSeedDecidesTheTrack() {
        assertThat(track(7).pointX(50)).isEqualTo(track(7).pointX(50));
        RacerSettings settings = RacerSettings.of(RacerSettings.defaults());
        RacerTrack one = new RacerTrackMaker(RandomStream.of(1), settings).draw();
        RacerTrack other = new RacerTrackMaker(RandomStream.of(2), settings).draw();
        assertThat(one.pointX(50)).isNotEqualTo(other.pointX(50));
    }

    @Test
    void tracksTurnToBothSidesAndHarderOnesTurnMore() {
        int left = 0;
        double[] bends = new double[2];
        for (long seed = 0; seed < 200; seed++) {
            for (int hard = 0; hard < 2; hard++) {
                RacerSettings settings =
                        RacerSettings.of(RacerSettings.defaults().with("difficulty", hard));
                RacerTrack track = new RacerTrackMaker(RandomStream.of(seed), settings).draw();
                double turned = 0;
                for (int i = 0; i < track.points(); i++) {
                    turned += track.curvature(i * track.spacing()) * track.spacing();
                    bends[hard] += Math.abs(track.curvature(i * track.spacing()));
                }
                assertThat(Math.abs(turned)).as("seed %d", seed).isCloseTo(2 * Math.PI, within(0.01));
                left += turned > 0 ? 1 : 0;
            }
        }
        assertThat(left).isBetween(150, 250);
        assertThat(bends[1]).isGreaterThan(1.4 * bends[0]);
    }
}
