package io.github.gdxagents.training.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The objectives on the class path. */
public final class ObjectiveCatalog {
    private ObjectiveCatalog() {}

    /**
     * All objectives, by name.
     *
     * @throws IllegalStateException if two have the same name, or one has two options of the same name
     */
    public static List<ObjectiveDeclaration> all() {
        List<ObjectiveDeclaration> all = new ArrayList<>();
        ServiceLoader.load(ObjectiveDeclaration.class).forEach(all::add);
        all.forEach(ObjectiveCatalog::requireUniqueOptions);
        all.sort(Comparator.comparing(ObjectiveDeclaration::name));
        for (int i = 1; i < all.size(); i++) {
            ObjectiveDeclaration one = all.get(i - 1);
            ObjectiveDeclaration other = all.get(i);
            if (one.name().equals(other.name())) {
                throw new IllegalStateException("two objectives are called '" + one.name() + "': "
                        + one.getClass().getName() + " and " + other.getClass().getName() + "; rename one");
            }
        }
        return all;
    }

    static void requireUniqueOptions(ObjectiveDeclaration objective) {
        List<String> names = optionsOf(objective);
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalStateException("objective '" + objective.name() + "' ("
                    + objective.getClass().getName() + ") has two options of the same name, " + names + "; rename one");
        }
    }

    public static Optional<ObjectiveDeclaration> find(String name) {
        return all().stream().filter(objective -> objective.name().equals(name)).findFirst();
    }

    /** What the objective of a configuration can't work with. */
    static List<ConfigFault> faultsOf(TrainingConfig config) {
        return find(config.ppo().objective().name())
                .map(objective -> objective.faults(config))
                .orElse(List.of());
    }

    static List<String> optionsOf(ObjectiveDeclaration objective) {
        return objective.options().stream().map(ObjectiveOption::name).toList();
    }
}
