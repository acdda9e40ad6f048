package io.github.gdxagents.training.initial;

import io.github.gdxagents.agent.RandomStream;

/**
 * Fills weight matrices so that their shorter side is orthonormal, times a gain: signals neither grow nor vanish on their way through
 * the layers.
 *
 * <p>Source: Saxe et al. 2013, arXiv:1312.6120, section 3; the rows are made orthogonal by the modified Gram-Schmidt process.
 */
final class OrthogonalInitializer {
    private OrthogonalInitializer() {}

    /**
     * Writes a matrix.
     *
     * @param target row-major {@code [rows, columns]} from the offset on, overwritten
     * @param offset index of the first element
     * @param rows number of rows
     * @param columns number of columns
     * @param gain length of each orthogonal vector
     * @param random where the directions come from
     */
    static void fill(float[] target, int offset, int rows, int columns, double gain, RandomStream random) {
        boolean wide = columns >= rows;
        double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                target[offset + i * columns + j] = (float) (gain * (wide ? vectors[i][j] : vectors[j][i]));
            }
        }
    }

    private static double[][] orthonormal(int count, int length, RandomStream random) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                vectors[i][k] = random.nextGaussian();
            }
            // the second pass removes what rounding left of the first
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    subtractProjection(vectors[i], vectors[j]);
                }
            }
            normalize(vectors[i]);
        }
        return vectors;
    }

    private static void subtractProjection(double[] vector, double[] unit) {
        double product = dot(vector, unit);
        for (int k = 0; k < vector.length; k++) {
            vector[k] -= product * unit[k];
        }
    }

    private static void normalize(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
