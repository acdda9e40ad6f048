package io.github.gdxagents.training.ppo;

import java.util.List;

/**
 * How far the policy has moved and how random it is, over some sequences.
 *
 * @param kl mean KL(old || new), in nats
 * @param referenceKl mean KL(new || reference), in nats; 0 without a reference
 * @param entropy mean of the new policy, in nats
 */
record Movement(double kl, double referenceKl, double entropy) {
    static Movement of(float[] m) {
        return new Movement(m[0], m[1], m[2]);
    }

    /** What is not finite, in words; empty if all is. */
    List<String> notFinite() {
        return new FiniteCheck()
                .of("the KL from the policy before the iteration", kl)
                .of("the KL to the reference policy", referenceKl)
                .of("the entropy", entropy)
                .faults();
    }

    /** Of a minibatch two of whose shards these are. */
    Movement plus(Movement other) {
        return new Movement(kl + other.kl, referenceKl + other.referenceKl, entropy + other.entropy);
    }

    /** The mean of this and another, which counts for the given share. */
    Movement mix(Movement other, double share) {
        return new Movement(
                kl + share * (other.kl - kl),
                referenceKl + share * (other.referenceKl - referenceKl),
                entropy + share * (other.entropy - entropy));
    }
}
