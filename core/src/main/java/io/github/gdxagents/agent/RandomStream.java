package io.github.gdxagents.agent;

/**
 * A stream of random numbers that belongs to whoever made it: its state can be saved, and streams of different keys are unrelated.
 *
 * <p>Make one for each purpose from what identifies it, for example {@code RandomStream.of(seed, instance, agent)}: what it yields then
 * doesn't depend on threads or on what others draw. {@code MathUtils.random} can promise neither.
 *
 * <p>Thread safety: none. Allocates nothing after construction.
 *
 * <p>Source: xoshiro256++ 1.0, Blackman and Vigna 2019, arXiv:1805.01407, seeded through SplitMix64 (Steele et al. 2014,
 * doi:10.1145/2714064.2660195). Normal deviates: the polar method, Marsaglia and Bray 1964, doi:10.1137/1006063.
 */
public final class RandomStream {
    /** How many longs {@link #save} writes. */
    public static final int STATE_SIZE = 4;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final float FLOAT_UNIT = 1f / (1 << 24);
    private static final double DOUBLE_UNIT = 1.0 / (1L << 53);

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private RandomStream() {}

    /**
     * Makes the stream of a key.
     *
     * @param key what identifies the stream, for example seed, instance and agent
     * @return a stream at its beginning
     */
    public static RandomStream of(long... key) {
        RandomStream stream = new RandomStream();
        stream.seed(hash(key));
        return stream;
    }

    /**
     * Derives a seed from a key, for whoever wants a number instead of a stream.
     *
     * @param key what identifies it, for example seed, instance and episode
     * @return a value that is as good as random, the same for the same key
     */
    public static long hash(long... key) {
        long hash = key.length;
        for (long part : key) {
            hash = mix(hash + GOLDEN_GAMMA + mix(part + GOLDEN_GAMMA));
        }
        return hash;
    }

    /**
     * Starts over as the stream of one number, without allocating.
     *
     * @param seed any value
     */
    public void seed(long seed) {
        long counter = seed + GOLDEN_GAMMA;
        s0 = mix(counter);
        counter += GOLDEN_GAMMA;
        s1 = mix(counter);
        counter += GOLDEN_GAMMA;
        s2 = mix(counter);
        counter += GOLDEN_GAMMA;
        s3 = mix(counter);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * The next 64 random bits.
     *
     * @return any value
     */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A whole number, each equally likely.
     *
     * @param bound at least 1
     * @return in [0, bound)
     * @throws IllegalArgumentException if the bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("random number: the bound must be at least 1, but is " + bound);
        }
        long limit = (1L << 32) / bound * bound;
        while (true) { // rejects the few values that would favour small numbers
            long bits = nextLong() >>> 32;
            if (bits < limit) {
                return (int) (bits % bound);
            }
        }
    }

    /**
     * A number in [0, 1).
     *
     * @return a multiple of 2^-24
     */
    public float nextFloat() {
        return (nextLong() >>> 40) * FLOAT_UNIT;
    }

    /**
     * A number in [0, 1).
     *
     * @return a multiple of 2^-53
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /**
     * A number between two others, whose distance may be more than a double holds.
     *
     * @param low the smallest
     * @param high above the largest
     * @return in [low, high)
     */
    public double uniform(double low, double high) {
        double unit = nextDouble();
        double width = high - low;
        double value = Double.isInfinite(width) ? low * (1 - unit) + high * unit : low + width * unit;
        return value < high || low >= high ? value : Math.nextAfter(high, low); // else rounded up
    }

    /**
     * A standard normal deviate. The second one that the method yields is dropped, so that the state is these four longs alone.
     *
     * @return mean 0, standard deviation 1
     */
    public float nextGaussian() {
        while (true) {
            double x = uniform(-1, 1);
            double y = uniform(-1, 1);
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                // StrictMath: the same on every machine
                return (float) (x * StrictMath.sqrt(-2 * StrictMath.log(square) / square));
            }
        }
    }

    /**
     * Writes the state.
     *
     * @param target takes {@link #STATE_SIZE} values
     * @param offset where they begin
     */
    public void save(long[] target, int offset) {
        target[offset] = s0;
        target[offset + 1] = s1;
        target[offset + 2] = s2;
        target[offset + 3] = s3;
    }

    /**
     * Goes on from a saved state.
     *
     * @param source what {@link #save} wrote
     * @param offset where it begins
     * @throws IllegalArgumentException if all four are 0, which no stream reaches
     */
    public void restore(long[] source, int offset) {
        if ((source[offset] | source[offset + 1] | source[offset + 2] | source[offset + 3]) == 0) {
            throw new IllegalArgumentException("random stream: a saved state can't be all zero; it is damaged");
        }
        s0 = source[offset];
        s1 = source[offset + 1];
        s2 = source[offset + 2];
        s3 = source[offset + 3];
    }
}
