package io.github.gdxagents.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.badlogic.gdx.Gdx;
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
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** What no class of the plugin does: keep static state, print, draw random numbers of its own, read classes from files. */
@AnalyzeClasses(
        packages = "io.github.gdxagents",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
final class CodingRulesTest {
    private static final String ROOT = "io.github.gdxagents";
    private static final String KRYO = "com.esotericsoftware.kryo.kryo5";

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            noFields().that().areStatic().should().notBeFinal().because("many simulations share one JVM");

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = noFields()
            .that(DescribedPredicate.describe("are written by hand", CodingRulesTest::isWrittenByHand))
            .and()
            .areStatic()
            .should()
            .haveRawType(DescribedPredicate.describe("a mutable container", CodingRulesTest::isMutableContainer))
            .because("many simulations share one JVM; List.of-like constants have the type of the interface");

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
    static final ArchRule nothingIsPrinted = noClasses()
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("the plugin runs inside somebody's game");

    @ArchTest
    static final ArchRule randomNumbersComeFromTheSlotsStream = noClasses()
            .that()
            // it stands in for MathUtils.random to catch games that draw from it
            .haveNameNotMatching(ROOT + "\\.check\\.GlobalRandomWatch.*")
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
            .because("the same seed gives the same result, on any number of threads");

    @ArchTest
    static final ArchRule simulationsDoNotReadTheRunningApplication = noClasses()
            .that()
            .areAssignableTo(Simulation.class)
            .or()
            .areAssignableTo(Agent.class)
            .or()
            .resideInAnyPackage(ROOT + ".agent..", ROOT + ".sensor..", ROOT + ".check..")
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "belongs to Gdx", access -> access.getTargetOwner().isEquivalentTo(Gdx.class)))
            .because("many of them run side by side, without a window");

    @ArchTest
    static final ArchRule simulationsDoNotReadTheClock = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".agent..", ROOT + ".sensor..", ROOT + ".check..")
            .or()
            .areAssignableTo(Simulation.class)
            .or()
            .areAssignableTo(Agent.class)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a step is a step, however long it takes");

    @ArchTest
    static final ArchRule kryoIsOnlyItsStreams = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(KRYO + ".."))
                    .or(resideInAnyPackage(KRYO + ".io.."))
                    .or(nameStartingWith(KRYO + ".KryoException").forSubtype()))
            .because("reading a policy file never instantiates a class that the file names");

    @ArchTest
    static final ArchRule nothingIsDeserializedOrLoadedByName = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.github.gdxagents.games.GameCatalog")
            .and()
            .resideOutsideOfPackage(
                    ROOT + ".host..") // stands in for interfaces of libGDX, which grow from version to version
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "is Class.forName or ClassLoader.loadClass",
                    call -> call.getTarget().getName().equals("forName")
                                    && call.getTargetOwner().isEquivalentTo(Class.class)
                            || call.getTarget().getName().equals("loadClass")
                                    && call.getTargetOwner().isAssignableTo(ClassLoader.class)))
            .because("a policy file is a stranger's input; games alone are named by who wants to play them");

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
