package io.github.gdxagents.games.walker;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** A recorded episode of the original: its landscape, what was done, and what came of it. */
final class WalkerRecording {
    /** One step: row 0 is what the reset gives. */
    static final class Step {
        final float[] actions = new float[4];
        final float[] observation = new float[24];
        double reward;
        boolean terminated;
    }

    final String name;
    final double[] heights;
    final List<double[]> boxes = new ArrayList<>();
    final double push;
    final List<Step> steps = new ArrayList<>();

    private WalkerRecording(String name, double[] heights, double push) {
        this.name = name;
        this.heights = heights;
        this.push = push;
    }

    /** Reads NAME.json and NAME.csv. */
    static WalkerRecording read(File json) {
        JsonValue episode = new JsonReader().parse(new FileHandle(json));
        WalkerRecording recording = new WalkerRecording(
                json.getName(), episode.get("terrain_y").asDoubleArray(), episode.getDouble("initial_force_x"));
        if (episode.has("obstacles")) {
            for (JsonValue box : episode.get("obstacles")) {
                recording.boxes.add(bounds(box));
            }
        }
        File csv = new File(json.getPath().replace(".json", ".csv"));
        String[] lines = new FileHandle(csv).readString().split("\r?\n");
        for (int i = 1; i < lines.length; i++) {
            recording.steps.add(step(lines[i].split(",")));
        }
        return recording;
    }

    /** Left, bottom, right and top. */
    private static double[] bounds(JsonValue corners) {
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (JsonValue corner : corners) {
            for (int i = 0; i < 2; i++) {
                bounds[i] = Math.min(bounds[i], corner.getDouble(i));
                bounds[2 + i] = Math.max(bounds[2 + i], corner.getDouble(i));
            }
        }
        return bounds;
    }

    private static Step step(String[] cells) {
        Step step = new Step();
        for (int i = 0; i < step.actions.length; i++) {
            step.actions[i] = Float.parseFloat(cells[1 + i]);
        }
        for (int i = 0; i < step.observation.length; i++) {
            step.observation[i] = Float.parseFloat(cells[5 + i]);
        }
        step.reward = Double.parseDouble(cells[29]);
        step.terminated = cells[30].equals("1");
        return step;
    }

    /** Plays what chance decided in the recording. */
    WalkerChance chance() {
        return new WalkerChance() {
            @Override
            public void reset(long seed) {}

            @Override
            public void shape(WalkerGround ground) {
                ground.clear();
                for (int i = 0; i < heights.length; i++) {
                    ground.setHeight(i, heights[i]);
                }
                for (double[] box : boxes) {
                    ground.addBox(box[0], box[1], box[2], box[3]);
                }
            }

            @Override
            public double push() {
                return push;
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
