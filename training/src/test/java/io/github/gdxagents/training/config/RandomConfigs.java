package io.github.gdxagents.training.config;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.FaultConfig.GameFaultAction;
import io.github.gdxagents.training.config.FaultConfig.LearningFaultAction;
import io.github.gdxagents.training.config.LearnerConfig.InferenceDevice;
import io.github.gdxagents.training.config.NormalizationConfig.AdvantageNormalization;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes configurations with all values anywhere in their ranges, ends included. */
final class RandomConfigs {
    private static final double[] CORNERS = {0, 1, Double.MIN_VALUE, 0.1, 1e-7, 12345678.9, Float.MAX_VALUE, 1 / 3.0};
    /** What YAML, comments, paths and the characters of other languages make difficult. */
    private static final String[] PIECES = ("a;Z;0;-;.;_;/;\\;:; ;#;';\";{;};[;];,;&;*;!;|;>;%;@;`;?;~;=;"
                    + "\t;\n;\r;\u0007;\u0085;\u00e9;\u2028;\ufeff;\uffff;\u65e5;\ud83d\ude80;null;true;no;1e3;0x1f;.inf;---;<<;start;end;<")
            .split(";");

    private final RandomStream random;

    RandomConfigs(long seed) {
        random = RandomStream.of(seed);
    }

    /** Not everything goes together: an objective may refuse the rest. */
    TrainingConfig.Builder next() {
        boolean remembers = truth();
        Map<String, SettingValue> settings = settings();
        return TrainingConfig.builder(text())
                .settings(settings)
                .seed(random.nextLong())
                .rollout(rollout -> rollout.instances(1 + whole(1 << 8))
                        .horizon((1 << 8) + whole(1 << 20))
                        .threads(whole(1025)))
                .ppo(this::ppo)
                .learner(learner -> learner.device(one(Device.values()))
                        .shards(1 + random.nextInt(8))
                        .overlap(truth())
                        .xla(truth())
                        .inference(remembers ? InferenceDevice.CPU : one(InferenceDevice.values())))
                .network(network -> network.hidden(some(17, () -> 1 + whole(1 << 9)))
                        .activation(one(Activation.values()))
                        .trunk(one(Trunk.values()))
                        .memory(memory -> memory.kind(remembers ? one(MemoryKind.values()) : MemoryKind.NONE)
                                .size(1 + whole(1 << 9))
                                .sequenceLength(1 + whole(1 << 8)))
                        .initialPolicies(texts())
                        .initialLogStandardDeviation(random.uniform(-20, 2)))
                .normalization(normalization -> normalization
                        .observations(truth())
                        .rewards(truth())
                        .advantages(one(AdvantageNormalization.values())))
                .curriculum(curriculum -> curriculum.lessons(lessons(settings)))
                .evaluation(evaluation -> evaluation
                        .everyIterations(whole(100))
                        .episodes(1 + whole(1_000_000))
                        .seed(random.nextLong())
                        .finalEpisodes(1 + whole(9))
                        .targetReturn(target())
                        .nearTarget(near -> near.trainingReturn(target()).everyIterations(1 + whole(9)))
                        .stopAtTarget(truth())
                        .settings(others(settings)))
                .faults(faults -> faults.onGameFault(one(GameFaultAction.values()))
                        .onLearningFault(one(LearningFaultAction.values()))
                        .watchdogSeconds(whole(Integer.MAX_VALUE)))
                .tuning(tuning -> tuning.seconds(random.uniform(0, 3600)))
                .run(run -> run.directory(text())
                        .name(truth() ? "" : "run-" + whole(1000))
                        .checkpointSeconds(whole(Integer.MAX_VALUE))
                        .keepCheckpoints(1 + whole(9)));
    }

    private void ppo(PpoConfig.Builder ppo) {
        ObjectiveConfig objective = objective();
        ppo.totalSteps(1 + (random.nextLong() >>> 1))
                .epochs(1 + whole(100))
                .minibatchSize(1 + whole(Integer.MAX_VALUE))
                .discount(unit())
                .gaeLambda(unit())
                .learningRate(schedule(this::notNegative))
                .learningRateTargetKl(klTarget(objective))
                .objective(objective)
                .aggregation(one(Aggregation.values()))
                .targetKl(klTarget(objective))
                .clipRangeLower(schedule(this::unit))
                .clipRangeUpper(schedule(() -> 1000 * unit()))
                .entropyCoefficient(schedule(this::notNegative))
                .reference(reference -> reference.policies(texts()).coefficient(schedule(this::notNegative)))
                .valueCoefficient(notNegative())
                .valueClipRange(notNegative())
                .maxGradientNorm(positive())
                .adamEpsilon(positive());
    }

    /** A trust region has no other. */
    private double klTarget(ObjectiveConfig objective) {
        return objective.name().equals("trust-region") ? 0 : notNegative();
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
    private Map<String, SettingValue> settings() {
        Map<String, SettingValue> settings = new LinkedHashMap<>();
        for (int i = whole(5); i > 0; i--) {
            String name = text().replaceAll("[^!-~]", "");
            if (!name.isEmpty()) {
                settings.put(name, setting());
            }
        }
        return settings;
    }

    /** Of some of the names that the game has. */
    private Map<String, SettingValue> others(Map<String, SettingValue> settings) {
        Map<String, SettingValue> others = new LinkedHashMap<>();
        settings.keySet().stream().filter(name -> truth()).forEach(name -> others.put(name, setting()));
        return others;
    }

    private SettingValue setting() {
        double value = truth() ? -notNegative() : notNegative();
        switch (whole(4)) {
            case 0:
                return SettingValue.constant(value);
            case 1:
                return new SettingValue.Uniform(value, value + notNegative());
            case 2:
                boolean hasMin = truth();
                return new SettingValue.Normal(
                        value,
                        positive(),
                        hasMin ? value - notNegative() : Double.NEGATIVE_INFINITY,
                        truth() ? value + notNegative() : Double.POSITIVE_INFINITY);
            default:
                List<Double> values = new ArrayList<>(some(5, this::notNegative));
                values.add(value);
                return new SettingValue.Choice(values);
        }
    }

    private List<LessonConfig> lessons(Map<String, SettingValue> settings) {
        List<LessonConfig> lessons = new ArrayList<>();
        for (int i = whole(4); i > 0; i--) {
            ConditionConfig until = truth()
                    ? ConditionConfig.ofReturn(-notNegative(), 1 + whole(1000))
                    : ConditionConfig.ofStatistic(name(), notNegative(), 1 + whole(1000));
            ConditionConfig ofOne = truth() ? until : until.of(name());
            lessons.add(new LessonConfig(i + name(), others(settings), i == 1 ? null : ofOne));
        }
        return lessons;
    }

    /** Text on one line that is not empty. */
    private String name() {
        return "n"
                + text().codePoints()
                        .filter(character -> !Character.isISOControl(character))
                        .limit(20)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private List<String> texts() {
        return some(4, this::text);
    }

    private <T> List<T> some(int bound, Supplier<T> element) {
        return Stream.generate(element).limit(whole(bound)).toList();
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
