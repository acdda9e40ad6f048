package io.github.gdxagents.training.initial;

import io.github.gdxagents.policy.PolicyModel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** A number by which policies are known again: of what they compute, whatever the format of the files that they were read from. */
public final class PolicyFingerprint {
    private PolicyFingerprint() {}

    /** {@return 0 or more, and another for most others, also for the same in another order} */
    public static long of(List<PolicyModel> policies) {
        CRC32C checksum = new CRC32C();
        for (PolicyModel policy : policies) {
            float[] parameters = new float[policy.network().parameterCount()];
            policy.network().getParameters(parameters, 0);
            update(checksum, parameters);
            update(checksum, policy.normalizer().mean());
            update(checksum, policy.normalizer().scale());
            update(checksum, policy.logStandardDeviation());
        }
        return checksum.getValue();
    }

    private static void update(CRC32C checksum, float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        checksum.update(bytes);
    }
}
