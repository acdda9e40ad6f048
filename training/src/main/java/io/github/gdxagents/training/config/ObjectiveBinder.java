package io.github.gdxagents.training.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the objective of its node, which is a name or a group with {@code name} and the options that this objective declares.
 *
 * <p>Thread safety: none.
 */
final class ObjectiveBinder {
    private static final String NAME = "name";

    private final ScheduleBinder schedules;
    private final Collection<String> keys;
    private final Faults faults;

    /** {@code keys} are all that a configuration can have. */
    ObjectiveBinder(ScheduleBinder schedules, Collection<String> keys, Faults faults) {
        this.schedules = schedules;
        this.keys = keys;
        this.faults = faults;
    }

    ObjectiveConfig bind(ConfigNode node, ConfigNode fallback) {
        ConfigNode nameNode =
                node instanceof ConfigNode.Mapping group ? group.entries().get(NAME) : node;
        Optional<ObjectiveDeclaration> declared = declared(nameNode);
        if (declared.isEmpty()) {
            refuseName(nameNode, node);
            if (node == fallback) {
                throw new IllegalStateException("default of " + ConfigKeys.OBJECTIVE + " is wrong: " + node);
            }
            return bind(fallback, fallback);
        }
        Map<String, ConfigNode> values = node instanceof ConfigNode.Mapping group ? group.entries() : Map.of();
        ObjectiveDeclaration objective = declared.get();
        refuseOthers(objective, values);
        Map<String, Schedule> options = new LinkedHashMap<>();
        for (ObjectiveOption option : objective.options()) {
            options.put(option.name(), option(option, values.get(option.name()), node.place()));
        }
        return new ObjectiveConfig(objective.name(), options);
    }

    private static Optional<ObjectiveDeclaration> declared(ConfigNode name) {
        return name instanceof ConfigNode.Scalar scalar && scalar.text() != null
                ? ObjectiveCatalog.find(scalar.text())
                : Optional.empty();
    }

    private void refuseName(ConfigNode name, ConfigNode node) {
        List<String> known =
                ObjectiveCatalog.all().stream().map(ObjectiveDeclaration::name).toList();
        Object actual = name == null ? "missing" : name;
        Place place = name == null ? node.place() : name.place();
        String near = name instanceof ConfigNode.Scalar scalar && !name.isEmpty()
                ? Suggestions.nearest(scalar.text(), known)
                        .map(meant -> "; did you mean " + meant + "?")
                        .orElse("")
                : "";
        faults.add(
                ConfigKeys.OBJECTIVE,
                "must be the name of an objective, one of " + String.join(", ", known) + ", but is " + actual + near
                        + " (" + place + ")");
    }

    private void refuseOthers(ObjectiveDeclaration objective, Map<String, ConfigNode> values) {
        List<String> names =
                objective.options().stream().map(ObjectiveOption::name).toList();
        values.forEach((name, node) -> {
            if (!name.equals(NAME) && !names.contains(name)) {
                String key = ConfigKeys.OBJECTIVE + "." + name;
                String possible = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
                String remedy = Suggestions.nearest(name, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse(possible);
                String what = keys.contains(key) ? "is no option of " : "unknown option of ";
                faults.add(key, what + "'" + objective.name() + "', " + remedy + " (" + node.place() + ")");
            }
        });
    }

    private Schedule option(ObjectiveOption option, ConfigNode given, Place around) {
        ConfigNode fallback = new ConfigNode.Scalar(Double.toString(option.defaultValue()), around);
        ConfigNode node = given == null ? fallback : given;
        String key = ConfigKeys.OBJECTIVE + "." + option.name();
        Schedule schedule = schedules.bind(node, fallback, key);
        if (schedule.smallest() >= option.smallest() && schedule.largest() <= option.largest()) {
            return schedule;
        }
        double wrong = schedule.smallest() < option.smallest() ? schedule.smallest() : schedule.largest();
        faults.add(
                key,
                "must be in [" + option.smallest() + ", " + option.largest() + "], but is " + wrong + " ("
                        + node.place() + ")");
        return Schedule.constant(option.defaultValue());
    }
}
