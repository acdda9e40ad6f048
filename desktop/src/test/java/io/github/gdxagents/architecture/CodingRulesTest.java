package io.github.gdxagents.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.RandomXS128;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** What no class of the window does: keep static state, print past the launcher, draw random numbers of its own. */
@AnalyzeClasses(packages = "io.github.gdxagents.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
final class CodingRulesTest {
    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            noFields().that().areStatic().should().notBeFinal();

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = noFields()
            .that(DescribedPredicate.describe("are written by hand", CodingRulesTest::isWrittenByHand))
            .and()
            .areStatic()
            .should()
            .haveRawType(DescribedPredicate.describe("a mutable container", CodingRulesTest::isMutableContainer))
            .because("constants like List.of have the type of the interface");

    @ArchTest
    static final ArchRule staticArraysArePrivate = noFields()
            .that(DescribedPredicate.describe("are written by hand", CodingRulesTest::isWrittenByHand))
            .and()
            .areStatic()
            .and()
            .areNotPrivate()
            .should()
            .haveRawType(DescribedPredicate.describe("an array", JavaClass::isArray))
            .because("whoever sees an array can write to it");

    @ArchTest
    static final ArchRule onlyTheLauncherPrints = noClasses()
            .that()
            .haveNameNotMatching("io\\.github\\.gdxagents\\.desktop\\.DesktopLauncher(\\$.*)?")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule randomNumbersComeFromSeededStreams = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.random..")
                    .or(assignableTo(java.util.Random.class))
                    .or(assignableTo(SplittableRandom.class))
                    .or(assignableTo(ThreadLocalRandom.class))
                    .or(assignableTo(RandomXS128.class)))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .accessTargetWhere(DescribedPredicate.describe(
                    "is one of MathUtils.random…",
                    access -> access.getTargetOwner().isEquivalentTo(MathUtils.class)
                            && access.getTarget().getName().startsWith("random")))
            .because("what is watched with a seed can be watched again");

    private static boolean isWrittenByHand(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isMutableContainer(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        boolean ofLibgdx = type.getPackageName().startsWith("com.badlogic.gdx.math")
                || type.getPackageName().equals("com.badlogic.gdx.utils")
                || type.getPackageName().equals("com.badlogic.gdx.graphics");
        boolean atomic = type.getPackageName().equals("java.util.concurrent.atomic");
        return (collection || ofLibgdx) && !type.isInterface() && !type.isEnum() || atomic;
    }
}
