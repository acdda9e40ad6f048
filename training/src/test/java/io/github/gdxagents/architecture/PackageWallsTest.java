package io.github.gdxagents.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the trainer may know which: the walls of the design, and no circles. */
@AnalyzeClasses(packages = "io.github.gdxagents.training", importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageWallsTest {
    private static final String ROOT = "io.github.gdxagents";
    private static final String AGENT = ROOT + ".agent..";
    private static final String BOX2D = ROOT + ".box2d..";
    private static final String NETWORK = ROOT + ".network..";
    private static final String POLICY = ROOT + ".policy..";
    private static final String REPLAY = ROOT + ".replay..";
    private static final String CLI = ROOT + ".training.cli..";
    private static final String CONFIG = ROOT + ".training.config..";
    private static final String PPO = ROOT + ".training.ppo..";
    private static final String ROLLOUT = ROOT + ".training.rollout..";
    private static final String RUN = ROOT + ".training.run..";
    private static final String TUNE = ROOT + ".training.tune..";

    @ArchTest
    static final ArchRule configurationKnowsNothingAboveIt = knowsOfOurs(CONFIG, CONFIG, AGENT, NETWORK);

    @ArchTest
    static final ArchRule rolloutsKnowNoLearnerAndNoGame =
            knowsOfOurs(ROLLOUT, ROLLOUT, CONFIG, AGENT, BOX2D, NETWORK, POLICY, REPLAY);

    @ArchTest
    static final ArchRule ppoKnowsNoRunAndNoGame = knowsOfOurs(PPO, PPO, ROLLOUT, CONFIG, AGENT, NETWORK, POLICY);

    @ArchTest
    static final ArchRule tuningKnowsNoRunAndNoGame =
            knowsOfOurs(TUNE, TUNE, PPO, ROLLOUT, CONFIG, AGENT, NETWORK, POLICY);

    @ArchTest
    static final ArchRule runsKnowNoCommandLine =
            classes().that().resideInAPackage(RUN).should().onlyDependOnClassesThat(not(resideInAPackage(CLI)));

    @ArchTest
    static final ArchRule everyClassHasAPlaceInThePlan =
            classes().should().resideInAnyPackage(CLI, CONFIG, PPO, ROLLOUT, RUN, TUNE);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".training.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyPpoKnowsTensorFlow = noClasses()
            .that()
            .resideOutsideOfPackage(PPO)
            .should()
            .dependOnClassesThat(resideInAPackage("org.tensorflow.."))
            .because("workers take weights and give rollouts, wherever they run");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli =
            noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat(resideInAPackage("picocli.."));

    @ArchTest
    static final ArchRule onlyConfigurationAndRunsKnowYaml = noClasses()
            .that()
            .resideOutsideOfPackages(CONFIG, RUN)
            .should()
            .dependOnClassesThat(resideInAPackage("tools.jackson.."));

    @ArchTest
    static final ArchRule nothingKnowsAWindow = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + ".desktop..",
                    "org.lwjgl..",
                    "com.badlogic.gdx.backends.lwjgl3..",
                    "com.badlogic.gdx.graphics.."));

    private static ArchRule knowsOfOurs(String from, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)));
    }
}
