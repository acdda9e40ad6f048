package io.github.gdxagents.replay;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.EpisodeRunner;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;

/**
 * Plays a recorded episode again:
 *
 * <pre>{@code
 * Replay replay = ReplayFile.read(Gdx.files.local("instance-3.replay"));
 * ReplayPlayer.play(new MyGame(), replay.episode()); // throws what the game threw then
 * }</pre>
 *
 * <p>Before each physics step every agent that is due gives its reward, observes and masks, in the order of the agents, as in training;
 * then the recorded actions are handed out. What is observed is held against the record. After a step, whoever has ended gives its last
 * reward, and observes if it was cut off. Where the record ends, everyone is looked at: a fault may have been noticed there.
 *
 * <p>Thread safety: that of the game.
 */
public final class ReplayPlayer {
    private final RecordedEpisode episode;
    private final RecordedSimulation simulation;
    private final EpisodeRunner runner;
    private final DecisionReader reader;
    private final ObservationWriter[] writers;
    private final float[][] observations;
    private final ActionMask[] masks;
    /** Whether an agent decided since its episode began. */
    private final boolean[] isPlaying;

    private int firstDifference;
    private boolean isPlayed;

    /**
     * Begins an episode anew, in a game that nobody else steps.
     *
     * @param game of the kind that the episode was recorded in
     * @param episode what happened
     */
    public ReplayPlayer(Simulation game, RecordedEpisode episode) {
        this(new EpisodeRunner(new RecordedSimulation(game)), episode);
    }

    /**
     * Begins an episode anew.
     *
     * @param runner of a {@link RecordedSimulation}; goes on with the episode after the replay
     * @param episode what happened
     * @throws IllegalArgumentException if the runner's simulation is not recorded
     */
    public ReplayPlayer(EpisodeRunner runner, RecordedEpisode episode) {
        if (!(runner.simulation() instanceof RecordedSimulation)) {
            throw new IllegalArgumentException("replay: the simulation must be a RecordedSimulation, but is "
                    + runner.simulation().getClass().getName() + "; wrap it");
        }
        this.runner = runner;
        this.episode = episode;
        simulation = (RecordedSimulation) runner.simulation();
        reader = new DecisionReader(episode, simulation.agents());
        int count = runner.agentCount();
        writers = new ObservationWriter[count];
        observations = new float[count][];
        masks = new ActionMask[count];
        isPlaying = new boolean[count];
        for (int i = 0; i < count; i++) {
            Agent agent = runner.agent(i);
            writers[i] = new ObservationWriter(agent.behavior().observation());
            observations[i] = new float[agent.behavior().observation().size()];
            masks[i] = new ActionMask(agent.behavior().action());
        }
        runner.reset(episode.seed());
    }

    /**
     * Plays an episode from beginning to end, and the step after it: the one that a fault was in.
     *
     * @param game is disposed by the caller
     * @param episode what happened
     * @throws GameFault if the game breaks a rule, such as the one that the episode was kept for
     * @throws IllegalStateException if the game observes otherwise than recorded, or ends before the episode does
     * @throws IllegalArgumentException if the game has no such agents or actions
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
        if (!decide()) {
            return false;
        }
        runner.step();
        closeEnded();
        return true;
    }

    /**
     * Hands out the recorded decisions that are due, for whoever steps the runner himself; then he calls it after the last step too.
     *
     * @return false if there is nothing more to play
     * @throws GameFault if the game breaks a rule
     * @throws IllegalArgumentException if the game has no such agents or actions
     */
    public boolean decide() {
        if (runner.steps() > episode.steps()) {
            isPlayed = true;
            return false;
        }
        closeEnded();
        int due = 0;
        for (int i = 0; i < runner.agentCount(); i++) {
            if (runner.isDecisionDue(i)) {
                due++;
                look(i);
            }
        }
        if (isAtEnd() && !reader.hasNext() || runner.isOver()) {
            lookAtOthers();
        }
        for (; due > 0 && reader.hasNext(); due--) {
            reader.next();
            runner.agent(reader.agent()).act(reader.actions());
            if (firstDifference == 0 && differs()) {
                firstDifference = reader.count();
            }
        }
        isPlayed = due > 0 || runner.isOver();
        return !isPlayed;
    }

    private boolean differs() {
        EpisodeLog log = simulation.log();
        return reader.check() != log.check() || !reader.hasNext() && episode.hash() != log.hash();
    }

    private void look(int i) {
        Agent agent = runner.agent(i);
        isPlaying[i] = true;
        agent.takeReward();
        observe(i);
        masks[i].clear();
        agent.mask(masks[i]);
    }

    private void observe(int i) {
        runner.agent(i).observe(writers[i].begin(observations[i]));
    }

    private void closeEnded() {
        for (int i = 0; i < isPlaying.length; i++) {
            if (isPlaying[i] && runner.status(i).isEnd()) {
                isPlaying[i] = false;
                lookBack(i);
            }
        }
    }

    private void lookAtOthers() {
        for (int i = 0; i < isPlaying.length; i++) {
            if (!runner.isDecisionDue(i)) {
                lookBack(i);
            }
        }
    }

    /** What a trainer wants to know of an agent that is not to decide: its reward, and what it observes if it might have gone on. */
    private void lookBack(int i) {
        runner.agent(i).takeReward();
        if (runner.status(i) == StepStatus.RUNNING || runner.status(i) == StepStatus.TRUNCATED) {
            observe(i);
        }
    }

    /**
     * Whether the recorded steps have all been made.
     *
     * @return true from then on
     */
    public boolean isAtEnd() {
        return runner.steps() >= episode.steps();
    }

    /**
     * Where the game was first noticed to observe otherwise than recorded. One difference in 256 is noticed at a later decision, and
     * none is missed by the end of the episode.
     *
     * @return the number of the decision, from 1; 0 if there is no difference so far
     */
    public int firstDifference() {
        return firstDifference;
    }

    /**
     * Checks that the game still does what it did.
     *
     * @throws IllegalStateException if what was observed differs from the record, or if the game's end was found before that of the
     *     record
     */
    public void requireSame() {
        if (firstDifference > 0) {
            throw changed("at decision " + firstDifference + " the game observes otherwise than when it was recorded");
        }
        if (isPlayed && (runner.steps() < episode.steps() || reader.hasNext())) {
            throw changed("it ends at physics step " + runner.steps() + " after " + reader.count()
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
    public EpisodeRunner runner() {
        return runner;
    }
}
