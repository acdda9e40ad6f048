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
import io.github.gdxagents.training.metrics.TensorBoardWriter;

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
    private static final String CONCURRENT = ROOT + ".training.concurrent..";
    private static final String EPISODE = ROOT + ".episode..";
    private static final String NETWORKS = ROOT + ".training.network..";
    private static final String CONFIG = ROOT + ".training.config..";
    private static final String CURRICULUM = ROOT + ".training.curriculum..";
    private static final String OPTIMIZER = ROOT + ".training.optimizer..";
    private static final String PPO = ROOT + ".training.ppo..";
    private static final String ROLLOUT = ROOT + ".training.rollout..";
    private static final String EVALUATION = ROOT + ".training.evaluation..";
    private static final String METRICS = ROOT + ".training.metrics..";
    private static final String HOST = ROOT + ".training.host..";
    private static final String HEALTH = ROOT + ".training.health..";
    private static final String REPORT = ROOT + ".training.report..";
    private static final String RUN = ROOT + ".training.run..";
    private static final String INITIAL = ROOT + ".training.initial..";
    private static final String TENSOR = ROOT + ".training.tensor..";
    private static final String TOOL = ROOT + ".training.tool..";

    @ArchTest
    static final ArchRule configurationKnowsNothingAboveIt = knowsOfOurs(CONFIG, CONFIG, AGENT, NETWORK);

    @ArchTest
    static final ArchRule whatIsConcurrentKnowsNothingElse = knowsOfOurs(CONCURRENT, CONCURRENT);

    @ArchTest
    static final ArchRule networksKnowNobodyWhoRunsThem = knowsOfOurs(NETWORKS, NETWORKS, CONFIG, AGENT, NETWORK);

    @ArchTest
    static final ArchRule rolloutsKnowNoLearnerAndNoGame = knowsOfOurs(
            ROLLOUT, ROLLOUT, NETWORKS, CONCURRENT, CONFIG, HOST, AGENT, BOX2D, EPISODE, NETWORK, POLICY, REPLAY);

    @ArchTest
    static final ArchRule hostsKnowGamesAlone = knowsOfOurs(HOST, HOST, AGENT, BOX2D, REPLAY);

    @ArchTest
    static final ArchRule tensorsKnowNoAlgorithm = knowsOfOurs(TENSOR, TENSOR, NETWORKS, CONFIG, AGENT, NETWORK);

    @ArchTest
    static final ArchRule whatTrainingBeginsWithKnowsNoAlgorithm =
            knowsOfOurs(INITIAL, INITIAL, NETWORKS, ROLLOUT, CONFIG, AGENT, NETWORK, POLICY);

    @ArchTest
    static final ArchRule ppoKnowsNoRunAndNoGame = knowsOfOurs(
            PPO,
            PPO,
            OPTIMIZER,
            METRICS,
            INITIAL,
            TENSOR,
            NETWORKS,
            CURRICULUM,
            ROLLOUT,
            CONCURRENT,
            CONFIG,
            AGENT,
            NETWORK,
            POLICY);

    @ArchTest
    static final ArchRule curriculaKnowNoLearner = knowsOfOurs(CURRICULUM, CURRICULUM, ROLLOUT, CONFIG, AGENT, REPLAY);

    @ArchTest
    static final ArchRule optimizersKnowNothingOfWhatTheyMove = knowsOfOurs(OPTIMIZER, OPTIMIZER);

    @ArchTest
    static final ArchRule evaluationsKnowNoLearner =
            knowsOfOurs(EVALUATION, EVALUATION, ROLLOUT, CONCURRENT, CONFIG, AGENT, EPISODE, POLICY, REPLAY);

    @ArchTest
    static final ArchRule figuresKnowNoRunAndNoPicture =
            knowsOfOurs(METRICS, METRICS, EVALUATION, CURRICULUM, ROLLOUT, AGENT);

    @ArchTest
    static final ArchRule healthIsJudgedByFiguresAlone = knowsOfOurs(HEALTH, HEALTH, METRICS);

    @ArchTest
    static final ArchRule reportsKnowWhatIsWrittenDownAlone = knowsOfOurs(REPORT, REPORT, HEALTH, METRICS, ROLLOUT);

    @ArchTest
    static final ArchRule toolsKnowNoRunAndNoGame = knowsOfOurs(
            TOOL,
            TOOL,
            PPO,
            METRICS,
            TENSOR,
            NETWORKS,
            ROLLOUT,
            CONCURRENT,
            CONFIG,
            AGENT,
            EPISODE,
            NETWORK,
            POLICY,
            REPLAY);

    @ArchTest
    static final ArchRule runsKnowNoCommandLine =
            classes().that().resideInAPackage(RUN).should().onlyDependOnClassesThat(not(resideInAPackage(CLI)));

    @ArchTest
    static final ArchRule everyClassHasAPlaceInThePlan = classes()
            .should()
            .resideInAnyPackage(
                    CLI,
                    CONCURRENT,
                    CONFIG,
                    CURRICULUM,
                    EVALUATION,
                    HEALTH,
                    HOST,
                    INITIAL,
                    METRICS,
                    NETWORKS,
                    OPTIMIZER,
                    PPO,
                    REPORT,
                    ROLLOUT,
                    RUN,
                    TENSOR,
                    TOOL);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + ".training.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyPpoAndTensorsKnowTensorFlow = noClasses()
            .that()
            .resideOutsideOfPackages(PPO, TENSOR)
            .and()
            .areNotAssignableTo(TensorBoardWriter.class) // knows the messages of its files
            .should()
            .dependOnClassesThat(resideInAPackage("org.tensorflow.."))
            .because("workers take weights and give rollouts, wherever they run");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli =
            noClasses().that().resideOutsideOfPackage(CLI).should().dependOnClassesThat(resideInAPackage("picocli.."));

    @ArchTest
    static final ArchRule onlyConfigurationRunsAndJsonKnowJackson = noClasses()
            .that()
            .resideOutsideOfPackages(CONFIG, METRICS, RUN)
            .and()
            .haveNameNotMatching(".*\\.tool\\.Json(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAPackage("tools.jackson.."));

    @ArchTest
    static final ArchRule onlyReportsDraw = noClasses()
            .that()
            .resideOutsideOfPackage(REPORT)
            .should()
            .dependOnClassesThat(resideInAPackage("org.knowm.xchart.."));

    @ArchTest
    static final ArchRule nothingKnowsAWindow = noClasses()
            .that()
            .haveNameNotMatching(".*\\.host\\.(HeadlessGdx|SilentOpenGL)(\\$.*)?") // stands in for one
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
