package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static RandomStream seeded(long seed) {
        RandomStream random = RandomStream.of();
        random.seed(seed);
        return random;
    }

    @Test
    void yieldsThePublishedNumbersOfXoshiro256PlusPlus() {
        // the test vector of the rand_xoshiro library, state 1, 2, 3, 4
        RandomStream random = RandomStream.of();
        random.restore(new long[] {1, 2, 3, 4}, 0);
        long[] expected = {
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"),
            Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"),
            Long.parseUnsignedLong("10450023813501588000"),
        };
        for (long value : expected) {
            assertThat(random.nextLong()).isEqualTo(value);
        }
    }

    @Test
    void seedsThroughThePublishedSplitMix64() {
        long[] state = new long[RandomStream.STATE_SIZE];
        seeded(0).save(state, 0);
        assertThat(state)
                .containsExactly(0xe220a8397b1dcdafL, 0x6e789e6aa1b965f4L, 0x06c45d188009454fL, 0xf88bb8a8724c81ecL);
    }

    // The numbers below come from a second implementation, in Python with unbounded integers.

    @Test
    void agreesWithASecondImplementation() {
        RandomStream random = seeded(42);
        assertThat(random.nextLong()).isEqualTo(0xd0764d4f4476689fL);
        assertThat(random.nextLong()).isEqualTo(0x519e4174576f3791L);
        assertThat(random.nextLong()).isEqualTo(0xfbe07cfb0c24ed8cL);
        RandomStream keyed = RandomStream.of(7, 3);
        assertThat(keyed.nextLong()).isEqualTo(0xad152b36505f0f1dL);
        assertThat(keyed.nextLong()).isEqualTo(0x0ab4b5c0504e0508L);
        assertThat(RandomStream.hash(7)).isEqualTo(0x27e8ac81e7bc3b89L);
        assertThat(RandomStream.hash(3, 7)).isEqualTo(0xec13ed6ae6a0e5f4L);
        assertThat(RandomStream.hash(-1, 0, 2)).isEqualTo(0x7694b19fbb883f56L);
    }

    @Test
    void derivedNumbersAgreeWithASecondImplementation() {
        assertThat(seeded(42).nextDouble()).isEqualTo(0.8143051451229099);
        assertThat(seeded(42).nextFloat()).isEqualTo((float) 0.8143051266670227);
        int[] whole = {7, 0, 5, 4, 2, 0, 9, 7, 8, 6, 6, 4};
        RandomStream random = seeded(42);
        for (int value : whole) {
            assertThat(random.nextInt(10)).isEqualTo(value);
        }
        random.seed(42);
        assertThat(random.nextGaussian()).isEqualTo((float) 0.9813983900724986);
        assertThat(random.nextGaussian()).isEqualTo((float) 1.3403256427520227);
        assertThat(random.nextGaussian()).isEqualTo((float) -0.9642205062941384);
    }

    @Test
    void keysThatDifferInOrderLengthOrAnyPartGiveUnrelatedStreams() {
        Set<Long> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int agent = 0; agent < 100; agent++) {
                first.add(RandomStream.of(seed, agent).nextLong());
            }
            first.add(RandomStream.of(seed).nextLong());
        }
        first.add(RandomStream.of().nextLong());
        first.add(RandomStream.of(0, 0, 0).nextLong());
        assertThat(first).hasSize(100 * 100 + 100 + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void wholeNumbersAreEquallyLikely(int bound) {
        RandomStream random = RandomStream.of(1, bound);
        int[] counts = new int[bound];
        int draws = 64_000;
        for (int i = 0; i < draws; i++) {
            counts[random.nextInt(bound)]++;
        }
        double expected = (double) draws / bound;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // mean bound - 1, variance 2 (bound - 1): five standard deviations
        assertThat(chiSquare).isLessThanOrEqualTo(bound - 1 + 5 * Math.sqrt(2.0 * (bound - 1)));
    }

    @Test
    void theLargestBoundWorks() {
        RandomStream random = RandomStream.of(5);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            int value = random.nextInt(Integer.MAX_VALUE);
            assertThat(value).isBetween(0, Integer.MAX_VALUE - 1);
            sum += value;
        }
        // standard error of the mean: range / sqrt(12 * 10000) = 0.0029 of it
        assertThat(sum / 10_000 / Integer.MAX_VALUE).isCloseTo(0.5, within(0.0145));
    }

    @Test
    void bitsThatWouldFavourSmallNumbersAreDrawnAgain() {
        // 2^32 - 1 is the largest multiple of 3 in 32 bits, so that the 32 bits 0xffffffff are one too many. With s0 =
        // 0 the next
        // value is s3 rotated by 23.
        long[] state = {0, 1, 2, Long.rotateRight(0xffffffff_00000000L, 23)};
        RandomStream longs = RandomStream.of();
        longs.restore(state, 0);
        assertThat(longs.nextLong() >>> 32).isEqualTo(0xffffffffL);
        long second = longs.nextLong() >>> 32;
        RandomStream random = RandomStream.of();
        random.restore(state, 0);
        assertThat(random.nextInt(3)).isEqualTo((int) (second % 3));
        assertThat(random.nextLong()).as("two values were used").isEqualTo(longs.nextLong());
    }

    @Test
    void aBoundBelowOneIsAnError() {
        assertThatThrownBy(() -> RandomStream.of(1).nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("random number: the bound must be at least 1, but is 0");
    }

    @Test
    void fractionsAreUniform() {
        RandomStream random = RandomStream.of(2);
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < draws; i++) {
            double value = i % 2 == 0 ? random.nextFloat() : random.uniform(-1, 1) / 2 + 0.5;
            assertThat(value).isBetween(0.0, 1.0);
            sum += value;
            squares += value * value;
            largest = Math.max(largest, value);
        }
        // standard errors: sqrt(1/12/n) = 0.0009 and sqrt(4/45/n) = 0.0009; five of them
        assertThat(sum / draws).isCloseTo(0.5, within(0.0046));
        assertThat(squares / draws).isCloseTo(1 / 3.0, within(0.0047));
        assertThat(largest).isGreaterThan(0.9998).isLessThan(1);
    }

    @Test
    void aNumberBetweenTwoOthersIsBelowTheUpperOneHoweverItRounds() {
        double[][] bounds = {
            {1, Math.nextUp(1.0)},
            {-Double.MIN_VALUE, 0},
            {1e16, 1e16 + 4},
            {-Double.MAX_VALUE, Double.MAX_VALUE},
            {-1, Double.MAX_VALUE}
        };
        RandomStream random = RandomStream.of(5);
        for (double[] bound : bounds) {
            for (int i = 0; i < 1000; i++) {
                assertThat(random.uniform(bound[0], bound[1]))
                        .isGreaterThanOrEqualTo(bound[0])
                        .isLessThan(bound[1]);
            }
        }
        assertThat(random.uniform(3, 3)).isEqualTo(3);
    }

    /** Recorded episodes and results depend on every bit. */
    @Test
    void aNumberBetweenTwoOthersIsWhatItAlwaysWas() {
        RandomStream random = RandomStream.of(6);
        RandomStream units = RandomStream.of(6);
        for (int i = 0; i < 10_000; i++) {
            double low = i - 5000.3;
            double high = low + (i % 100 - 20) / 3.0; // also the wrong way round
            assertThat(random.uniform(low, high)).isEqualTo(low + (high - low) * units.nextDouble());
        }
    }

    @Test
    void gaussianMomentsAreRight() {
        RandomStream random = RandomStream.of(3);
        int draws = 200_000;
        double[] moments = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < draws; i++) {
            double value = random.nextGaussian();
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / draws;
            }
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }
        // standard errors: sqrt((m_2k - m_k^2) / n) with m_2..m_8 = 1, 3, 15, 105; five of them
        assertThat(moments[1]).isCloseTo(0, within(5 * Math.sqrt(1.0 / draws)));
        assertThat(moments[2]).isCloseTo(1, within(5 * Math.sqrt(2.0 / draws)));
        assertThat(moments[3]).isCloseTo(0, within(5 * Math.sqrt(15.0 / draws)));
        assertThat(moments[4]).isCloseTo(3, within(5 * Math.sqrt(96.0 / draws)));
        // P(|z| > 2) = 0.0455
        assertThat((double) beyondTwo / draws).isCloseTo(0.0455, within(5 * Math.sqrt(0.0455 / draws)));
    }

    @Test
    void goesOnFromASavedState() {
        RandomStream random = RandomStream.of(9);
        random.nextGaussian();
        long[] state = new long[10];
        random.save(state, 3);
        float[] expected = {random.nextGaussian(), random.nextFloat(), random.nextInt(100)};
        RandomStream other = RandomStream.of(1);
        other.nextLong();
        other.restore(state, 3);
        assertThat(new float[] {other.nextGaussian(), other.nextFloat(), other.nextInt(100)})
                .containsExactly(expected);
        assertThat(state[2]).isZero();
        assertThat(state[7]).isZero();
    }

    @Test
    void aStateOfZerosIsDamaged() {
        assertThatThrownBy(() -> RandomStream.of(1).restore(new long[6], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be all zero");
        RandomStream last = RandomStream.of(1);
        last.restore(new long[] {0, 0, 0, 1}, 0); // one bit is enough
        assertThat(last.nextLong()).isNotZero();
    }
}
