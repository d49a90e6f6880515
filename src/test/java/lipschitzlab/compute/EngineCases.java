package lipschitzlab.compute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lipschitzlab.compute.EngineCase.Call;
import lipschitzlab.compute.EngineCase.Input;
import lipschitzlab.compute.EngineCase.Tolerance;

/** The table of calls on which every engine must agree with the reference, with the tolerance of each operation. */
final class EngineCases {
    /** What is no operation: each of these has tests of its own in {@link EngineConformance}. */
    private static final Set<String> NO_OPERATIONS = Set.of(
            "description", "openScope", "keep", "free", "liveArrays", "counts", "close", "of", "read", "readAll");

    /** One correctly rounded step, and half a unit for rounding the reference. */
    private static final Tolerance ROUNDED = Tolerance.ofResult(2.5e-7);
    /** As above, where a constant is first rounded to 32 bits and terms of order one may cancel. */
    private static final Tolerance ROUNDED_CONSTANT = Tolerance.ofResult(2.5e-7, 4);
    /** Two or three of these, one after the other. */
    private static final Tolerance TWICE_ROUNDED = Tolerance.ofResult(7.5e-7);
    /** As above, where terms of order one may cancel. */
    private static final Tolerance MIXED = Tolerance.ofResult(7.5e-7, 4);
    /** A few units in the last place of a library function; below 1e-30 results may be flushed to 0. */
    private static final Tolerance TRANSCENDENTAL = Tolerance.ofResult(2e-6, 1e-30);
    /** As above; near 0 a formula with eˣ cancels, so the error is allowed that a result of 0.01 would have. */
    private static final Tolerance SIGMOIDAL = Tolerance.ofResult(2e-6, 1e-2);
    /** As above; far below 0, ln(1+eˣ) vanishes in the 1, so the error is allowed that a result of 1 would have. */
    private static final Tolerance LOGARITHMIC = Tolerance.ofResult(1e-6, 1);
    /** Sums of up to a few thousand terms, in any order. */
    private static final Tolerance SUMMED = Tolerance.ofTerms(4e-6);
    /** Sums of some hundred thousand terms, where running sums in 32 bits lose a digit or two. */
    private static final Tolerance LONG_SUMMED = Tolerance.ofTerms(5e-5);
    /** Quotients by a norm that is itself a sum. */
    private static final Tolerance NORMALIZED = Tolerance.ofResult(4e-6);
    /** Numbers of order one, from which averages of such were taken. */
    private static final Tolerance NORMALIZED_BATCH = Tolerance.ofResult(1e-5, 1);
    /** Parameters of order one after an update. */
    private static final Tolerance UPDATED = Tolerance.ofResult(1e-5, 1);
    /** Averages of squares: an engine may take 1 − 0.999 in 32 bits, which is off by 5e-5. */
    private static final Tolerance AVERAGED = Tolerance.ofResult(1e-4);

    private static final List<Shape> SHAPES = List.of(
            Shape.of(1),
            Shape.of(7),
            Shape.of(1, 1),
            Shape.of(5, 1),
            Shape.of(1, 6),
            Shape.of(3, 5),
            Shape.of(33, 65),
            Shape.of(2, 3, 4),
            Shape.of(1, 1, 1, 1),
            Shape.of(2, 3, 5, 4),
            Shape.of(3, 1, 7, 7));

    private static final List<ConvolutionGeometry> GEOMETRIES = List.of(
            new ConvolutionGeometry(1, 5, 5, 1, 3, 1, 1),
            new ConvolutionGeometry(3, 8, 6, 4, 3, 1, 1),
            new ConvolutionGeometry(1, 8, 8, 3, 4, 2, 1),
            new ConvolutionGeometry(3, 8, 8, 5, 4, 2, 1),
            new ConvolutionGeometry(3, 7, 7, 2, 4, 2, 1),
            new ConvolutionGeometry(2, 9, 6, 1, 4, 2, 1),
            new ConvolutionGeometry(3, 6, 5, 4, 1, 1, 0),
            new ConvolutionGeometry(2, 4, 4, 3, 4, 1, 0),
            new ConvolutionGeometry(1, 1, 1, 2, 3, 1, 1),
            new ConvolutionGeometry(16, 14, 14, 24, 3, 1, 1),
            new ConvolutionGeometry(16, 14, 14, 24, 4, 2, 1));

    private final List<EngineCase> cases = new ArrayList<>();
    private final RandomStream random = TestStreams.of(20180216, "engine cases");

    private EngineCases() {}

    /** All cases; the same at every call. */
    static List<EngineCase> all() {
        EngineCases table = new EngineCases();
        table.addElementwise();
        table.addExtremes();
        table.addProducts();
        table.addSums();
        table.addChannels();
        table.addLongSums();
        table.addShapes();
        table.addConvolutions();
        table.addBatchNormalization();
        table.addUpdates();
        return List.copyOf(table.cases);
    }

    /** The convolutions that the suite covers: the published networks' 3×3/1 and 4×4/2 on even and odd sizes, and others. */
    static List<ConvolutionGeometry> geometries() {
        return GEOMETRIES;
    }

    /** The names of the operations that an engine interface declares or inherits. */
    static Set<String> operationsOf(Class<? extends Engine> type) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .filter(name -> !NO_OPERATIONS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operations of an engine interface that no case of the table calls when it runs. */
    static Set<String> untestedOperationsOf(Class<? extends Engine> type) {
        Set<String> untested = operationsOf(type);
        untested.removeAll(calledOperations());
        return untested;
    }

    private static Set<String> calledOperations() {
        Set<String> called = new TreeSet<>();
        try (ReferenceEngine reference = new ReferenceEngine()) {
            InvocationHandler recorder = (proxy, method, arguments) -> {
                called.add(method.getName());
                try {
                    return method.invoke(reference, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            };
            Engine recording = (Engine)
                    Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, recorder);
            all().forEach(each -> each.run(recording));
        }
        return called;
    }

    // ------------------------------------------------------------------ element by element

    private void addElementwise() {
        for (Shape shape : shapes()) {
            Input a = gaussian(shape);
            Input b = gaussian(shape);
            Input positive = uniform(shape, 0.05, 5);
            Input awayFromZero = awayFromZero(shape);
            add("full", Tolerance.NONE, List.of(), (e, in) -> e.full(shape, 0.1));
            inPlace("write", List.of(a), Map.of(0, Tolerance.NONE), (e, in) -> e.write(in.get(0), b.numbers()));
            inPlace("copy", List.of(a, b), Map.of(1, Tolerance.NONE), (e, in) -> e.copy(in.get(0), in.get(1)));
            add("add", ROUNDED, List.of(a, b), (e, in) -> e.add(in.get(0), in.get(1)));
            add("subtract", ROUNDED, List.of(a, b), (e, in) -> e.subtract(in.get(0), in.get(1)));
            add("multiply", ROUNDED, List.of(a, b), (e, in) -> e.multiply(in.get(0), in.get(1)));
            add("divide", ROUNDED, List.of(a, awayFromZero), (e, in) -> e.divide(in.get(0), in.get(1)));
            add("scale", ROUNDED_CONSTANT, List.of(a), (e, in) -> e.scale(in.get(0), -0.3));
            add("addScalar", ROUNDED_CONSTANT, List.of(a), (e, in) -> e.addScalar(in.get(0), -0.3));
            add("square", ROUNDED, List.of(a), (e, in) -> e.square(in.get(0)));
            add("sqrt", ROUNDED, List.of(positive), (e, in) -> e.sqrt(in.get(0)));
            add("exp", TRANSCENDENTAL, List.of(a), (e, in) -> e.exp(in.get(0)));
            add("log", TRANSCENDENTAL, List.of(positive), (e, in) -> e.log(in.get(0)));
            add("reciprocal", ROUNDED, List.of(awayFromZero), (e, in) -> e.reciprocal(in.get(0)));
            add("tanh", SIGMOIDAL, List.of(a), (e, in) -> e.tanh(in.get(0)));
            add("sigmoid", TRANSCENDENTAL, List.of(a), (e, in) -> e.sigmoid(in.get(0)));
            add("softplus", LOGARITHMIC, List.of(a), (e, in) -> e.softplus(in.get(0)));
            for (double slope : new double[] {0, 0.1}) {
                add("leakyRelu", ROUNDED_CONSTANT, List.of(a), (e, in) -> e.leakyRelu(in.get(0), slope));
                add(
                        "leakyReluAdjoint",
                        ROUNDED_CONSTANT,
                        List.of(b, a),
                        (e, in) -> e.leakyReluAdjoint(in.get(0), in.get(1), slope));
            }
        }
    }

    /** Where formulas overflow, and where a function is defined by a limit or a convention. */
    private void addExtremes() {
        Input wide = row(-1000, -100, -30, -1e-3f, -0.0f, 0, 1e-3f, 30, 100, 1000);
        add("tanh", SIGMOIDAL, List.of(wide), (e, in) -> e.tanh(in.get(0)));
        add("sigmoid", TRANSCENDENTAL, List.of(wide), (e, in) -> e.sigmoid(in.get(0)));
        add("softplus", LOGARITHMIC, List.of(wide), (e, in) -> e.softplus(in.get(0)));
        add("exp", TRANSCENDENTAL, List.of(wide), (e, in) -> e.exp(in.get(0)));
        Input ones = row(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (double slope : new double[] {0, 0.2}) {
            add("leakyRelu", ROUNDED_CONSTANT, List.of(wide), (e, in) -> e.leakyRelu(in.get(0), slope));
            // A weight that diverged must show.
            add("leakyRelu", Tolerance.NONE, List.of(row(Float.NaN)), (e, in) -> e.leakyRelu(in.get(0), slope));
            add(
                    "leakyReluAdjoint",
                    ROUNDED_CONSTANT,
                    List.of(ones, wide),
                    (e, in) -> e.leakyReluAdjoint(in.get(0), in.get(1), slope));
        }
        add("sqrt", ROUNDED, List.of(row(-1, 0, 1e-12f, 1e12f)), (e, in) -> e.sqrt(in.get(0)));
        add("log", TRANSCENDENTAL, List.of(row(0, 1e-12f, 1, 1e12f)), (e, in) -> e.log(in.get(0)));
        add("reciprocal", ROUNDED, List.of(row(0, 1e-12f, -1e12f)), (e, in) -> e.reciprocal(in.get(0)));
        add("normalize", Tolerance.NONE, List.of(row(0, 0, 0)), (e, in) -> e.normalize(in.get(0)));
        add("normalize", NORMALIZED, List.of(row(3e-14f, -4e-14f)), (e, in) -> e.normalize(in.get(0)));
        add("normalize", NORMALIZED, List.of(row(3e-9f, -4e-9f)), (e, in) -> e.normalize(in.get(0)));
        List<Input> several =
                List.of(gaussian(Shape.of(5, 1)), gaussian(Shape.of(33, 65)), row(3e-14f, -4e-14f), row(7));
        cases.add(new EngineCase(
                "normalizeEach",
                label("normalizeEach", several),
                several,
                NORMALIZED,
                Map.of(),
                Engine::normalizeEach));
        inPlace(
                "clamp",
                List.of(wide),
                Map.of(0, Tolerance.NONE),
                (e, in) -> e.clamp(in, -0.01, Double.POSITIVE_INFINITY));
    }

    // ------------------------------------------------------------------ products

    private void addProducts() {
        List<int[]> sizes = new ArrayList<>(List.of(
                new int[] {1, 1, 1},
                new int[] {1, 7, 1},
                new int[] {5, 1, 3},
                new int[] {3, 5, 1},
                new int[] {1, 4, 6},
                new int[] {65, 33, 17},
                new int[] {256, 128, 96}));
        for (int i = 0; i < 4; i++) {
            sizes.add(new int[] {size(9), size(9), size(9)});
        }
        for (int[] size : sizes) {
            addMatmuls(size[0], size[1], size[2]);
            add(
                    "dense",
                    SUMMED,
                    List.of(
                            gaussian(Shape.of(size[0], size[1])),
                            gaussian(Shape.of(size[1], size[2])),
                            gaussian(Shape.of(size[2]))),
                    (e, in) -> e.dense(in.get(0), in.get(1), in.get(2)));
        }
        for (Shape shape : shapes()) {
            Input x = gaussian(shape);
            add("dot", SUMMED, List.of(x, gaussian(shape)), (e, in) -> e.dot(in.get(0), in.get(1)));
            add("multiplyScalar", ROUNDED, List.of(x, row(-1.7f)), (e, in) -> e.multiplyScalar(in.get(0), in.get(1)));
            add(
                    "multiplyScalar",
                    ROUNDED,
                    List.of(x, gaussian(Shape.of(1, 1))),
                    (e, in) -> e.multiplyScalar(in.get(0), in.get(1)));
            add("normalize", NORMALIZED, List.of(x), (e, in) -> e.normalize(in.get(0)));
            add("squaredNorm", SUMMED, List.of(x), (e, in) -> e.squaredNorm(in.get(0)));
            add(
                    "multiplyScalarScaled",
                    TWICE_ROUNDED,
                    List.of(x, row(-1.7f)),
                    (e, in) -> e.multiplyScalarScaled(in.get(0), in.get(1), 0.7));
            add("divideScalar", TWICE_ROUNDED, List.of(x, row(-1.7f)), (e, in) -> e.divideScalar(in.get(0), in.get(1)));
            List<Input> adjoint = List.of(gaussian(shape), x, row(-1.7f));
            cases.add(new EngineCase(
                    "divideScalarAdjoints",
                    label("divideScalarAdjoints", adjoint),
                    adjoint,
                    SUMMED,
                    Map.of(),
                    (e, in) -> e.divideScalarAdjoints(in.get(0), in.get(1), in.get(2))));
            Input positive = uniform(shape, 0.1, 2);
            add(
                    "multiplyScaled",
                    TWICE_ROUNDED,
                    List.of(x, positive),
                    (e, in) -> e.multiplyScaled(in.get(0), in.get(1), -3));
            add(
                    "divideScaled",
                    TWICE_ROUNDED,
                    List.of(x, positive),
                    (e, in) -> e.divideScaled(in.get(0), in.get(1), 0.7));
            add(
                    "interpolate",
                    MIXED,
                    List.of(x, gaussian(shape), uniform(Shape.of(shape.size(0)), 0, 1)),
                    (e, in) -> e.interpolate(in.get(0), in.get(1), in.get(2)));
        }
        List<Input> terms = List.of(
                gaussian(Shape.of(3, 5)), gaussian(Shape.of(7)), gaussian(Shape.of(3, 5)), gaussian(Shape.of(7)));
        cases.add(new EngineCase(
                "addEach",
                label("addEach", terms),
                terms,
                ROUNDED,
                Map.of(),
                (e, in) -> e.addEach(in.subList(0, 2), in.subList(2, 4))));
    }

    private void addMatmuls(int n, int k, int m) {
        for (boolean transposeA : new boolean[] {false, true}) {
            for (boolean transposeB : new boolean[] {false, true}) {
                Input a = gaussian(transposeA ? Shape.of(k, n) : Shape.of(n, k));
                Input b = gaussian(transposeB ? Shape.of(m, k) : Shape.of(k, m));
                add("matmul", SUMMED, List.of(a, b), (e, in) -> e.matmul(in.get(0), transposeA, in.get(1), transposeB));
                // A product's result, which some libraries lay out by columns, must serve every operation after it.
                add(
                        "matmul then reshape",
                        SUMMED,
                        List.of(a, b),
                        (e, in) -> e.reshape(e.matmul(in.get(0), transposeA, in.get(1), transposeB), Shape.of(n * m)));
            }
        }
    }

    // ------------------------------------------------------------------ sums and their adjoints

    private void addSums() {
        for (Shape shape : shapes()) {
            Input x = gaussian(shape);
            add("sum", SUMMED, List.of(x), (e, in) -> e.sum(in.get(0)));
            add("mean", SUMMED, List.of(x), (e, in) -> e.mean(in.get(0), 1));
            add("mean", SUMMED, List.of(x), (e, in) -> e.mean(in.get(0), -2.5));
            add("spread", TWICE_ROUNDED, List.of(row(0.7f)), (e, in) -> e.spread(in.get(0), -2.5, shape));
            add("constant", Tolerance.NONE, List.of(), (e, in) -> e.constant(shape, 0.25));
            add("broadcast", Tolerance.NONE, List.of(row(0.7f)), (e, in) -> e.broadcast(in.get(0), shape));
            add("rowSum", SUMMED, List.of(x), (e, in) -> e.rowSum(in.get(0)));
            add(
                    "broadcastRows",
                    Tolerance.NONE,
                    List.of(gaussian(Shape.of(shape.size(0)))),
                    (e, in) -> e.broadcastRows(in.get(0), shape));
        }
    }

    /** As long as a convolution's output over a batch. */
    private void addLongSums() {
        Input x = uniform(Shape.of(8, 32, 28, 28), 0, 1);
        Input weights = uniform(x.shape(), 0, 1);
        add("sum", LONG_SUMMED, List.of(x), (e, in) -> e.sum(in.get(0)));
        add("dot", LONG_SUMMED, List.of(x, weights), (e, in) -> e.dot(in.get(0), in.get(1)));
        add("rowSum", LONG_SUMMED, List.of(x), (e, in) -> e.rowSum(in.get(0)));
        add("channelSum", LONG_SUMMED, List.of(x), (e, in) -> e.channelSum(in.get(0)));
        add("normalize", LONG_SUMMED, List.of(x), (e, in) -> e.normalize(in.get(0)));
    }

    private void addChannels() {
        for (Shape shape : shapes()) {
            if (shape.rank() == 2 || shape.rank() == 4) {
                Input x = gaussian(shape);
                Input v = gaussian(Shape.of(shape.size(1)));
                add("channelSum", SUMMED, List.of(x), (e, in) -> e.channelSum(in.get(0)));
                add("broadcastChannels", Tolerance.NONE, List.of(v), (e, in) -> e.broadcastChannels(in.get(0), shape));
                add("addChannels", ROUNDED, List.of(x, v), (e, in) -> e.addChannels(in.get(0), in.get(1)));
                add("multiplyChannels", ROUNDED, List.of(x, v), (e, in) -> e.multiplyChannels(in.get(0), in.get(1)));
            }
        }
    }

    // ------------------------------------------------------------------ shapes

    private void addShapes() {
        for (Shape shape : shapes()) {
            Input x = gaussian(shape);
            int rows = shape.size(0);
            add("reshape", Tolerance.NONE, List.of(x), (e, in) -> e.reshape(in.get(0), Shape.of(shape.length())));
            add(
                    "reshape",
                    Tolerance.NONE,
                    List.of(x),
                    (e, in) -> e.reshape(in.get(0), Shape.of(shape.rowLength(), rows)));
            add("concatRows", Tolerance.NONE, List.of(x), (e, in) -> e.concatRows(in));
            add(
                    "concatRows",
                    Tolerance.NONE,
                    List.of(x, gaussian(shape.withRows(size(4))), gaussian(shape)),
                    (e, in) -> e.concatRows(in));
            add("sliceRows", Tolerance.NONE, List.of(x), (e, in) -> e.sliceRows(in.get(0), 0, rows));
            add("sliceRows", Tolerance.NONE, List.of(x), (e, in) -> e.sliceRows(in.get(0), rows - 1, 1));
            add(
                    "sliceRows then square",
                    ROUNDED,
                    List.of(x),
                    (e, in) -> e.square(e.sliceRows(in.get(0), rows / 3, 1 + rows / 2)));
            add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 0, 0));
            add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 2, 0));
            add("padRows", Tolerance.NONE, List.of(x), (e, in) -> e.padRows(in.get(0), 1, 3));
        }
    }

    // ------------------------------------------------------------------ convolutions

    private void addConvolutions() {
        for (ConvolutionGeometry g : GEOMETRIES) {
            for (int batch : new int[] {1, 3}) {
                Input x = gaussian(g.inputShape(batch));
                Input y = gaussian(g.outputShape(batch));
                Input weight = gaussian(g.weightShape());
                add("conv2d", SUMMED, List.of(x, weight), (e, in) -> e.conv2d(in.get(0), in.get(1), g));
                Input bias = gaussian(Shape.of(g.outputChannels()));
                add(
                        "conv2dWithBias",
                        SUMMED,
                        List.of(x, weight, bias),
                        (e, in) -> e.conv2dWithBias(in.get(0), in.get(1), in.get(2), g));
                add("conv2dInput", SUMMED, List.of(y, weight), (e, in) -> e.conv2dInput(in.get(0), in.get(1), g));
                add("conv2dWeight", SUMMED, List.of(x, y), (e, in) -> e.conv2dWeight(in.get(0), in.get(1), g));
                cases.add(new EngineCase(
                        "conv2dAdjoints",
                        label("conv2dAdjoints", List.of(x, weight, y)),
                        List.of(x, weight, y),
                        SUMMED,
                        Map.of(),
                        (e, in) -> e.conv2dAdjoints(in.get(0), in.get(1), in.get(2), g)));
            }
        }
    }

    // ------------------------------------------------------------------ normalization

    private void addBatchNormalization() {
        for (Shape shape : List.of(
                Shape.of(7, 3), Shape.of(64, 1), Shape.of(2, 4, 2, 1), Shape.of(3, 2, 5, 4), Shape.of(8, 17, 7, 7))) {
            Input x = gaussian(shape);
            Input gain = gaussian(Shape.of(shape.size(1)));
            Input shift = gaussian(Shape.of(shape.size(1)));
            Input g = gaussian(shape);
            for (double epsilon : new double[] {1e-5, 0.3}) {
                add(
                        "batchNormalize",
                        NORMALIZED_BATCH,
                        List.of(x, gain, shift),
                        (e, in) -> e.batchNormalize(in.get(0), in.get(1), in.get(2), epsilon));
                cases.add(new EngineCase(
                        "batchNormalizeAdjoints",
                        label("batchNormalizeAdjoints", List.of(x, gain, g)),
                        List.of(x, gain, g),
                        NORMALIZED_BATCH,
                        Map.of(),
                        (e, in) -> e.batchNormalizeAdjoints(in.get(0), in.get(1), epsilon, in.get(2))));
                if (shape.rowLength() > 1) {
                    add("normalizeRows", NORMALIZED_BATCH, List.of(x), (e, in) -> e.normalizeRows(in.get(0), epsilon));
                    add(
                            "normalizeRowsAdjoint",
                            NORMALIZED_BATCH,
                            List.of(x, g),
                            (e, in) -> e.normalizeRowsAdjoint(in.get(0), epsilon, in.get(1)));
                }
            }
        }
    }

    // ------------------------------------------------------------------ updates in place

    private void addUpdates() {
        for (Shape shape : shapes()) {
            Input parameter = gaussian(shape);
            Input gradient = gaussian(shape);
            inPlace(
                    "sgd",
                    List.of(parameter, gradient),
                    Map.of(0, UPDATED),
                    (e, in) -> e.sgd(in.subList(0, 1), in.subList(1, 2), 0.03));
            inPlace("clamp", List.of(parameter), Map.of(0, Tolerance.NONE), (e, in) -> e.clamp(in, -0.01, 0.3));
            // The large epsilons tell the published formulas from those that put epsilon elsewhere.
            addAdam(parameter, gradient, zeros(shape), zeros(shape), 0.5, 0.9, 1e-8, 1);
            addAdam(parameter, gradient, zeros(shape), zeros(shape), 0, 0.9, 1e-2, 1);
            addAdam(parameter, gradient, gaussian(shape), uniform(shape, 0.1, 2), 0.9, 0.999, 1e-8, 12);
            addAdam(parameter, gradient, gaussian(shape), uniform(shape, 0.1, 2), 0.5, 0.999, 0.5, 3);
            addAdam(parameter, gradient, gaussian(shape), uniform(shape, 0.1, 2), 0, 0.9, 1e-8, 100_000);
            addRmsProp(parameter, gradient, zeros(shape), 0.99, 1e-8);
            addRmsProp(parameter, gradient, uniform(shape, 0.1, 2), 0.9, 0.5);
        }
        addUpdatesOfSeveral();
    }

    /** Parameters of unequal shapes in one call, each with what is its own. */
    private void addUpdatesOfSeveral() {
        List<Input> two = List.of(gaussian(Shape.of(3, 5)), gaussian(Shape.of(7)));
        List<Input> inputs = new ArrayList<>(two);
        inputs.addAll(List.of(gaussian(Shape.of(3, 5)), gaussian(Shape.of(7))));
        inputs.addAll(List.of(gaussian(Shape.of(3, 5)), gaussian(Shape.of(7))));
        inputs.addAll(List.of(uniform(Shape.of(3, 5), 0.1, 2), uniform(Shape.of(7), 0.1, 2)));
        Map<Integer, Tolerance> averages =
                Map.of(0, UPDATED, 1, UPDATED, 4, UPDATED, 5, UPDATED, 6, AVERAGED, 7, AVERAGED);
        inPlace(
                "sgd",
                inputs.subList(0, 4),
                Map.of(0, UPDATED, 1, UPDATED),
                (e, in) -> e.sgd(in.subList(0, 2), in.subList(2, 4), 0.03));
        inPlace("clamp", two, Map.of(0, Tolerance.NONE, 1, Tolerance.NONE), (e, in) -> e.clamp(in, -0.01, 0.3));
        inPlace(
                "adam",
                inputs,
                averages,
                (e, in) -> e.adam(
                        in.subList(0, 2),
                        in.subList(2, 4),
                        in.subList(4, 6),
                        in.subList(6, 8),
                        0.05,
                        0.5,
                        0.9,
                        1e-8,
                        3));
        List<Input> squares = new ArrayList<>(inputs.subList(0, 4));
        squares.addAll(inputs.subList(6, 8));
        inPlace(
                "rmsProp",
                squares,
                Map.of(0, UPDATED, 1, UPDATED, 4, AVERAGED, 5, AVERAGED),
                (e, in) -> e.rmsProp(in.subList(0, 2), in.subList(2, 4), in.subList(4, 6), 0.05, 0.9, 1e-8));
    }

    private void addAdam(
            Input parameter,
            Input gradient,
            Input firstMoment,
            Input secondMoment,
            double beta1,
            double beta2,
            double epsilon,
            int iteration) {
        inPlace(
                "adam",
                List.of(parameter, gradient, firstMoment, secondMoment),
                Map.of(0, UPDATED, 2, UPDATED, 3, AVERAGED),
                (e, in) -> e.adam(
                        in.subList(0, 1),
                        in.subList(1, 2),
                        in.subList(2, 3),
                        in.subList(3, 4),
                        0.05,
                        beta1,
                        beta2,
                        epsilon,
                        iteration));
    }

    private void addRmsProp(Input parameter, Input gradient, Input meanSquare, double decay, double epsilon) {
        inPlace(
                "rmsProp",
                List.of(parameter, gradient, meanSquare),
                Map.of(0, UPDATED, 2, AVERAGED),
                (e, in) -> e.rmsProp(in.subList(0, 1), in.subList(1, 2), in.subList(2, 3), 0.05, decay, epsilon));
    }

    // ------------------------------------------------------------------ making cases

    private interface InPlace {
        void on(Engine engine, List<Array> inputs);
    }

    private void add(
            String operation, Tolerance tolerance, List<Input> inputs, BiFunction<Engine, List<Array>, Array> call) {
        Call returning = (engine, arrays) -> List.of(call.apply(engine, arrays));
        cases.add(new EngineCase(operation, label(operation, inputs), inputs, tolerance, Map.of(), returning));
    }

    private void inPlace(String operation, List<Input> inputs, Map<Integer, Tolerance> changed, InPlace call) {
        Call returning = (engine, arrays) -> {
            call.on(engine, arrays);
            return List.of();
        };
        cases.add(new EngineCase(operation, label(operation, inputs), inputs, Tolerance.NONE, changed, returning));
    }

    private String label(String operation, List<Input> inputs) {
        String of = inputs.stream().map(input -> input.shape().toString()).collect(Collectors.joining(" and "));
        return "%s of %s (case %d)".formatted(operation, of.isEmpty() ? "nothing" : of, cases.size());
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(SHAPES);
        shapes.add(Shape.of(size(9), size(9)));
        shapes.add(Shape.of(size(6), size(6), size(6), size(6)));
        return shapes;
    }

    private int size(int largest) {
        return 1 + random.below(largest);
    }

    private static Input row(float... numbers) {
        return new Input(numbers, Shape.of(numbers.length));
    }

    private static Input zeros(Shape shape) {
        return new Input(new float[shape.length()], shape);
    }

    private Input gaussian(Shape shape) {
        return new Input(random.gaussians(shape.length()), shape);
    }

    private Input uniform(Shape shape, double low, double high) {
        return new Input(random.uniforms(shape.length(), low, high), shape);
    }

    private Input awayFromZero(Shape shape) {
        float[] numbers = random.gaussians(shape.length());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += Math.copySign(0.1f, numbers[i]);
        }
        return new Input(numbers, shape);
    }
}
