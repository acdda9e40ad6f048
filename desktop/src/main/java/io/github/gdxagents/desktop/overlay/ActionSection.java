package io.github.gdxagents.desktop.overlay;

import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.desktop.session.EpisodeSession;

/** What the agent does: continuous values as bars, and for each discrete choice how likely it was; the one taken is bright. */
final class ActionSection extends Section {
    private final EpisodeSession session;
    private final ActionSpec spec;
    private final Bar[] continuousBars;
    private final Readout[] continuousValues;
    private final Bar[] choiceBars;
    private final Readout[] choiceValues;
    private final float[] probabilities;

    ActionSection(EpisodeSession session) {
        super("ACTION");
        this.session = session;
        spec = session.seat().behavior().action();
        continuousBars = new Bar[spec.continuousSize()];
        continuousValues = new Readout[spec.continuousSize()];
        for (int i = 0; i < continuousBars.length; i++) {
            continuousBars[i] = Bar.signed();
            continuousValues[i] = row(spec.continuous().get(i), continuousBars[i]);
        }
        choiceBars = new Bar[spec.choiceCount()];
        choiceValues = new Readout[spec.choiceCount()];
        probabilities = new float[spec.choiceCount()];
        int row = 0;
        for (ActionBranch branch : spec.branches()) {
            for (String choice : branch.choices()) {
                choiceBars[row] = Bar.share();
                choiceValues[row] =
                        row(spec.branchCount() == 1 ? choice : branch.name() + " " + choice, choiceBars[row]);
                row++;
            }
        }
    }

    void update(boolean text) {
        Actions actions = session.seat().actions();
        for (int i = 0; i < continuousBars.length; i++) {
            continuousBars[i].set(actions.continuous(i), Style.GOOD.color());
            if (text) {
                continuousValues[i].clear("").add(actions.continuous(i), 2).show();
            }
        }
        boolean weighed = session.probabilities(probabilities);
        for (int branch = 0; branch < spec.branchCount(); branch++) {
            for (int choice = 0; choice < spec.branchSize(branch); choice++) {
                boolean taken = actions.discrete(branch) == choice;
                choice(spec.choiceOffset(branch) + choice, taken, weighed, text);
            }
        }
    }

    private void choice(int index, boolean taken, boolean weighed, boolean text) {
        float share = weighed ? probabilities[index] : taken ? 1f : 0f;
        choiceBars[index].set(share, taken ? Style.GOOD.color() : Style.DIM.color());
        if (text) { // number and colour are of the same moment; the bars are ahead of them
            choiceValues[index].setColor(taken ? Style.GOOD.color() : Style.TEXT.color());
            Readout value = choiceValues[index].clear("");
            if (weighed) {
                value.add(100 * share, share < 0.9995f ? 1 : 0).add(" %"); // 100.0 % is too wide
            } else {
                value.add(taken ? "on" : "");
            }
            value.show();
        }
    }
}
