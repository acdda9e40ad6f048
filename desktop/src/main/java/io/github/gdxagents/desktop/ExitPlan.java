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

    /** Whether no other episode is to follow that one. */
    boolean isLastEpisode(int episode) {
        return lastEpisode > 0 && episode >= lastEpisode;
    }

    /** Counts a frame and says whether it was the last. */
    boolean frameDrawn() {
        frames++;
        if (lastEpisode > 0 && episodes >= lastEpisode) {
            framesAfter++;
        }
        return frames == lastFrame || framesAfter == FRAMES_AFTER_EPISODE;
    }
}
