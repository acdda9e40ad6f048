package io.github.gdxagents.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the window may know: the walls of the design, and no circles. */
@AnalyzeClasses(packages = "io.github.gdxagents.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageWallsTest {
    @ArchTest
    static final ArchRule nothingKnowsTheTrainer = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.github.gdxagents.training..", "org.tensorflow.."));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.github.gdxagents.(**)").should().beFreeOfCycles();
}
