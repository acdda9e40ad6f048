package io.github.gdxagents.training.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the policy maximizes. In YAML it is a name, or {@code {name: kl-penalty, klTarget: 0.01}}.
 *
 * @param name of an {@link ObjectiveDeclaration} on the class path
 * @param options all that it declares, in its order
 */
public record ObjectiveConfig(String name, Map<String, Schedule> options) {
    /** Copies the options. */
    public ObjectiveConfig {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Chooses an objective.
     *
     * @param name of an {@link ObjectiveDeclaration} on the class path
     * @param given some of its options; the others have their defaults
     * @return the objective
     * @throws ConfigException if there is no such objective or option, or a value is out of bounds; its keys are the names of options
     */
    public static ObjectiveConfig of(String name, Map<String, Schedule> given) {
        List<ObjectiveDeclaration> known = ObjectiveCatalog.all();
        List<String> names = known.stream().map(ObjectiveDeclaration::name).toList();
        if (!names.contains(name)) {
            String near = Suggestions.nearest(name, names)
                    .map(meant -> "; did you mean " + meant + "?")
                    .orElse("");
            throw new ConfigException("", problemOfName(ConfigNode.quote(name) + near));
        }
        Faults faults = new Faults();
        ObjectiveDeclaration objective = known.get(names.indexOf(name));
        refuseOthers(objective, given.keySet(), known, faults);
        Map<String, Schedule> options = new LinkedHashMap<>();
        for (ObjectiveOption option : objective.options()) {
            Schedule value = given.getOrDefault(option.name(), Schedule.constant(option.defaultValue()));
            double wrong = value.smallest() < option.smallest() ? value.smallest() : value.largest();
            faults.require(
                    wrong >= option.smallest() && wrong <= option.largest(),
                    option.name(),
                    "in [" + option.smallest() + ", " + option.largest() + "]",
                    wrong);
            options.put(option.name(), value);
        }
        faults.throwIfAny();
        return new ObjectiveConfig(name, options);
    }

    static String problemOfName(Object actual) {
        return ObjectiveCatalog.all().stream()
                .map(ObjectiveDeclaration::name)
                .collect(Collectors.joining(", ", "must be the name of an objective, one of ", ", but is " + actual));
    }

    private static void refuseOthers(
            ObjectiveDeclaration objective, Iterable<String> given, List<ObjectiveDeclaration> known, Faults faults) {
        List<String> names = ObjectiveCatalog.optionsOf(objective);
        for (String option : given) {
            if (!names.contains(option)) {
                boolean isElsewhere = known.stream()
                        .anyMatch(other -> ObjectiveCatalog.optionsOf(other).contains(option));
                String possible = names.isEmpty() ? "it has none" : "it has " + String.join(", ", names);
                String what = isElsewhere ? "is no option of '" : "unknown option of '";
                String remedy = Suggestions.remedy(option, names, "", possible);
                faults.add(option, what + objective.name() + "', " + remedy);
            }
        }
    }
}
