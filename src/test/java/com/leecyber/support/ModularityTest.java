package com.leecyber.support;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house's walls: packages are features, arrows point one way, the engine lives in one room. */
class ModularityTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.leecyber.support");

    @Test
    void modulesHaveNoCyclesAndReachOnlyWhatOthersShow() {
        ApplicationModules.of(SupportDesk.class).verify();
    }

    @Test
    void onlyTheProcessPackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.leecyber.support.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void nobodyDependsOnTheProcessPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.leecyber.support.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.leecyber.support.process..")
                .check(CLASSES);
    }

    @Test
    void theClockAndTheJournalKnowNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "com.leecyber.support.sla..", "com.leecyber.support.audit..", "com.leecyber.support.proof..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("com.leecyber.support..")
                                .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                                        "com.leecyber.support.sla..",
                                        "com.leecyber.support.audit..",
                                        "com.leecyber.support.proof..")))
                .check(CLASSES);
    }

    @Test
    void whatAnAuditorTakesAwayNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("com.leecyber.support.proof..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.leecyber.support.proof..")
                .check(CLASSES);
    }
}
