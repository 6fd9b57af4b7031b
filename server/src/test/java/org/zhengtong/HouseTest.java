package org.zhengtong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house. Nobody argues with them. */
@AnalyzeClasses(packages = "org.zhengtong", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @Test
    void rooms_use_each_other_only_through_their_doors_and_never_in_a_circle() {
        ApplicationModules.of(Zhengtong.class).verify();
    }

    @ArchTest
    static final ArchRule the_wings_stand_on_each_other_in_one_order = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("demo")
            .definedBy("org.zhengtong.demo..")
            .layer("portal")
            .definedBy("org.zhengtong.portal..")
            .layer("voice")
            .definedBy("org.zhengtong.voice..")
            .layer("services")
            .definedBy("org.zhengtong.services..")
            .layer("people")
            .definedBy("org.zhengtong.people..")
            .layer("ground")
            .definedBy("org.zhengtong.ground..")
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portal")
            .mayOnlyBeAccessedByLayers("demo")
            .whereLayer("voice")
            .mayOnlyBeAccessedByLayers("portal", "demo")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("voice", "portal", "demo")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("services", "voice", "portal", "demo");

    @ArchTest
    static final ArchRule pages_do_not_speak_sql = noClasses()
            .that()
            .resideInAPackage("..web..")
            .and()
            .resideOutsideOfPackage("..ground.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes()
            .should()
            .haveSimpleNameNotContaining("Util")
            .andShould()
            .haveSimpleNameNotContaining("Helper")
            .andShould()
            .haveSimpleNameNotContaining("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");
}
