package io.github.gdxagents.games.lander;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** A recorded episode of the original: what chance decided, what was done, and what came of it. */
final class LanderRecording {
    /** One step: row 0 is what the reset gives. */
    static final class Step {
        int action;
        double[] dispersion;
        float[] observation;
        double reward;
        boolean terminated;
    }

    private static final int OBSERVATIONS = 8;

    final String name;
    final double[] groundHeights;
    final double[] push;
    final List<Step> steps = new ArrayList<>();

    private LanderRecording(String name, double[] groundHeights, double[] push) {
        this.name = name;
        this.groundHeights = groundHeights;
        this.push = push;
    }

    /** Reads NAME.json and NAME.csv. */
    static LanderRecording read(File json) {
        JsonValue episode = new JsonReader().parse(new FileHandle(json));
        LanderRecording recording = new LanderRecording(
                json.getName(),
                episode.get("raw_heights").asDoubleArray(),
                episode.get("initial_force").asDoubleArray());
        File csv = new File(json.getPath().replace(".json", ".csv"));
        String[] lines = new FileHandle(csv).readString().split("\r?\n");
        for (int i = 1; i < lines.length; i++) {
            recording.steps.add(step(lines[i].split(",")));
        }
        return recording;
    }

    private static Step step(String[] cells) {
        Step step = new Step();
        step.action = Integer.parseInt(cells[1]);
        step.dispersion = new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])};
        step.observation = new float[OBSERVATIONS];
        for (int i = 0; i < OBSERVATIONS; i++) {
            step.observation[i] = Float.parseFloat(cells[4 + i]);
        }
        step.reward = Double.parseDouble(cells[4 + OBSERVATIONS]);
        step.terminated = cells[5 + OBSERVATIONS].equals("1");
        return step;
    }

    /** Index of the first step at which a leg or the hull touches the ground, or the number of steps. */
    int firstContact() {
        for (int t = 0; t < steps.size(); t++) {
            float[] observation = steps.get(t).observation;
            if (observation[6] != 0
                    || observation[7] != 0
                    || (steps.get(t).terminated && steps.get(t).reward == -100)) {
                return t;
            }
        }
        return steps.size();
    }

    /** Plays what chance decided in the recording. */
    LanderChance chance() {
        return new LanderChance() {
            private int heights;
            private int pushes;
            private int dispersions;

            @Override
            public void reset(long seed) {
                heights = 0;
                pushes = 0;
                dispersions = 0;
            }

            @Override
            public double groundHeight() {
                return groundHeights[heights++];
            }

            @Override
            public double push() {
                return push[pushes++];
            }

            @Override
            public double dispersion() {
                int t = Math.min(dispersions / 2, steps.size() - 1);
                return steps.get(t).dispersion[dispersions++ % 2];
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
