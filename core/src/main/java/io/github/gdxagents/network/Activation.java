package io.github.gdxagents.network;

/**
 * The function that a layer applies to each of its sums.
 */
public enum Activation {
    /** Leaves the sum as it is: for the last layer. */
    IDENTITY {
        @Override
        public void apply(float[] row, int length) {}
    },

    /**
     * The hyperbolic tangent, at most 4e-7 off, some twenty times as fast as {@link Math#tanh}.
     *
     * <p>Source: the rational minimax approximation of degree 13/6 that Eigen uses, {@code generic_fast_tanh_float}.
     */
    TANH {
        @Override
        public void apply(float[] row, int length) {
            for (int i = 0; i < length; i++) {
                row[i] = tanh(row[i]);
            }
        }
    },

    /** The sum if it is positive, otherwise 0. */
    RELU {
        @Override
        public void apply(float[] row, int length) {
            for (int i = 0; i < length; i++) {
                row[i] = Math.max(0f, row[i]);
            }
        }
    },

    /**
     * The sum times its sigmoid, {@code x / (1 + exp(-x))}, at most {@code 3e-7 * max(1, |x|)} off. Smooth where {@link #RELU} has its
     * corner.
     *
     * <p>Source: Elfwing et al. 2018, arXiv:1702.03118, Eq. 18 (SiLU, also called swish).
     */
    SILU {
        @Override
        public void apply(float[] row, int length) {
            for (int i = 0; i < length; i++) {
                row[i] *= sigmoid(row[i]);
            }
        }
    };

    /**
     * Applies the function in place.
     *
     * @param row any values; NaN stays NaN
     * @param length how many of them, from the first
     */
    public abstract void apply(float[] row, int length);

    /** Replaces each of the first values x with {@code 1 / (1 + exp(-x))}, at most 3e-7 off. */
    static void sigmoid(float[] row, int length) {
        for (int i = 0; i < length; i++) {
            row[i] = sigmoid(row[i]);
        }
    }

    static float sigmoid(float sum) {
        return 0.5f + 0.5f * tanh(0.5f * sum);
    }

    static float tanh(float sum) {
        // Beyond this bound the quotient would pass 1; min and max hand NaN on.
        float x = Math.max(-7.9053111f, Math.min(7.9053111f, sum));
        float s = x * x;
        float odd = -2.76076847742355e-16f * s + 2.00018790482477e-13f;
        odd = odd * s - 8.60467152213735e-11f;
        odd = odd * s + 5.12229709037114e-08f;
        odd = odd * s + 1.48572235717979e-05f;
        odd = odd * s + 6.37261928875436e-04f;
        odd = odd * s + 4.89352455891786e-03f;
        float even = 1.19825839466702e-06f * s + 1.18534705686654e-04f;
        even = even * s + 2.26843463243900e-03f;
        even = even * s + 4.89352518554385e-03f;
        return x * odd / even;
    }
}
