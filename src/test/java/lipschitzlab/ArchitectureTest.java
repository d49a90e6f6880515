package lipschitzlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.Random;

/** The order of the rooms, held by the build. */
@AnalyzeClasses(packages = "lipschitzlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule roomsImportOnlyRoomsToTheirLeft = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("setting")
            .definedBy("lipschitzlab.setting")
            .layer("compute")
            .definedBy("lipschitzlab.compute..")
            .layer("autodiff")
            .definedBy("lipschitzlab.autodiff")
            .layer("network")
            .definedBy("lipschitzlab.network")
            .layer("optimizer")
            .definedBy("lipschitzlab.optimizer")
            .layer("objective")
            .definedBy("lipschitzlab.objective")
            .layer("constraint")
            .definedBy("lipschitzlab.constraint")
            .layer("dataset")
            .definedBy("lipschitzlab.dataset")
            .layer("diagnostic")
            .definedBy("lipschitzlab.diagnostic")
            .layer("experiment")
            .definedBy("lipschitzlab.experiment")
            .layer("export")
            .definedBy("lipschitzlab.export")
            .layer("desktop")
            .definedBy("lipschitzlab.desktop")
            .layer("cli")
            .definedBy("lipschitzlab.cli")
            .layer("launcher")
            .definedBy("lipschitzlab")
            .whereLayer("setting")
            .mayNotAccessAnyLayer()
            .whereLayer("compute")
            .mayOnlyAccessLayers("setting")
            .whereLayer("autodiff")
            .mayOnlyAccessLayers("setting", "compute")
            .whereLayer("network")
            .mayOnlyAccessLayers("setting", "compute", "autodiff")
            .whereLayer("optimizer")
            .mayOnlyAccessLayers("setting", "compute", "autodiff", "network")
            .whereLayer("objective")
            .mayOnlyAccessLayers("setting", "compute", "autodiff", "network")
            .whereLayer("constraint")
            .mayOnlyAccessLayers("setting", "compute", "autodiff", "network")
            .whereLayer("dataset")
            .mayOnlyAccessLayers("setting", "compute")
            .whereLayer("diagnostic")
            .mayOnlyAccessLayers("setting", "compute", "autodiff", "network", "dataset")
            .whereLayer("experiment")
            .mayOnlyBeAccessedByLayers("export", "desktop", "cli", "launcher")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("desktop", "cli", "launcher")
            .whereLayer("desktop")
            .mayOnlyBeAccessedByLayers("launcher")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("launcher")
            .whereLayer("launcher")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("lipschitzlab.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nd4jStaysInItsRoom = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.compute.nd4j"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.nd4j.."));

    @ArchTest
    static final ArchRule libTorchStaysInItsRoom = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.compute.libtorch.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.bytedeco.pytorch..").or(resideInAPackage("org.bytedeco.cuda..")));

    @ArchTest
    static final ArchRule nativeLibrariesStayWithTheEngines = noClasses()
            .that(resideOutsideOfPackages(
                    "lipschitzlab.compute.nd4j", "lipschitzlab.compute.libtorch..", "lipschitzlab.compute.openblas"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.bytedeco.."));

    /** Which arguments fit and how long arrays live is {@code PooledEngine}'s to say, for all libraries. */
    @ArchTest
    static final ArchRule librariesHoldKernelsOnly = noClasses()
            .that()
            .resideInAnyPackage("lipschitzlab.compute.nd4j..", "lipschitzlab.compute.libtorch..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("lipschitzlab.compute.Expect")
            .orShould()
            .implement("lipschitzlab.compute.Engine")
            .orShould()
            .implement("lipschitzlab.compute.Array");

    @ArchTest
    static final ArchRule javaFxStaysInTheDesktop = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.desktop"))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .or(resideInAPackage("org.controlsfx.."))
                    .or(resideInAPackage("atlantafx.."))
                    .or(resideInAPackage("org.kordamp..")));

    @ArchTest
    static final ArchRule chartsStayInExportAndDesktop = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.export", "lipschitzlab.desktop"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.jfree.."));

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.cli"))
            .should()
            .dependOnClassesThat(resideInAPackage("picocli..").or(resideInAPackage("me.tongfei..")));

    @ArchTest
    static final ArchRule yamlStaysInTheExperiment = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.experiment"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.snakeyaml.."));

    @ArchTest
    static final ArchRule expressionsStayInTheExperiment = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.experiment"))
            .should()
            .dependOnClassesThat(resideInAPackage("com.ezylang.."));

    /** A pullback gets variables; where it cannot reach their arrays, it is written in operations on variables. */
    @ArchTest
    static final ArchRule derivativeRulesNeverTouchArrays = noClasses()
            .that()
            .resideInAPackage("lipschitzlab.autodiff")
            .and()
            .doNotHaveSimpleName("Var")
            .and()
            .doNotHaveSimpleName("Gradients")
            .should()
            .callMethod("lipschitzlab.autodiff.Var", "value")
            .orShould()
            .callMethod("lipschitzlab.autodiff.Var", "engine");

    @ArchTest
    static final ArchRule threadsAreMadeInTwoPlaces = noClasses()
            .that()
            .resideOutsideOfPackage("lipschitzlab.experiment")
            .and()
            .doNotHaveSimpleName("BackgroundRunner")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callConstructor(Thread.class);

    @ArchTest
    static final ArchRule randomnessIsSeeded = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod("java.util.concurrent.ThreadLocalRandom", "current");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.cli"))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule viewsReadWhatIsThereBeforeTheyListen = noClasses()
            .that()
            .resideInAPackage("lipschitzlab.desktop..")
            .and()
            .doNotHaveSimpleName("Follow")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("addListener")))
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("subscribe"))
                    .and(JavaCall.Predicates.target(HasParameterTypes.Predicates.rawParameterTypes(Runnable.class))))
            .because("what a view only listens to may have come before the view was made, and is then never shown: use"
                    + " property.subscribe(now -> …), which reads the present value too, or Follow.list; what a person"
                    + " does to a control is heard with subscribe((before, now) -> …)");

    @ArchTest
    static final ArchRule dialogsSpeakTheLanguageOfTheWindow = noClasses()
            .should()
            .accessFieldWhere(JavaAccess.Predicates.target(
                    HasOwner.Predicates.With.owner(JavaClass.Predicates.type(javafx.scene.control.ButtonType.class))))
            .because("the buttons of JavaFX are in the system's language beside text in English: use Buttons");

    @ArchTest
    static final ArchRule nobodyPrintsStackTraces = noClasses().should().callMethod(Throwable.class, "printStackTrace");
}
