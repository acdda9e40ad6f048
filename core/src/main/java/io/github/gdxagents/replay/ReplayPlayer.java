package io.github.gdxagents.replay;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;

/**
 * Plays a recorded episode again:
 *
 * <pre>{@code
 * Replay replay = ReplayFile.read(Gdx.files.local("instance-3.replay"));
 * ReplayPlayer.play(new MyGame(), replay.episode()); // throws what the game threw then
 * }</pre>
 *
 * <p>The agents are asked by an {@link EpisodeLoop}, as when the episode was recorded, and handed the recorded actions. What is observed is
 * held against the record. Where the record ends, everyone is looked at: a fault may have been noticed there.
 *
 * <p>Thread safety: that of the game.
 */
public final class ReplayPlayer {
    private final RecordedEpisode episode;
    private final EpisodeLoop loop;
    private final RecordedDecider record;
    private boolean isPlayed;

    /**
     * Begins an episode anew, in a game that nobody else steps.
     *
     * @param game of the kind that the episode was recorded in
     * @param episode what happened
     * @throws IllegalArgumentException if the episode has settings of its own, and the game can't vary
     */
    public ReplayPlayer(Simulation game, RecordedEpisode episode) {
        this(new EpisodeLoop(new RecordedSimulation(game)), episode);
    }

    /**
     * Begins an episode anew, and plays all seats of a loop.
     *
     * @param loop of a {@link RecordedSimulation}; goes on with the episode after the replay, when others play its seats
     * @param episode what happened
     * @throws IllegalArgumentException if the loop's simulation is not recorded, or the episode has settings of its own and the game can't
     *     vary
     */
    public ReplayPlayer(EpisodeLoop loop, RecordedEpisode episode) {
        if (!(loop.simulation() instanceof RecordedSimulation)) {
            throw new IllegalArgumentException("replay: the simulation must be a RecordedSimulation, but is "
                    + loop.simulation().getClass().getName() + "; wrap it");
        }
        this.loop = loop;
        this.episode = episode;
        record = new RecordedDecider(loop, (RecordedSimulation) loop.simulation(), episode);
        loop.playAll(record);
        reset();
    }

    private void reset() {
        if (episode.settings().isEmpty()) {
            loop.reset(episode.seed());
            return;
        }
        try {
            loop.reset(episode.seed(), SimulationSettings.of(episode.settings()));
        } catch (UnsupportedOperationException unvarying) {
            throw new IllegalArgumentException(
                    "replay of seed " + episode.seed() + ": the episode has settings of its own, " + episode.settings()
                            + ", but the game can't vary, since it has no reset(seed, settings); it was recorded in another"
                            + " game, or another version of it",
                    unvarying);
        }
    }

    /**
     * Plays an episode from beginning to end, and the step after it: the one that a fault was in.
     *
     * @param game is disposed by the caller
     * @param episode what happened
     * @throws GameFault if the game breaks a rule, such as the one that the episode was kept for
     * @throws IllegalStateException if the game observes otherwise than recorded, or ends before the episode does
     * @throws IllegalArgumentException if the game has no such agents, actions or settings
     */
    public static void play(Simulation game, RecordedEpisode episode) {
        ReplayPlayer player = new ReplayPlayer(game, episode);
        while (player.step()) {
            player.requireSame();
        }
        player.requireSame();
    }

    /**
     * Hands out the recorded decisions that are due, then makes a physics step. After the last recorded step one more is tried with what
     * is left of the decisions.
     *
     * @return false if there is nothing more to play
     * @throws GameFault if the game breaks a rule
     * @throws IllegalArgumentException if the game has no such agents or actions
     */
    public boolean step() {
        if (isPlayed || loop.isOver() || loop.steps() > episode.steps()) {
            isPlayed = true;
            return false;
        }
        loop.observe();
        if (isAtEnd() && !record.hasNext()) {
            loop.cut();
        }
        for (int i = 0; i < loop.seatCount(); i++) {
            act(loop.seat(i));
        }
        if (record.isExhausted()) {
            isPlayed = true;
            return false;
        }
        loop.stepSimulation();
        return true;
    }

    private void act(Seat seat) {
        if (seat.isDue()) {
            loop.act(seat);
            record.compare(seat);
        }
    }

    /**
     * Whether the recorded steps have all been made.
     *
     * @return true from then on
     */
    public boolean isAtEnd() {
        return loop.steps() >= episode.steps();
    }

    /**
     * Where the game was first noticed to observe otherwise than recorded. One difference in 256 is noticed at a later decision, and
     * none is missed by the end of the episode.
     *
     * @return the number of the decision, from 1; 0 if there is no difference so far
     */
    public int firstDifference() {
        return record.firstDifference();
    }

    /**
     * Checks that the game still does what it did.
     *
     * @throws IllegalStateException if what was observed differs from the record, or if the game's end was found before that of the
     *     record
     */
    public void requireSame() {
        if (firstDifference() > 0) {
            throw changed(
                    "at decision " + firstDifference() + " the game observes otherwise than when it was recorded");
        }
        boolean isOver = isPlayed || loop.isOver();
        if (isOver && (loop.steps() < episode.steps() || record.hasNext())) {
            throw changed("it ends at physics step " + loop.steps() + " after " + record.decisions()
                    + " decisions, but when it was recorded it went on");
        }
    }

    private IllegalStateException changed(String difference) {
        return new IllegalStateException("replay of seed " + episode.seed() + ": " + difference
                + ". The game was changed since then, or it is not deterministic: SimulationCheck tells");
    }

    /**
     * What is played.
     *
     * @return goes on where the replay ends
     */
    public EpisodeLoop loop() {
        return loop;
    }
}
