package lipschitzlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import lipschitzlab.setting.BreaksEveryRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail holds nothing: each is shown a deliberate breach. */
class ArchitectureRulesTest {
    private static boolean objects(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types)).hasViolation();
    }

    static List<ArchRule> rules() {
        return List.of(
                ArchitectureTest.packagesImportOnlyThoseBelowThem,
                ArchitectureTest.nd4jStaysInItsPackage,
                ArchitectureTest.nativeLibrariesStayWithTheEngines,
                ArchitectureTest.javaFxStaysInTheDesktop,
                ArchitectureTest.chartsStayInPlotExportAndDesktop,
                ArchitectureTest.picocliStaysInTheCommandLine,
                ArchitectureTest.yamlStaysInItsPackage,
                ArchitectureTest.jsonStaysWithTheFiles,
                ArchitectureTest.libTorchStaysInItsPackage,
                ArchitectureTest.decodersStayWithThePictures,
                ArchitectureTest.expressionsStayInLessons,
                ArchitectureTest.qrCodesStayWithSharing,
                ArchitectureTest.dialogsSpeakTheLanguageOfTheWindow,
                ArchitectureTest.onlyTheCommandLinePrints,
                ArchitectureTest.nobodyPrintsStackTraces);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleObjectsToAClassThatBreaksIt(ArchRule rule) {
        assertThat(objects(rule, BreaksEveryRule.class)).isTrue();
    }

    @Test
    void aDerivativeRuleMayNotReachAnArray() {
        assertThat(objects(
                        ArchitectureTest.derivativeRulesNeverTouchArrays, lipschitzlab.autodiff.ReachesAnArray.class))
                .isTrue();
    }

    @Test
    void aClassMayNotKnowWhatItIsSaidNotToKnow() {
        assertThat(objects(ArchitectureTest.doesNotKnow("BreaksEveryRule", "Shape"), BreaksEveryRule.class))
                .isTrue();
        assertThat(objects(ArchitectureTest.doesNotKnow("BreaksEveryRule", "Scope"), BreaksEveryRule.class))
                .isFalse();
    }

    @Test
    void aKernelMayNotCheckArguments() {
        assertThat(objects(ArchitectureTest.librariesHoldKernelsOnly, lipschitzlab.compute.nd4j.ChecksArguments.class))
                .isTrue();
    }

    @Test
    void aViewMayNotOnlyListen() {
        assertThat(objects(
                        ArchitectureTest.viewsReadWhatIsThereBeforeTheyListen, lipschitzlab.desktop.OnlyListens.class))
                .isTrue();
    }

    @Test
    void aClassOfAnUnlistedPackageHasNoPlace() {
        assertThat(objects(
                        ArchRuleDefinition.classes().should(PackageOrder.IMPORT_ONLY_PACKAGES_BELOW),
                        lipschitzlab.unlisted.Stray.class))
                .isTrue();
    }

    // ------------------------------------------------------------------ every way to make a thread

    static final class AThread {
        Object made() {
            return new Thread(() -> {});
        }
    }

    static final class APool {
        Object made() {
            return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }
    }

    static final class AnExecutor {
        Object made() {
            return Executors.newCachedThreadPool();
        }
    }

    static final class AForkJoinPool {
        Object made() {
            return new ForkJoinPool(1);
        }
    }

    static final class ATimer {
        Object made() {
            return new Timer();
        }
    }

    static final class AParallelStream {
        long made() {
            return List.of(1).parallelStream().count();
        }
    }

    static final class AStreamMadeParallel {
        long made() {
            return List.of(1).stream().parallel().count();
        }
    }

    static final class AParallelSort {
        void made(int[] numbers) {
            Arrays.parallelSort(numbers);
        }
    }

    static final class AnAsyncFuture {
        Object made() {
            return CompletableFuture.runAsync(() -> {});
        }
    }

    static List<Class<?>> makersOfThreads() {
        return List.of(
                AThread.class,
                APool.class,
                AnExecutor.class,
                AForkJoinPool.class,
                ATimer.class,
                AParallelStream.class,
                AStreamMadeParallel.class,
                AParallelSort.class,
                AnAsyncFuture.class);
    }

    @ParameterizedTest
    @MethodSource("makersOfThreads")
    void noWayToMakeAThreadIsOverlooked(Class<?> maker) {
        assertThat(objects(ArchitectureTest.threadsAreMadeInThreePlaces, maker)).isTrue();
    }

    static final class AFutureOnAnExecutor {
        Object made(java.util.concurrent.Executor executor) {
            return CompletableFuture.runAsync(() -> {}, executor);
        }
    }

    @Test
    void workOnAnExecutorThatIsThereMakesNoThread() {
        assertThat(objects(ArchitectureTest.threadsAreMadeInThreePlaces, AFutureOnAnExecutor.class))
                .isFalse();
    }

    // ------------------------------------------------------------------ every source of randomness

    static final class FromMath {
        double drawn() {
            return Math.random();
        }
    }

    static final class FromRandom {
        double drawn() {
            return new Random().nextDouble();
        }
    }

    static final class FromSplittableRandom {
        double drawn() {
            return new SplittableRandom(1).nextDouble();
        }
    }

    static final class FromTheThread {
        double drawn() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }

    static final class FromAGenerator {
        double drawn() {
            return RandomGenerator.getDefault().nextDouble();
        }
    }

    static final class ByShuffling {
        void drawn(List<Integer> numbers) {
            Collections.shuffle(numbers);
        }
    }

    static List<Class<?>> sourcesOfRandomness() {
        return List.of(
                FromMath.class,
                FromRandom.class,
                FromSplittableRandom.class,
                FromTheThread.class,
                FromAGenerator.class,
                ByShuffling.class);
    }

    @ParameterizedTest
    @MethodSource("sourcesOfRandomness")
    void noSourceOfRandomnessIsOverlooked(Class<?> source) {
        assertThat(objects(ArchitectureTest.randomnessIsSeeded, source)).isTrue();
    }

    @Test
    void everyRuleIsShownABreach() {
        List<ArchRule> shown = rules();
        for (var field : ArchitectureTest.class.getDeclaredFields()) {
            if (ArchRule.class.isAssignableFrom(field.getType())) {
                assertThat(shown.stream().anyMatch(rule -> same(rule, field)) || elsewhere(field.getName()))
                        .as(field.getName())
                        .isTrue();
            }
        }
    }

    private static boolean same(ArchRule rule, java.lang.reflect.Field field) {
        try {
            return field.get(null) == rule;
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    /** Those that other tests of this class show breaches, or that are rules of all packages together. */
    private static boolean elsewhere(String rule) {
        return List.of(
                        "packagesHaveNoCycles",
                        "theEnginesModelDoesNotKnowTheLabs",
                        "surfacesDoNotKnowThePicturesThatTheyAreIn",
                        "whatIsTimedDoesNotKnowTheBenchmark",
                        "formulasDoNotKnowLessons",
                        "derivativeRulesNeverTouchArrays",
                        "librariesHoldKernelsOnly",
                        "viewsReadWhatIsThereBeforeTheyListen",
                        "threadsAreMadeInThreePlaces",
                        "randomnessIsSeeded")
                .contains(rule);
    }
}
