package io.github.gdxagents.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.badlogic.gdx.utils.Disposable;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the plugin may know which: the walls of the design, and no circles. */
@AnalyzeClasses(
        packages = "io.github.gdxagents",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
final class PackageWallsTest {
    private static final String ROOT = "io.github.gdxagents";
    private static final String AGENT = ROOT + ".agent..";
    private static final String BOX2D = ROOT + ".box2d..";
    private static final String CHECK = ROOT + ".check..";
    private static final String EPISODE = ROOT + ".episode..";
    private static final String GAMES = ROOT + ".games..";
    private static final String HOST = ROOT + ".host..";
    private static final String NETWORK = ROOT + ".network..";
    private static final String POLICY = ROOT + ".policy..";
    private static final String REPLAY = ROOT + ".replay..";
    private static final String SENSOR = ROOT + ".sensor..";

    @ArchTest
    static final ArchRule agentsKnowOnlyThemselves = knowsOfOurs(AGENT, AGENT);

    @ArchTest
    static final ArchRule sensorsKnowAgentsOnly = knowsOfOurs(SENSOR, SENSOR, AGENT);

    @ArchTest
    static final ArchRule networksKnowAgentsOnly = knowsOfOurs(NETWORK, NETWORK, AGENT);

    @ArchTest
    static final ArchRule episodesKnowAgentsAndNetworksOnly = knowsOfOurs(EPISODE, EPISODE, NETWORK, AGENT);

    @ArchTest
    static final ArchRule policiesKnowEpisodesNetworksAndAgentsOnly =
            knowsOfOurs(POLICY, POLICY, EPISODE, NETWORK, AGENT);

    @ArchTest
    static final ArchRule box2dKnowsAgentsOnly = knowsOfOurs(BOX2D, BOX2D, AGENT);

    @ArchTest
    static final ArchRule checksKnowEpisodesAgentsAndNativesOnly = knowsOfOurs(CHECK, CHECK, EPISODE, AGENT, BOX2D);

    @ArchTest
    static final ArchRule hostsKnowAgentsOnly = knowsOfOurs(HOST, HOST, AGENT);

    @ArchTest
    static final ArchRule replaysKnowEpisodesAndAgentsOnly = knowsOfOurs(REPLAY, REPLAY, EPISODE, AGENT);

    @ArchTest
    static final ArchRule gamesKnowAgentsSensorsBox2dAndReplaysOnly =
            knowsOfOurs(GAMES, GAMES, AGENT, SENSOR, BOX2D, REPLAY);

    @ArchTest
    static final ArchRule everyClassHasAPlaceInThePlan = classes()
            .should()
            .resideInAnyPackage(AGENT, BOX2D, CHECK, EPISODE, GAMES, HOST, NETWORK, POLICY, REPLAY, SENSOR);

    @ArchTest
    static final ArchRule gamesDoNotKnowEachOther = slices().matching(ROOT + ".games.(*)..")
            .should()
            .notDependOnEachOther()
            // what every game's view is drawn with is not a game
            .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".games.view.."));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreUsesTheJdkLibgdxAndKryoOnly = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + "..", "java..", "com.badlogic.gdx..", "com.esotericsoftware.kryo.kryo5.."));

    @ArchTest
    static final ArchRule agentsShareNothingOfLibgdxButDisposable = classes()
            .that()
            .resideInAPackage(AGENT)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "..", "java..").or(equivalentTo(Disposable.class)))
            .because(
                    "an isolated game has a libGDX of its own, and talks with the trainer through these classes alone");

    private static ArchRule knowsOfOurs(String from, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)));
    }
}
