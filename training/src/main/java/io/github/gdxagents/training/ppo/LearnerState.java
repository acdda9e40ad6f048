package io.github.gdxagents.training.ppo;

/**
 * Everything that the learning of one behavior goes on from.
 *
 * @param behavior its name
 * @param parameters flat, laid out as {@link io.github.gdxagents.training.network.ActorCritic} says
 * @param firstMoments of Adam, as long as the parameters
 * @param secondMoments of Adam, as long as the parameters
 * @param updates minibatch updates so far
 * @param observationMoments as {@link io.github.gdxagents.training.rollout.RunningMoments#save}
 * @param rewardMoments as {@link io.github.gdxagents.training.rollout.RewardNormalizer#save}
 * @param episodes as {@link EpisodeWindow#save}
 * @param adaptation as {@link Adaptation#save}
 * @param reference as {@link ReferencePolicy#fingerprint}, {@link #NO_REFERENCE} or {@link #ANY_REFERENCE}
 * @param referenceMemories as {@link ReferencePolicy#save}; empty without reference policy
 * @param actingParameters with which the next rollout is collected, if they are not those above: else empty
 * @param actingMoments of the observations, that go with them; else empty
 */
public record LearnerState(
        String behavior,
        float[] parameters,
        float[] firstMoments,
        float[] secondMoments,
        long updates,
        double[] observationMoments,
        double[] rewardMoments,
        double[] episodes,
        double[] adaptation,
        long reference,
        float[] referenceMemories,
        float[] actingParameters,
        double[] actingMoments) {
    /** Where a fingerprint would be if there were a reference policy. */
    public static final long NO_REFERENCE = -1;
    /** Of a reference policy of which nothing is known, as former versions saved it. */
    public static final long ANY_REFERENCE = -2;

    /** Throws an IllegalArgumentException unless it is of such networks and settings. */
    void requireFit(int parameterCount, int momentCount, long fingerprint) {
        if (parameters.length != parameterCount) {
            throw new IllegalArgumentException("behavior '" + behavior + "': " + parameters.length
                    + " parameters were saved, but the networks have " + parameterCount
                    + "; the settings of the network must be those it was trained with");
        }
        requireActing(actingParameters.length, parameterCount, "parameters");
        requireActing(actingMoments.length, momentCount, "moments of the observations");
        boolean isSame = reference == ANY_REFERENCE ? fingerprint != NO_REFERENCE : reference == fingerprint;
        if (!isSame) {
            throw new IllegalArgumentException("behavior '" + behavior + "': the run was saved with "
                    + (reference == NO_REFERENCE ? "no" : "another")
                    + " reference policy; resume with ppo.reference.policies and the files as they were");
        }
    }

    private void requireActing(int saved, int here, String what) {
        if (saved != 0 && saved != here) {
            throw new IllegalArgumentException("behavior '" + behavior + "': " + saved + " " + what
                    + " of the policy that acted were saved, expected " + here
                    + " or none; the checkpoint is not one of this run, resume from another");
        }
    }
}
