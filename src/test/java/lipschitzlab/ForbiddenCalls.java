package lipschitzlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;

/** Calls by which a class would make threads, or numbers that no seed decides. */
final class ForbiddenCalls {
    /**
     * Threads are made by the experiment's workers, the window's background runner and the guard that waits for results when the
     * program is asked to end, in whichever way Java has.
     */
    static final ArchRule THREADS = noClasses()
            .that(resideOutsideOfPackages("lipschitzlab.experiment"))
            .and()
            .doNotHaveSimpleName("BackgroundRunner")
            .and()
            .doNotHaveFullyQualifiedName("lipschitzlab.cli.InterruptGuard")
            .should()
            .callCodeUnitWhere(described("it makes a thread", ForbiddenCalls::makesThreads));

    /** All randomness comes from {@code RandomStream}. */
    static final ArchRule RANDOMNESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("lipschitzlab.compute.RandomStream")
            .should()
            .callCodeUnitWhere(described("no seed decides it", ForbiddenCalls::isUnseeded));

    /** A person gets words; the log gets the failure itself. */
    static final ArchRule STACK_TRACES = noClasses()
            .should()
            .callCodeUnitWhere(described(
                    "it prints a stack trace",
                    call -> call.getTarget().getName().equals("printStackTrace") && owner(call, Throwable.class)));

    private ForbiddenCalls() {}

    private static boolean makesThreads(JavaCall<?> call) {
        String name = call.getTarget().getName();
        return constructs(call, Thread.class)
                || name.contains("Virtual") && owner(call, Thread.class)
                || constructs(call, ThreadPoolExecutor.class)
                || constructs(call, ForkJoinPool.class)
                || name.equals("commonPool") && owner(call, ForkJoinPool.class)
                || owner(call, Executors.class)
                || owner(call, ThreadFactory.class)
                || constructs(call, Timer.class)
                || call.getTargetOwner().getName().equals("javax.swing.Timer")
                || name.equals("parallelStream") && owner(call, Collection.class)
                || name.equals("parallel") && owner(call, BaseStream.class)
                || name.startsWith("parallel") && owner(call, Arrays.class)
                || name.endsWith("Async") && owner(call, CompletableFuture.class) && !takes(call, Executor.class);
    }

    private static boolean isUnseeded(JavaCall<?> call) {
        String name = call.getTarget().getName();
        return name.equals("random") && owner(call, Math.class)
                || name.equals("random") && owner(call, StrictMath.class)
                || constructs(call, Random.class)
                || constructs(call, SplittableRandom.class)
                || owner(call, ThreadLocalRandom.class)
                || name.equals("of") && owner(call, RandomGenerator.class)
                || name.equals("getDefault") && owner(call, RandomGenerator.class)
                || name.equals("shuffle") && owner(call, Collections.class)
                || name.equals("randomUUID") && call.getTargetOwner().getName().equals("java.util.UUID");
    }

    private static boolean constructs(JavaCall<?> call, Class<?> type) {
        return call.getTarget().getName().equals("<init>") && owner(call, type);
    }

    private static boolean owner(JavaCall<?> call, Class<?> type) {
        return call.getTargetOwner().isAssignableTo(type);
    }

    private static boolean takes(JavaCall<?> call, Class<?> type) {
        return call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .anyMatch(type.getName()::equals);
    }

    private static DescribedPredicate<JavaCall<?>> described(
            String words, java.util.function.Predicate<JavaCall<?>> predicate) {
        return DescribedPredicate.describe(words, predicate);
    }
}
