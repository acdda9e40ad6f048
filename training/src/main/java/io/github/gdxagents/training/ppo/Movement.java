package io.github.gdxagents.training.ppo;

/**
 * How far the policy has moved, over some sequences.
 *
 * @param kl mean KL(old || new), in nats
 * @param referenceKl mean KL(new || reference), in nats; 0 without a reference
 * @param surrogateLoss of the policy: negative objective, entropy and reference included
 */
record Movement(double kl, double referenceKl, double surrogateLoss) {
    static Movement of(float[] m) {
        return new Movement(m[0], m[1], m[2]);
    }

    /** Of a minibatch two of whose shards these are. */
    Movement plus(Movement other) {
        return new Movement(kl + other.kl, referenceKl + other.referenceKl, surrogateLoss + other.surrogateLoss);
    }

    /** The mean of this and another, which counts for the given share. */
    Movement mix(Movement other, double share) {
        return new Movement(
                kl + share * (other.kl - kl),
                referenceKl + share * (other.referenceKl - referenceKl),
                surrogateLoss + share * (other.surrogateLoss - surrogateLoss));
    }
}
