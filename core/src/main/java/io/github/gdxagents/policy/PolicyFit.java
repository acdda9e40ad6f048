package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a policy was trained for with what a game offers.
 *
 * <p>Behavior name, names and order of observations, their groups, actions and choices, and the decision period must be equal. The step
 * limit may differ: it ends episodes, but changes no decision.
 */
public final class PolicyFit {
    private PolicyFit() {}

    /**
     * Checks that a policy can decide for a game's agents.
     *
     * @param policy the policy
     * @param game the behavior of the agents
     * @param policyName for the message, for example the file's name
     * @param gameName for the message, for example the name in the catalogue
     * @throws PolicyMismatchException if it can't; the message lists every difference and the remedy
     */
    public static void requireFit(PolicyModel policy, BehaviorSpec game, String policyName, String gameName) {
        requireSame(
                policy.behavior(),
                game,
                "Policy '" + policyName + "' does not fit game '" + gameName + "'",
                "Train it again with 'train " + gameName + "'");
    }

    /** The same for whoever knows neither the file nor the game. */
    static void requireFit(BehaviorSpec policy, BehaviorSpec agent) {
        requireSame(
                policy,
                agent,
                "A policy of behavior '" + policy.name() + "' does not fit an agent of behavior '" + agent.name() + "'",
                "Train it again for this game");
    }

    private static void requireSame(BehaviorSpec policy, BehaviorSpec game, String misfit, String remedy) {
        List<String> differences = differences(policy, game);
        if (differences.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(misfit).append(":\n");
        for (String difference : differences) {
            message.append("  ").append(difference).append('\n');
        }
        message.append(remedy);
        if (canBeBegunWith(policy, game)) {
            message.append(
                    ", beginning with this policy ('--init-from' and its file; observations are matched by name)");
        }
        message.append(", or restore what is listed above.");
        throw new PolicyMismatchException(message.toString());
    }

    /** Training can begin with a policy of the same actions that knows any of the game's observations. */
    private static boolean canBeBegunWith(BehaviorSpec policy, BehaviorSpec game) {
        return policy.name().equals(game.name())
                && policy.action().equals(game.action())
                && policy.decisionPeriod() == game.decisionPeriod()
                && !Collections.disjoint(
                        policy.observation().names(), game.observation().names());
    }

    /**
     * Lists what differs between a policy's behavior and a game's.
     *
     * @param policy what the policy was trained for
     * @param game what the game offers
     * @return one line for each difference; empty if the policy fits
     */
    public static List<String> differences(BehaviorSpec policy, BehaviorSpec game) {
        List<String> lines = new ArrayList<String>();
        if (!policy.name().equals(game.name())) {
            lines.add("behavior: policy has '" + policy.name() + "', game has '" + game.name() + "'");
        }
        compareObservations(policy.observation(), game.observation(), lines);
        compareActions(policy.action(), game.action(), lines);
        if (policy.decisionPeriod() != game.decisionPeriod()) {
            lines.add("decision period: policy has " + count(policy.decisionPeriod(), "physics step") + ", game has "
                    + game.decisionPeriod());
        }
        return lines;
    }

    private static void compareObservations(ObservationSpec policy, ObservationSpec game, List<String> lines) {
        if (policy.equals(game)) {
            return;
        }
        int before = lines.size();
        List<String> policyNames = new ArrayList<String>();
        List<String> gameNames = new ArrayList<String>();
        Map<String, ObservationGroup> policyGroups = groups(policy, policyNames);
        Map<String, ObservationGroup> gameGroups = groups(game, gameNames);
        if (!policyNames.equals(gameNames)) {
            String noun = policyGroups.isEmpty() && gameGroups.isEmpty() ? "value" : "plain value";
            lines.add("observation: policy has " + count(policyNames.size(), noun) + ", game has " + gameNames.size()
                    + nameDifferences(policyNames, gameNames));
        }
        for (ObservationGroup group : policyGroups.values()) {
            compareGroups(group, gameGroups.remove(group.name()), lines);
        }
        for (ObservationGroup group : gameGroups.values()) {
            lines.add("observation group '" + group.name() + "': only in the game, as " + group.describe());
        }
        if (lines.size() == before) {
            lines.add("observation: same groups in another order: policy has " + policy.groups() + ", game has "
                    + game.groups());
        }
    }

    /** The groups by name; plain values are added to the list instead. */
    private static Map<String, ObservationGroup> groups(ObservationSpec spec, List<String> plain) {
        Map<String, ObservationGroup> groups = new LinkedHashMap<String, ObservationGroup>();
        for (ObservationGroup group : spec.groups()) {
            if (group.name().isEmpty()) {
                plain.addAll(group.features());
            } else {
                groups.put(group.name(), group);
            }
        }
        return groups;
    }

    private static void compareGroups(ObservationGroup policy, ObservationGroup game, List<String> lines) {
        String place = "observation group '" + policy.name() + "': ";
        if (game == null) {
            lines.add(place + "only in the policy, as " + policy.describe());
        } else if (!policy.describe().equals(game.describe())
                || !policy.features().equals(game.features())) {
            lines.add(place + "policy has " + policy.describe() + ", game has " + game.describe()
                    + nameDifferences(policy.features(), game.features()));
        }
    }

    private static void compareActions(ActionSpec policy, ActionSpec game, List<String> lines) {
        List<String> policyBranches = branchNames(policy);
        List<String> gameBranches = branchNames(game);
        if (!policy.continuous().equals(game.continuous()) || !policyBranches.equals(gameBranches)) {
            List<String> policyNames = new ArrayList<String>(policy.continuous());
            List<String> gameNames = new ArrayList<String>(game.continuous());
            policyNames.addAll(policyBranches);
            gameNames.addAll(gameBranches);
            lines.add("action: policy has " + describe(policy) + ", game has " + describe(game)
                    + nameDifferences(policyNames, gameNames));
        }
        for (int b = 0; b < policy.branchCount(); b++) {
            int other = gameBranches.indexOf(policyBranches.get(b));
            if (other >= 0) {
                compareChoices(policy.branches().get(b), game.branches().get(other), lines);
            }
        }
    }

    private static void compareChoices(ActionBranch policy, ActionBranch game, List<String> lines) {
        if (!policy.choices().equals(game.choices())) {
            lines.add("action branch '" + policy.name() + "': policy has " + count(policy.size(), "choice")
                    + ", game has " + game.size() + nameDifferences(policy.choices(), game.choices()));
        }
    }

    private static List<String> branchNames(ActionSpec spec) {
        List<String> names = new ArrayList<String>();
        for (ActionBranch branch : spec.branches()) {
            names.add(branch.name());
        }
        return names;
    }

    private static String describe(ActionSpec spec) {
        List<Integer> sizes = new ArrayList<Integer>();
        for (ActionBranch branch : spec.branches()) {
            sizes.add(branch.size());
        }
        String branches = "branches " + sizes;
        if (spec.continuousSize() == 0) {
            return branches;
        }
        return spec.continuousSize() + " continuous" + (sizes.isEmpty() ? "" : " and " + branches);
    }

    private static String nameDifferences(List<String> policy, List<String> game) {
        List<String> onlyPolicy = new ArrayList<String>(policy);
        List<String> onlyGame = new ArrayList<String>(game);
        onlyPolicy.removeAll(game);
        onlyGame.removeAll(policy);
        if (onlyPolicy.isEmpty() && onlyGame.isEmpty()) {
            return firstMoved(policy, game);
        }
        String text = onlyPolicy.isEmpty() ? "" : "only in the policy: " + list(onlyPolicy);
        String separator = onlyPolicy.isEmpty() || onlyGame.isEmpty() ? "" : "; ";
        return " (" + text + separator + (onlyGame.isEmpty() ? "" : "only in the game: " + list(onlyGame)) + ")";
    }

    private static String firstMoved(List<String> policy, List<String> game) {
        for (int i = 0; i < Math.min(policy.size(), game.size()); i++) {
            if (!policy.get(i).equals(game.get(i))) {
                return " (same names in another order: number " + (i + 1) + " is '" + policy.get(i)
                        + "' in the policy, '" + game.get(i) + "' in the game)";
            }
        }
        return ""; // same names as continuous values here and as branches there
    }

    private static String list(List<String> names) {
        String text = names.toString();
        return text.substring(1, text.length() - 1);
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
