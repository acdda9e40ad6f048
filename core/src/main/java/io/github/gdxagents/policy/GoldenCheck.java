package io.github.gdxagents.policy;

import java.util.List;

/** Replays the golden samples of a policy that was read: it must act here as it did where it was trained. */
final class GoldenCheck {
    private final String file;

    GoldenCheck(String file) {
        this.file = file;
    }

    void require(PolicyModel model) {
        EpisodeOutputs episode = model.episodeOutputs();
        List<GoldenSample> samples = model.goldenSamples();
        for (int i = 0; i < samples.size(); i++) {
            GoldenSample sample = samples.get(i);
            require("golden sample " + i, sample.sharedOutputs(), episode.next(sample.sharedObservation()));
        }
    }

    private void require(String sample, float[] expected, float[] actual) {
        for (int o = 0; o < expected.length; o++) {
            float tolerance = PolicyFile.GOLDEN_TOLERANCE * Math.max(1f, Math.abs(expected[o]));
            if (!(Math.abs(expected[o] - actual[o]) <= tolerance)) { // so that NaN is refused
                throw new PolicyFileException(
                        file,
                        sample + ", output " + o,
                        "expected " + expected[o] + " as where it was trained, but the network gives " + actual[o]
                                + " here",
                        "The policy would act differently than it was trained to; train it anew with this version.");
            }
        }
    }
}
