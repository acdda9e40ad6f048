package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes configurations with all values anywhere in their ranges, ends included. */
final class RandomConfigs {
    private static final double[] CORNERS = {0, 1, Double.MIN_VALUE, 0.1, 1e-7, 12345678.9, Float.MAX_VALUE, 1 / 3.0};
    /** What YAML, comments, paths and the characters of other languages make difficult. */
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        "-",
        ".",
        "_",
        "/",
        "\\",
        ":",
        " ",
        "#",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "~",
        "=",
        "\t",
        "\n",
        "\r",
        "\u0007",
        "\u0085",
        "\u00e9",
        "\u2028",
        "\ufeff",
        "\uffff",
        "\u65e5",
        "\ud83d\ude80",
        "null",
        "true",
        "no",
        "1e3",
        "0x1f",
        ".inf",
        "---",
        "<<",
        "start",
        "end",
        "<"
    };

    private final RandomStream random;

    RandomConfigs(long seed) {
        random = RandomStream.of(seed);
    }

    TrainingConfig next() {
        RolloutConfig rollout = new RolloutConfig(1 + whole(1 << 8), 1 + whole(1 << 20), whole(1025));
        NetworkConfig network = network(rollout.horizon());
        return new TrainingConfig(
                text(),
                settings(),
                random.nextLong(),
                rollout,
                ppo(),
                learner(network),
                network,
                new NormalizationConfig(truth(), truth(), one(AdvantageNormalization.values())),
                new EvaluationConfig(
                        whole(100),
                        1 + whole(1_000_000),
                        random.nextLong(),
                        1 + whole(9),
                        target(),
                        new NearTargetConfig(target(), 1 + whole(9)),
                        truth()),
                new FaultConfig(
                        one(GameFaultAction.values()), one(LearningFaultAction.values()), whole(Integer.MAX_VALUE)),
                new TuningConfig(random.uniform(0, 3600)),
                new RunConfig(text(), truth() ? "" : "run-" + whole(1000), whole(Integer.MAX_VALUE), 1 + whole(9)));
    }

    private LearnerConfig learner(NetworkConfig network) {
        return new LearnerConfig(
                one(Device.values()),
                1 + random.nextInt(8),
                truth(),
                truth(),
                network.memory().isUsed() ? InferenceDevice.CPU : one(InferenceDevice.values()));
    }

    private PpoConfig ppo() {
        ObjectiveConfig objective = objective();
        return new PpoConfig(
                1 + (random.nextLong() >>> 1),
                1 + whole(100),
                1 + whole(Integer.MAX_VALUE),
                unit(),
                unit(),
                schedule(this::notNegative),
                klTarget(objective),
                objective,
                one(Aggregation.values()),
                klTarget(objective),
                schedule(this::unit),
                schedule(() -> 1000 * unit()),
                schedule(this::notNegative),
                new ReferenceConfig(texts(), schedule(this::notNegative)),
                notNegative(),
                notNegative(),
                positive(),
                positive());
    }

    /** A trust region has no other. */
    private double klTarget(ObjectiveConfig objective) {
        return objective.name().equals("trust-region") ? 0 : notNegative();
    }

    private NetworkConfig network(int horizon) {
        List<Integer> hidden = new ArrayList<>();
        for (int i = whole(17); i > 0; i--) {
            hidden.add(1 + whole(1 << 14));
        }
        return new NetworkConfig(
                hidden,
                one(Activation.values()),
                one(Trunk.values()),
                new MemoryConfig(one(MemoryKind.values()), 1 + whole(1 << 12), 1 + whole(Math.min(horizon, 1 << 8))),
                texts(),
                random.uniform(-20, 2));
    }

    /** The bounds of the objective that only tests know too. */
    private ObjectiveConfig objective() {
        List<ObjectiveDeclaration> possible = ObjectiveCatalog.all();
        ObjectiveDeclaration objective = possible.get(whole(possible.size()));
        Map<String, Schedule> options = new LinkedHashMap<>();
        for (ObjectiveOption option : objective.options()) {
            options.put(option.name(), schedule(() -> random.uniform(option.smallest(), option.largest())));
        }
        return new ObjectiveConfig(objective.name(), options);
    }

    private Schedule schedule(Supplier<Double> value) {
        switch (whole(3)) {
            case 0:
                return Schedule.constant(value.get());
            case 1:
                return new Schedule.Linear(value.get(), value.get());
            default:
                List<Schedule.Point> points = new ArrayList<>();
                long step = 0;
                for (int i = whole(4); i >= 0; i--) {
                    step += whole(Integer.MAX_VALUE);
                    points.add(new Schedule.Point(step++, value.get()));
                }
                return new Schedule.Piecewise(points);
        }
    }

    /** Names are printable ASCII without blanks, in the game's order. */
    private Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        for (int i = whole(5); i > 0; i--) {
            String name = text().replaceAll("[^!-~]", "");
            if (!name.isEmpty()) {
                settings.put(name, truth() ? -notNegative() : notNegative());
            }
        }
        return settings;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = whole(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    /** Not blank. */
    private String text() {
        StringBuilder text = new StringBuilder();
        while (text.toString().isBlank()) {
            for (int i = whole(5); i >= 0; i--) {
                text.append(PIECES[whole(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private double target() {
        return truth() ? Double.POSITIVE_INFINITY : -1e9 * random.uniform(-1, 1);
    }

    private double notNegative() {
        return truth() ? CORNERS[whole(CORNERS.length)] : Math.exp(random.uniform(-80, 80));
    }

    private double positive() {
        return Math.max(Float.MIN_VALUE, notNegative());
    }

    private double unit() {
        return truth() ? whole(2) : random.uniform(0, 1);
    }

    private boolean truth() {
        return random.nextInt(2) == 0;
    }

    private int whole(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(T[] values) {
        return values[whole(values.length)];
    }
}
