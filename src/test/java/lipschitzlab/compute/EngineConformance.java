package lipschitzlab.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.compute.WrongCalls.WrongCall;
import lipschitzlab.compute.conformance.EngineCase;
import lipschitzlab.compute.conformance.EngineCase.Outcome;
import lipschitzlab.compute.conformance.EngineCases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Engine} must do. A subclass per engine says how to make one. */
public abstract class EngineConformance {
    private static final Shape SHAPE = Shape.of(3, 4);
    private static final int STEPS = 500;
    private static final int THREADS = 4;

    /** A new engine; the suite closes it. */
    protected abstract Engine engine();

    // ------------------------------------------------------------------ numbers

    @TestFactory
    Stream<DynamicTest> everyOperationAgreesWithTheReferenceAndLeavesItsInputsAsTheyAre() {
        Map<String, List<EngineCase>> byOperation =
                EngineCases.all().stream().collect(Collectors.groupingBy(EngineCase::operation));
        return byOperation.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(), () -> {
                    try (Engine engine = engine()) {
                        assertAll(operation.getValue().stream()
                                .map(each -> () ->
                                        assertThat(each.disagreement(engine)).isEmpty()));
                    }
                }));
    }

    @Test
    void everyOperationThatEngineDeclaresIsCalledByACase() {
        assertThat(CalledOperations.untestedOperationsOf(Engine.class)).isEmpty();
    }

    @Test
    void anOperationThatNobodyTestsIsFound() {
        interface WithCube extends Engine {
            @SuppressWarnings("unused")
            Array cube(Array x);
        }

        assertThat(CalledOperations.untestedOperationsOf(WithCube.class)).containsExactly("cube");
    }

    @Test
    void numbersComeBackAsTheyWereGiven() {
        try (Engine engine = engine()) {
            float[] numbers = {1, -0.1f, 3e-30f, 3e30f, 0, Float.NEGATIVE_INFINITY};
            Array array = engine.of(numbers, Shape.of(2, 1, 3));
            float[] given = numbers.clone();
            numbers[0] = 99;

            assertThat(array.shape()).isEqualTo(Shape.of(2, 1, 3));
            assertThat(engine.read(array)).containsExactly(given);
            engine.read(array)[0] = 99;
            assertThat(engine.read(array)).containsExactly(given);
        }
    }

    @Test
    void anEngineDescribesItself() {
        try (Engine engine = engine()) {
            assertThat(engine.description()).isNotBlank();
        }
    }

    @TestFactory
    Stream<DynamicTest> theConvolutionAndItsAdjointsGiveOneInnerProduct() {
        return EngineCases.geometries().stream()
                .map(geometry -> DynamicTest.dynamicTest(geometry.toString(), () -> checkAdjoints(geometry)));
    }

    /** ⟨conv(x, w), y⟩ = ⟨x, conv2dInput(y, w)⟩ = ⟨w, conv2dWeight(x, y)⟩. */
    private void checkAdjoints(ConvolutionGeometry geometry) {
        RandomStream random = TestStreams.of(7, "adjoints", geometry.inputHeight(), geometry.kernel());
        try (Engine engine = engine()) {
            Array x = gaussian(engine, random, geometry.inputShape(2));
            Array y = gaussian(engine, random, geometry.outputShape(2));
            Array weight = gaussian(engine, random, geometry.weightShape());
            Array output = engine.conv2d(x, weight, geometry);
            double norms = norm(engine.read(output)) * norm(engine.read(y));

            double ofOutput = dot(engine.read(output), engine.read(y));
            double ofInput = dot(engine.read(x), engine.read(engine.conv2dInput(y, weight, geometry)));
            double ofWeight = dot(engine.read(weight), engine.read(engine.conv2dWeight(x, y, geometry)));
            assertThat(ofInput).isCloseTo(ofOutput, within(2e-6 * norms));
            assertThat(ofWeight).isCloseTo(ofOutput, within(2e-6 * norms));
        }
    }

    // ------------------------------------------------------------------ refusals

    @TestFactory
    Stream<DynamicTest> unfittingShapesAreRefusedWithWhatWasExpectedAndFound() {
        return WrongCalls.all().stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.operation() + " of " + wrong.mistake(), () -> {
                    try (Engine engine = engine()) {
                        assertThatThrownBy(() -> wrong.call().on(engine))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("expected")
                                .hasMessageContaining("found");
                    }
                }));
    }

    @Test
    void everyOperationThatTakesTwoArraysOrAnArrayAndAShapeHasAWrongCall() {
        Set<String> refusing =
                WrongCalls.all().stream().map(WrongCall::operation).collect(Collectors.toSet());
        Set<String> missing = Arrays.stream(Engine.class.getMethods())
                .filter(EngineConformance::canBeCalledWithUnfittingShapes)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(refusing);

        assertThat(missing).isEmpty();
    }

    /** What takes a list of arrays and nothing that these could fail to fit. */
    private static final Set<String> ANY_ARRAYS = Set.of("clamp", "normalizeEach", "readAll");

    private static boolean canBeCalledWithUnfittingShapes(Method method) {
        Set<Class<?>> sized = Set.of(Array.class, Shape.class, float[].class, ConvolutionGeometry.class);
        long number = Arrays.stream(method.getParameters())
                .map(Parameter::getType)
                .filter(sized::contains)
                .count();
        return number > 1
                || Arrays.asList(method.getParameterTypes()).contains(List.class)
                        && !ANY_ARRAYS.contains(method.getName());
    }

    @Test
    @SuppressWarnings("try")
    void aRefusedCallLeavesNothingBehind() {
        try (Engine engine = engine()) {
            for (WrongCall wrong : WrongCalls.all()) {
                try (Scope scope = engine.openScope()) {
                    assertThatThrownBy(() -> wrong.call().on(engine)).isInstanceOf(IllegalArgumentException.class);
                }
                assertThat(engine.liveArrays()).as(wrong.operation()).isZero();
            }
        }
    }

    // ------------------------------------------------------------------ lifetime

    @Test
    @SuppressWarnings("try")
    void aScopeFreesWhatWasMadeInItAndNothingElse() {
        try (Engine engine = engine()) {
            Array before = engine.full(SHAPE, 2);
            try (Scope outer = engine.openScope()) {
                Array temporary = engine.square(before);
                int inOuter = engine.liveArrays();
                try (Scope inner = engine.openScope()) {
                    engine.add(temporary, before);
                    assertThat(engine.liveArrays()).isGreaterThan(inOuter);
                }
                assertThat(engine.liveArrays()).isEqualTo(inOuter);
                assertThat(engine.read(temporary)).containsOnly(4);
            }
            assertThat(engine.liveArrays()).isEqualTo(1);
            assertThat(engine.read(before)).containsOnly(2);
        }
    }

    @Test
    @SuppressWarnings("try")
    void aKeptArraySurvivesEveryScopeAroundItUntilItIsFreed() {
        try (Engine engine = engine()) {
            Array kept;
            try (Scope outer = engine.openScope()) {
                try (Scope inner = engine.openScope()) {
                    kept = engine.keep(engine.square(engine.full(SHAPE, 3)));
                }
            }
            assertThat(engine.liveArrays()).isEqualTo(1);
            assertThat(engine.read(kept)).containsOnly(9);
            engine.free(kept);
            assertThat(engine.liveArrays()).isZero();
        }
    }

    @Test
    @SuppressWarnings("try")
    void aKeptArrayOwnsItsNumbersEvenIfItWasMadeByReshapingOrSlicing() {
        try (Engine engine = engine()) {
            Array source = engine.full(SHAPE, 1);
            Array reshaped;
            Array sliced;
            Array joined;
            try (Scope scope = engine.openScope()) {
                Array temporary = engine.addScalar(source, 1);
                reshaped = engine.keep(engine.reshape(temporary, Shape.of(12)));
                sliced = engine.keep(engine.sliceRows(source, 1, 2));
                joined = engine.keep(engine.concatRows(List.of(source)));
            }
            engine.write(source, new float[12]);
            churn(engine);

            assertThat(engine.read(reshaped)).containsOnly(2);
            assertThat(engine.read(sliced)).containsOnly(1);
            assertThat(engine.read(joined)).containsOnly(1);
            assertThat(engine.liveArrays()).isEqualTo(4);
        }
    }

    /** Reshaping and slicing may show their input's numbers until they are kept; everything else has numbers of its own. */
    @Test
    @SuppressWarnings("try")
    void aResultDoesNotFollowLaterChangesOfItsInputs() {
        try (Engine engine = engine();
                Scope scope = engine.openScope()) {
            Array source = engine.full(SHAPE, 1);
            List<Array> results = List.of(
                    engine.padRows(source, 0, 0),
                    engine.concatRows(List.of(source)),
                    engine.scale(source, 1),
                    engine.addScalar(source, 0),
                    engine.multiplyScalar(source, engine.full(Shape.of(1), 1)));
            engine.write(source, new float[12]);

            for (Array result : results) {
                assertThat(engine.read(result)).containsOnly(1);
            }
        }
    }

    @Test
    @SuppressWarnings("try")
    void aChangeInPlaceInsideAScopeOutlivesIt() {
        try (Engine engine = engine()) {
            Array parameter = engine.full(SHAPE, 1);
            try (Scope scope = engine.openScope()) {
                engine.sgd(List.of(parameter), List.of(engine.full(SHAPE, 4)), 0.5);
            }
            assertThat(engine.read(parameter)).containsOnly(-1);
            assertThat(engine.liveArrays()).isEqualTo(1);
        }
    }

    @Test
    void outsideOfAnyScopeAnOperationLeavesItsResultAndNoTemporaries() {
        try (Engine engine = engine()) {
            assertAll(EngineCases.all().stream().map(each -> () -> {
                List<Array> inputs = each.inputsOn(engine);
                int before = engine.liveArrays();
                int calls = each.operation().contains(" then ") ? 2 : 1;
                int results = each.call().on(engine, inputs).size();
                assertThat(engine.liveArrays() - before)
                        .as("arrays left by %s", each.label())
                        .isBetween(0, results * calls);
            }));
        }
    }

    @Test
    void severalArraysAreReadAsEachAlone() {
        try (Engine engine = engine()) {
            Array matrix = engine.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
            List<float[]> numbers =
                    engine.readAll(List.of(matrix, engine.full(Shape.of(1), 7), engine.sliceRows(matrix, 1, 1)));

            assertThat(numbers).hasSize(3);
            assertThat(numbers.get(0)).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(numbers.get(1)).containsExactly(7);
            assertThat(numbers.get(2)).containsExactly(4, 5, 6);
        }
    }

    /** Whoever made an engine closes it, and so does the lane that was given it. */
    @Test
    void closingAnEngineTwiceIsClosingItOnce() {
        Engine engine = engine();
        ConvolutionGeometry geometry = new ConvolutionGeometry(3, 8, 8, 4, 3, 1, 1);
        engine.conv2d(engine.full(geometry.inputShape(2), 1), engine.full(geometry.weightShape(), 1), geometry);
        engine.close();

        engine.close();

        assertThat(engine.liveArrays()).isZero();
    }

    @Test
    void closingAnEngineFreesEverything() {
        Engine engine = engine();
        engine.openScope();
        engine.keep(engine.full(SHAPE, 1));
        engine.full(SHAPE, 2);
        engine.close();

        assertThat(engine.liveArrays()).isZero();
    }

    @Test
    @SuppressWarnings("try")
    void liveArraysStayFlatOverFiveHundredSteps() {
        try (Engine engine = engine()) {
            RandomStream random = TestStreams.of(3, "steps");
            Array weight = gaussian(engine, random, Shape.of(4, 4));
            Array first = engine.full(Shape.of(4, 4), 0);
            Array second = engine.full(Shape.of(4, 4), 0);
            Array left = engine.full(Shape.of(4, 1), 1);
            Array marker = engine.full(SHAPE, 42);
            int live = engine.liveArrays();
            for (int step = 1; step <= STEPS; step++) {
                try (Scope scope = engine.openScope()) {
                    Array x = gaussian(engine, random, SHAPE);
                    Array hidden = engine.tanh(engine.matmul(x, false, weight, false));
                    Array gradient = engine.matmul(x, true, engine.reshape(hidden, SHAPE), false);
                    engine.adam(
                            List.of(weight),
                            List.of(gradient),
                            List.of(first),
                            List.of(second),
                            1e-3,
                            0.5,
                            0.9,
                            1e-8,
                            step);
                    Array next = engine.keep(engine.normalize(engine.matmul(weight, true, left, false)));
                    engine.free(left);
                    left = next;
                }
                assertThat(engine.liveArrays()).as("after step %d", step).isEqualTo(live);
            }
            assertThat(engine.read(marker)).containsOnly(42);
            assertThat(norm(engine.read(left))).isCloseTo(1, within(1e-5));
        }
    }

    /** Makes and frees arrays, so that freed memory is used again. */
    @SuppressWarnings("try")
    private static void churn(Engine engine) {
        for (int i = 0; i < 20; i++) {
            try (Scope scope = engine.openScope()) {
                engine.square(engine.full(SHAPE, 77));
            }
        }
    }

    // ------------------------------------------------------------------ determinism

    @Test
    void repeatingEveryCaseGivesTheSameBits() {
        List<Outcome> once = outcomes();

        expectSameBits(outcomes(), once);
        try (Engine engine = engine()) {
            outcomesOn(engine);
            expectSameBits(outcomesOn(engine), once);
        }
    }

    @Test
    void fourEnginesInFourThreadsGiveTheBitsOfOneAlone() throws Exception {
        List<Outcome> alone = outcomes();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(THREADS);
        try {
            List<Future<List<Outcome>>> together = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                together.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return outcomes();
                }));
            }
            for (Future<List<Outcome>> each : together) {
                expectSameBits(each.get(), alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @SuppressWarnings("try")
    void aThreadsFirstCallsGiveTheSameBitsOutsideOfAScopeAsInside() throws Exception {
        ConvolutionGeometry geometry = new ConvolutionGeometry(16, 28, 28, 32, 3, 1, 1);
        float[] inside = onAThreadOfItsOwn(() -> {
            try (Engine engine = engine();
                    Scope scope = engine.openScope()) {
                return sumOfSquaredOutputs(engine, geometry);
            }
        });
        float[] outside = onAThreadOfItsOwn(() -> {
            try (Engine engine = engine()) {
                return sumOfSquaredOutputs(engine, geometry);
            }
        });

        assertThat(outside).containsExactly(inside);
    }

    private static float[] sumOfSquaredOutputs(Engine engine, ConvolutionGeometry geometry) {
        RandomStream random = TestStreams.of(5, "thread");
        Array x = gaussian(engine, random, geometry.inputShape(8));
        Array weight = gaussian(engine, random, geometry.weightShape());
        Array output = engine.conv2d(x, weight, geometry);
        return engine.read(engine.concatRows(
                List.of(engine.sum(output), engine.dot(output, output), engine.channelSum(engine.tanh(output)))));
    }

    private static float[] onAThreadOfItsOwn(Callable<float[]> task) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(task).get();
        } finally {
            thread.shutdownNow();
        }
    }

    private List<Outcome> outcomes() {
        try (Engine engine = engine()) {
            return outcomesOn(engine);
        }
    }

    private static List<Outcome> outcomesOn(Engine engine) {
        return EngineCases.all().stream().map(each -> each.run(engine)).toList();
    }

    private static void expectSameBits(List<Outcome> found, List<Outcome> expected) {
        List<EngineCase> cases = EngineCases.all();
        for (int i = 0; i < cases.size(); i++) {
            String label = cases.get(i).label();
            assertThat(sameBits(found.get(i).results(), expected.get(i).results()))
                    .as("%s gives the same bits", label)
                    .isTrue();
            assertThat(sameBits(found.get(i).inputs(), expected.get(i).inputs()))
                    .as("%s leaves the same bits in its inputs", label)
                    .isTrue();
        }
    }

    private static boolean sameBits(List<float[]> a, List<float[]> b) {
        return Arrays.deepEquals(a.toArray(), b.toArray());
    }

    // ------------------------------------------------------------------ helpers

    private static Array gaussian(Engine engine, RandomStream random, Shape shape) {
        return engine.of(random.gaussians(shape.length()), shape);
    }

    private static double norm(float[] numbers) {
        return Math.sqrt(dot(numbers, numbers));
    }

    private static double dot(float[] a, float[] b) {
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            total += (double) a[i] * b[i];
        }
        return total;
    }
}
