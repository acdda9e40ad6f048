package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.training.config.PpoConfig.Aggregation;
import io.github.gdxagents.training.network.ActorCritic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The loss in doubles, straight from the formulas of the papers, and its gradient by central differences. */
final class ReferenceLoss {
    private static final double STEP = 1e-5;

    private final ActorCritic shapes;
    private final List<LossSequence> sequences;
    private final LearnerSettings settings;
    private final Coefficients update;
    private float[] ratios;

    ReferenceLoss(ActorCritic shapes, LossBatch batch, LearnerSettings settings, Coefficients update) {
        this(shapes, batch.sequences(), settings, update);
        ratios = batch.ratios();
    }

    ReferenceLoss(ActorCritic shapes, List<LossSequence> sequences, LearnerSettings settings, Coefficients update) {
        this.shapes = shapes;
        this.sequences = sequences;
        this.settings = settings;
        this.update = update;
    }

    /** A step with what the networks make of it. */
    private record Evaluated(
            LossRow row,
            ReferenceDistribution now,
            ReferenceDistribution old,
            ReferenceDistribution reference,
            double value,
            double share) {
        double ratio() {
            return Math.exp(now.logProbability(row)) / Math.exp(row.logProbability());
        }
    }

    private List<Evaluated> evaluate(double[] parameters) {
        ActionSpec action = shapes.behavior().action();
        ReferenceNetwork network = new ReferenceNetwork(shapes, parameters);
        List<Evaluated> evaluated = new ArrayList<>();
        for (LossSequence sequence : sequences) {
            List<ReferenceNetwork.Step> steps = network.run(sequence);
            for (int t = 0; t < steps.size(); t++) {
                LossRow row = sequence.rows().get(t);
                evaluated.add(new Evaluated(
                        row,
                        new ReferenceDistribution(
                                action, steps.get(t).outputs(), network.logDeviations(), row.allowed()),
                        distribution(row, row.oldOutputs(), row.oldDeviations()),
                        row.referenceOutputs() == null
                                ? null
                                : distribution(row, row.referenceOutputs(), settings.referenceDeviations()),
                        steps.get(t).value(),
                        ratios == null ? 1 : ratios[shapes.sequences().length() * sequences.indexOf(sequence) + t]));
            }
        }
        return evaluated;
    }

    private ReferenceDistribution distribution(LossRow row, float[] outputs, float[] deviations) {
        return new ReferenceDistribution(
                shapes.behavior().action(),
                ReferenceNetwork.doubles(outputs),
                ReferenceNetwork.doubles(deviations),
                row.allowed());
    }

    double total(double[] parameters) {
        List<Evaluated> steps = evaluate(parameters);
        double value = settings.ppo().valueCoefficient() * valueLoss(steps);
        return settings.isTrustRegion() ? value : surrogate(steps) + value;
    }

    /** What the policy alone is responsible for. */
    double surrogate(double[] parameters) {
        return surrogate(evaluate(parameters));
    }

    private double surrogate(List<Evaluated> steps) {
        double loss = policyLoss(steps) - update.get(Coefficient.ENTROPY) * mean(steps, step -> step.now.entropy());
        return settings.hasReference()
                ? loss + update.get(Coefficient.REFERENCE) * mean(steps, step -> step.now.kl(step.reference))
                : loss;
    }

    /** Mean KL(old || new). */
    double kl(double[] parameters) {
        return mean(evaluate(parameters), step -> step.old.kl(step.now));
    }

    double entropy(double[] parameters) {
        return mean(evaluate(parameters), step -> step.now.entropy());
    }

    double referenceKl(double[] parameters) {
        return mean(evaluate(parameters), step -> step.now.kl(step.reference));
    }

    double[] gradient(double[] parameters) {
        return gradient(parameters, this::total);
    }

    static double[] gradient(double[] parameters, ToDoubleFunction<double[]> function) {
        double[] gradient = new double[parameters.length];
        double[] moved = parameters.clone();
        for (int i = 0; i < parameters.length; i++) {
            moved[i] = parameters[i] + STEP;
            double above = function.applyAsDouble(moved);
            moved[i] = parameters[i] - STEP;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * STEP);
            moved[i] = parameters[i];
        }
        return gradient;
    }

    /** All but those of the whole rollout. */
    Update update(double[] parameters) {
        List<Evaluated> steps = evaluate(parameters);
        double squares = 0;
        for (double part : gradient(parameters)) {
            squares += part * part;
        }
        double lower = 1 - update.get(Coefficient.CLIP_RANGE_LOWER);
        double upper = 1 + update.get(Coefficient.CLIP_RANGE_UPPER);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.POLICY_LOSS, policyLoss(steps));
        figures.put(Figure.VALUE_LOSS, valueLoss(steps));
        figures.put(Figure.APPROX_KL, mean(steps, step -> step.ratio() - 1 - Math.log(step.ratio())));
        figures.put(Figure.CLIP_FRACTION_LOWER, mean(steps, step -> step.ratio() < lower ? 1 : 0));
        figures.put(Figure.CLIP_FRACTION_UPPER, mean(steps, step -> step.ratio() > upper ? 1 : 0));
        figures.put(Figure.GRADIENT_FRACTION, gradientFraction(steps));
        figures.put(Figure.RATIO_MEAN, mean(steps, Evaluated::ratio));
        figures.put(Figure.RATIO_SQUARE, mean(steps, step -> Math.pow(step.ratio(), 2)));
        figures.put(
                Figure.RATIO_MIN,
                steps.stream().mapToDouble(Evaluated::ratio).min().orElseThrow());
        figures.put(
                Figure.RATIO_MAX,
                steps.stream().mapToDouble(Evaluated::ratio).max().orElseThrow());
        return new Update(new Figures(figures), Math.sqrt(squares), true);
    }

    /** By the slope of the objective as a function of the ratio, not by the rule that the graph follows; the KL penalty apart. */
    private double gradientFraction(List<Evaluated> steps) {
        ToDoubleFunction<Evaluated> advantages = advantages(steps);
        return mean(steps, step -> {
            double advantage = advantages.applyAsDouble(step);
            double slope = surrogate(step.ratio() * (1 + STEP), advantage) - surrogate(step.ratio(), advantage);
            return slope == 0 ? 0 : 1;
        });
    }

    private ToDoubleFunction<Evaluated> advantages(List<Evaluated> steps) {
        double mean = mean(steps, step -> step.row.advantage());
        double deviation = Math.sqrt(mean(steps, step -> Math.pow(step.row.advantage() - mean, 2)));
        return step -> settings.normalizesMinibatches()
                ? (step.row.advantage() - mean) / (deviation + 1e-8)
                : step.row.advantage();
    }

    private double policyLoss(List<Evaluated> steps) {
        ToDoubleFunction<Evaluated> advantages = advantages(steps);
        ToDoubleFunction<Evaluated> objective = step -> step.share * objective(step, advantages.applyAsDouble(step));
        return settings.ppo().aggregation() == Aggregation.STEP
                ? -mean(steps, objective)
                : -episodeMean(steps, objective);
    }

    private double objective(Evaluated step, double advantage) {
        return switch (settings.objective().name()) {
            case "kl-penalty" ->
                surrogate(step.ratio(), advantage) - update.get(Coefficient.ADAPTED) * step.old.kl(step.now);
            case "policy-gradient" -> step.now.logProbability(step.row) * advantage;
            default -> surrogate(step.ratio(), advantage);
        };
    }

    /** Of the ratio and the advantage alone. */
    private double surrogate(double ratio, double advantage) {
        return switch (settings.objective().name()) {
            case "clip" -> {
                double clipped = Math.max(
                        1 - update.get(Coefficient.CLIP_RANGE_LOWER),
                        Math.min(1 + update.get(Coefficient.CLIP_RANGE_UPPER), ratio));
                yield dualClip(Math.min(ratio * advantage, clipped * advantage), advantage);
            }
            case "kl-penalty" -> dualClip(ratio * advantage, advantage);
            case "policy-gradient", "trust-region" -> ratio * advantage;
            default -> throw new IllegalArgumentException(settings.objective().name());
        };
    }

    private double dualClip(double surrogate, double advantage) {
        double bound = update.options().get("dualClip");
        return bound > 0 && advantage < 0 ? Math.max(surrogate, bound * advantage) : surrogate;
    }

    private double valueLoss(List<Evaluated> steps) {
        double range = settings.ppo().valueClipRange();
        return 0.5
                * mean(steps, step -> {
                    double old = step.row.value();
                    double error = Math.pow(step.value - step.row.target(), 2);
                    if (range == 0) {
                        return error;
                    }
                    double near = Math.max(old - range, Math.min(old + range, step.value));
                    return Math.max(error, Math.pow(near - step.row.target(), 2));
                });
    }

    private static double mean(List<Evaluated> steps, ToDoubleFunction<Evaluated> figure) {
        return steps.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static double episodeMean(List<Evaluated> steps, ToDoubleFunction<Evaluated> figure) {
        Map<Integer, List<Evaluated>> episodes = new LinkedHashMap<>();
        for (Evaluated step : steps) {
            episodes.computeIfAbsent(step.row.episode(), key -> new ArrayList<>())
                    .add(step);
        }
        return episodes.values().stream()
                .mapToDouble(episode -> mean(episode, figure))
                .average()
                .orElseThrow();
    }
}
