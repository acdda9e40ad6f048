package io.github.gdxagents.desktop.overlay;

import com.kotcrab.vis.ui.widget.VisScrollPane;
import com.kotcrab.vis.ui.widget.VisTable;
import io.github.gdxagents.desktop.session.EpisodeSession;
import io.github.gdxagents.desktop.session.SteppingClock;
import io.github.gdxagents.desktop.session.Trace;

/**
 * The side panel beside the scene: the episode, and what the first agent perceives, does and is rewarded.
 *
 * <p>Bars move with every frame, digits ten times a second: faster ones can't be read. Where nobody watches and a picture is made, both are of
 * the same frame.
 *
 * <p>Thread safety: none (render thread). Allocates nothing per frame.
 */
public final class Inspector extends VisTable {
    private static final float TEXT_SECONDS = 0.1f;
    private static final int FRAMES = 180;

    private final EpisodeSession session;
    private final EpisodeSection episode;
    private final ObservationSection observation;
    private final ActionSection action;
    private final GameSection game;
    private final Section reward = new Section("REWARD PER DECISION");
    private final Section frame = new Section("FRAME TIME");
    private final Readout lastReward;
    private final Readout lastFrame;
    private final Trace frames = new Trace(FRAMES);
    private final boolean isUnattended;
    private float untilText;

    /**
     * Makes the panel.
     *
     * @param session what is shown
     * @param clock its clock
     * @param isUnattended whether nobody watches
     */
    public Inspector(EpisodeSession session, SteppingClock clock, boolean isUnattended) {
        this.session = session;
        this.isUnattended = isUnattended;
        episode = new EpisodeSection(session, clock);
        observation = new ObservationSection(session);
        action = new ActionSection(session);
        game = new GameSection(session);
        reward.add(new Graph(session.rewards(), true, 0.5f, Style.GOOD.color(), Style.BAD.color()))
                .colspan(3)
                .growX()
                .height(56f)
                .row();
        lastReward = reward.row("last");
        frame.add(new Graph(frames, false, 20f, Style.DIM.color(), Style.DIM.color()))
                .colspan(3)
                .growX()
                .height(28f)
                .row();
        lastFrame = frame.row("ms, per second");
        setBackground(Style.PANEL.filled());
        add(scrolling()).grow().pad(6f, 12f, 8f, 12f);
    }

    private VisScrollPane scrolling() {
        VisTable content = new VisTable();
        content.top();
        for (Section section : new Section[] {episode, game, observation, action, reward, frame}) {
            if (section.isVisible()) { // a game may have no figures of its own
                content.add(section).growX().row();
            }
        }
        VisScrollPane pane = new VisScrollPane(content);
        pane.setScrollingDisabled(true, false);
        pane.setFadeScrollBars(true);
        pane.getStyle().background = null;
        return pane;
    }

    /**
     * Takes the state after a frame.
     *
     * @param frameSeconds how long the work for the frame took
     * @param frameDelta how much time passed from the frame before to this one
     */
    public void update(float frameSeconds, float frameDelta) {
        frames.add(1000f * frameSeconds);
        untilText -= frameDelta;
        boolean text = isUnattended || untilText <= 0f;
        observation.update(text);
        action.update(text);
        if (text) {
            untilText = TEXT_SECONDS;
            episode.update();
            game.update();
            lastReward.clear("").add(session.lastReward(), 3).show();
            lastFrame
                    .clear("")
                    .add(1000.0 * frameSeconds, 1)
                    .add(", ")
                    .add(1.0 / Math.max(1e-6, frameDelta), 0)
                    .show();
        }
    }
}
