package lipschitzlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The architecture, held by the build. {@link ArchitectureRulesTest} shows each rule failing on a deliberate breach. */
@AnalyzeClasses(packages = "lipschitzlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int MAX_CLASSES = 40;
    private static final Path CLASS_FILES = Path.of("target", "classes", "lipschitzlab");

    @ArchTest
    static final ArchRule packagesImportOnlyThoseBelowThem = classes().should(PackageOrder.IMPORT_ONLY_PACKAGES_BELOW);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("(lipschitzlab..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEnginesModelDoesNotKnowTheLabs = doesNotKnow("EngineModel", "LabModel");

    @ArchTest
    static final ArchRule surfacesDoNotKnowThePicturesThatTheyAreIn = doesNotKnow("SurfacePainter", "SamplePicture");

    @ArchTest
    static final ArchRule whatIsTimedDoesNotKnowTheBenchmark = doesNotKnow("Timed", "StepBenchmark");

    @ArchTest
    static final ArchRule formulasDoNotKnowLessons =
            doesNotKnow("(Argument|Quantity|Term|Formula.*|LayerMetric)", "(Lesson|CheckReader)");

    /** Classes of different concerns in one package go one way too. */
    static ArchRule doesNotKnow(String one, String other) {
        return noClasses()
                .that()
                .haveNameMatching("lipschitzlab\\..*\\." + one)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("lipschitzlab\\..*\\." + other);
    }

    @ArchTest
    static final ArchRule nd4jStaysInItsPackage = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.compute.nd4j.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.nd4j.."));

    @ArchTest
    static final ArchRule libTorchStaysInItsPackage = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.compute.libtorch.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.bytedeco.pytorch..").or(resideInAPackage("org.bytedeco.cuda..")));

    @ArchTest
    static final ArchRule nativeLibrariesStayWithTheEngines = noClasses()
            .that(resideOutsideOfPackages(
                    "lipschitzlab.compute.nd4j..",
                    "lipschitzlab.compute.libtorch..",
                    "lipschitzlab.compute.openblas..",
                    "lipschitzlab.compute.unpacking.."))
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
            .that(resideOutsideOfPackages("lipschitzlab.desktop.."))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .or(resideInAPackage("org.controlsfx.."))
                    .or(resideInAPackage("atlantafx.."))
                    .or(resideInAPackage("org.kordamp..")));

    @ArchTest
    static final ArchRule chartsStayInPlotExportAndDesktop = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.plot..", "lipschitzlab.export..", "lipschitzlab.desktop.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.jfree.."));

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.cli.."))
            .should()
            .dependOnClassesThat(resideInAPackage("picocli..").or(resideInAPackage("me.tongfei..")));

    @ArchTest
    static final ArchRule yamlStaysInItsPackage = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.yaml.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.snakeyaml.."));

    @ArchTest
    static final ArchRule jsonStaysWithTheFiles = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.file.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."));

    @ArchTest
    static final ArchRule decodersStayWithThePictures = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.picture.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.twelvemonkeys.."));

    @ArchTest
    static final ArchRule qrCodesStayWithSharing = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.desktop.share.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.zxing.."));

    @ArchTest
    static final ArchRule expressionsStayInLessons = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.lesson.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.ezylang.."));

    /** A pullback gets variables; where it cannot reach their arrays, it is written in operations on variables. */
    @ArchTest
    static final ArchRule derivativeRulesNeverTouchArrays = noClasses()
            .that()
            .resideInAPackage("lipschitzlab.autodiff..")
            .and()
            .doNotHaveSimpleName("Var")
            .and()
            .doNotHaveSimpleName("Gradients")
            .and()
            .doNotHaveSimpleName("GradientSums")
            .should()
            .callMethod("lipschitzlab.autodiff.Var", "value")
            .orShould()
            .callMethod("lipschitzlab.autodiff.Var", "engine");

    @ArchTest
    static final ArchRule threadsAreMadeInThreePlaces = ForbiddenCalls.THREADS;

    @ArchTest
    static final ArchRule randomnessIsSeeded = ForbiddenCalls.RANDOMNESS;

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.cli.."))
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
    static final ArchRule nobodyPrintsStackTraces = ForbiddenCalls.STACK_TRACES;

    @ArchTest
    static void noPackageHasMoreClassesThanAReaderKeepsInMind(JavaClasses imported) {
        Map<String, Integer> sizes = new TreeMap<>();
        imported.stream()
                .filter(type -> !type.getSimpleName().isEmpty()
                        && type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .forEach(name -> sizes.merge(name, 1, Integer::sum));
        assertThat(sizes.values()).as("%s", sizes).allMatch(size -> size <= MAX_CLASSES);
    }

    /** A rule that sees nothing passes: so all of them together must have seen every class that there is. */
    @ArchTest
    static void theRulesSawEveryClass(JavaClasses imported) throws IOException {
        try (Stream<Path> files = Files.walk(CLASS_FILES)) {
            long there =
                    files.filter(file -> file.toString().endsWith(".class")).count();
            assertThat(imported.size()).isEqualTo((int) there);
        }
    }
}
