package io.github.gdxagents.desktop;

/** When a window that nobody closes closes itself: some frames after an episode, or at a frame. */
final class ExitPlan {
    private static final int FRAMES_AFTER_EPISODE = 30;

    private final int lastFrame; // 0: none
    private final int lastEpisode; // 0: none
    private int frames;
    private int episodes;
    private int framesAfter;

    ExitPlan(WindowOptions options) {
        lastFrame = options.frames;
        lastEpisode = options.episodesToShow();
    }

    void episodeEnded() {
        episodes++;
    }

    /** Whether no other episode is to follow. */
    boolean isLastEpisodeOver() {
        return lastEpisode > 0 && episodes >= lastEpisode;
    }

    /** Counts a frame and says whether it was the last. */
    boolean frameDrawn() {
        frames++;
        if (isLastEpisodeOver()) {
            framesAfter++;
        }
        return frames == lastFrame || framesAfter == FRAMES_AFTER_EPISODE;
    }
}
