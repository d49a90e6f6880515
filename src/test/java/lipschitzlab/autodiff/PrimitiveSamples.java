package lipschitzlab.autodiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.autodiff.GradientCheck.Point;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;

/** The table of primitives with inputs to check them at, held against the primitives that the package has. */
final class PrimitiveSamples {
    private PrimitiveSamples() {}

    /** A primitive, and inputs within its domain. */
    record Sample(Primitive primitive, List<Point> inputs) {
        private static Sample of(Primitive primitive, Point... inputs) {
            return new Sample(primitive, List.of(inputs));
        }
    }

    /** A sample of random shapes and numbers for each factory method, such as {@code "Elementwise.add"}. */
    static Map<String, Function<Draw, Sample>> table() {
        Map<String, Function<Draw, Sample>> table = new TreeMap<>();
        addElementwise(table);
        addProducts(table);
        addSums(table);
        addShapes(table);
        addConvolutions(table);
        addNormalizations(table);
        return table;
    }

    private static void addElementwise(Map<String, Function<Draw, Sample>> table) {
        table.put("Elementwise.add", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.add(), d.gaussian(shape), d.gaussian(shape));
        });
        table.put("Elementwise.subtract", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.subtract(), d.gaussian(shape), d.gaussian(shape));
        });
        table.put("Elementwise.multiply", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.multiply(), d.gaussian(shape), d.gaussian(shape));
        });
        table.put("Elementwise.divide", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.divide(), d.gaussian(shape), d.positive(shape));
        });
        table.put("Elementwise.multiplyScaled", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.multiplyScaled(d.number()), d.gaussian(shape), d.gaussian(shape));
        });
        table.put("Elementwise.divideScaled", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.divideScaled(d.number()), d.gaussian(shape), d.positive(shape));
        });
        table.put("Elementwise.scale", d -> Sample.of(Elementwise.scale(d.number()), d.gaussian(d.shape())));
        table.put("Elementwise.addScalar", d -> Sample.of(Elementwise.addScalar(d.number()), d.gaussian(d.shape())));
        table.put("Elementwise.square", d -> Sample.of(Elementwise.square(), d.gaussian(d.shape())));
        table.put("Elementwise.sqrt", d -> Sample.of(Elementwise.sqrt(), d.positive(d.shape())));
        table.put("Elementwise.exp", d -> Sample.of(Elementwise.exp(), d.gaussian(d.shape())));
        table.put("Elementwise.log", d -> Sample.of(Elementwise.log(), d.positive(d.shape())));
        table.put("Elementwise.reciprocal", d -> Sample.of(Elementwise.reciprocal(), d.positive(d.shape())));
        table.put("Elementwise.tanh", d -> Sample.of(Elementwise.tanh(), d.gaussian(d.shape())));
        table.put("Elementwise.sigmoid", d -> Sample.of(Elementwise.sigmoid(), d.gaussian(d.shape())));
        table.put(
                "Elementwise.leakyRelu", d -> Sample.of(Elementwise.leakyRelu(d.number()), d.awayFromZero(d.shape())));
        table.put("Elementwise.leakyReluAdjoint", d -> {
            Shape shape = d.shape();
            return Sample.of(Elementwise.leakyReluAdjoint(d.number()), d.gaussian(shape), d.awayFromZero(shape));
        });
        table.put("Elementwise.softplus", d -> Sample.of(Elementwise.softplus(), d.gaussian(d.shape())));
    }

    private static void addProducts(Map<String, Function<Draw, Sample>> table) {
        table.put("Products.matmul", d -> {
            boolean transposeA = d.coin();
            boolean transposeB = d.coin();
            int n = d.size();
            int k = d.size();
            int m = d.size();
            return Sample.of(
                    Products.matmul(transposeA, transposeB),
                    d.gaussian(transposeA ? Shape.of(k, n) : Shape.of(n, k)),
                    d.gaussian(transposeB ? Shape.of(m, k) : Shape.of(k, m)));
        });
        table.put("Products.dense", d -> {
            int in = d.size();
            int out = d.size();
            return Sample.of(
                    Products.dense(),
                    d.gaussian(Shape.of(d.size(), in)),
                    d.gaussian(Shape.of(in, out)),
                    d.gaussian(Shape.of(out)));
        });
        table.put("Products.dot", d -> {
            Shape shape = d.shape();
            return Sample.of(Products.dot(), d.gaussian(shape), d.gaussian(shape));
        });
        table.put("Products.squaredNorm", d -> Sample.of(Products.squaredNorm(), d.gaussian(d.shape())));
        table.put(
                "Products.multiplyScalarScaled",
                d -> Sample.of(
                        Products.multiplyScalarScaled(d.number()), d.gaussian(d.shape()), d.gaussian(Shape.of(1))));
        table.put(
                "Products.divideScalar",
                d -> Sample.of(Products.divideScalar(), d.gaussian(d.shape()), d.awayFromZero(Shape.of(1))));
        table.put(
                "Products.multiplyScalar",
                d -> Sample.of(Products.multiplyScalar(), d.gaussian(d.shape()), d.gaussian(Shape.of(1))));
    }

    private static void addSums(Map<String, Function<Draw, Sample>> table) {
        table.put("Sums.mean", d -> Sample.of(Sums.mean(d.number()), d.gaussian(d.shape())));
        table.put("Sums.spread", d -> Sample.of(Sums.spread(d.number(), d.shape()), d.gaussian(Shape.of(1))));
        table.put("Sums.sum", d -> Sample.of(Sums.sum(), d.gaussian(d.shape())));
        table.put("Sums.broadcast", d -> Sample.of(Sums.broadcast(d.shape()), d.gaussian(Shape.of(1))));
        table.put("Sums.rowSum", d -> Sample.of(Sums.rowSum(), d.gaussian(d.shape())));
        table.put("Sums.broadcastRows", d -> {
            Shape shape = d.shape();
            return Sample.of(Sums.broadcastRows(shape), d.gaussian(Shape.of(shape.size(0))));
        });
        table.put("Sums.channelSum", d -> Sample.of(Sums.channelSum(), d.gaussian(d.imageShape())));
        table.put("Sums.broadcastChannels", d -> {
            Shape shape = d.imageShape();
            return Sample.of(Sums.broadcastChannels(shape), d.gaussian(Shape.of(shape.size(1))));
        });
        table.put("Sums.addChannels", d -> {
            Shape shape = d.imageShape();
            return Sample.of(Sums.addChannels(), d.gaussian(shape), d.gaussian(Shape.of(shape.size(1))));
        });
        table.put("Sums.multiplyChannels", d -> {
            Shape shape = d.imageShape();
            return Sample.of(Sums.multiplyChannels(), d.gaussian(shape), d.gaussian(Shape.of(shape.size(1))));
        });
    }

    private static void addShapes(Map<String, Function<Draw, Sample>> table) {
        table.put("Shapes.reshape", d -> {
            Shape shape = d.shape();
            return Sample.of(Shapes.reshape(Shape.of(1, shape.length())), d.gaussian(shape));
        });
        table.put("Shapes.concatRows", d -> {
            Shape shape = d.shape();
            List<Integer> rows = List.of(d.size(), d.size(), d.size());
            return new Sample(
                    Shapes.concatRows(rows),
                    rows.stream()
                            .map(count -> d.gaussian(shape.withRows(count)))
                            .toList());
        });
        table.put("Shapes.sliceRows", d -> {
            int before = d.size() - 1;
            int count = d.size();
            Shape shape = d.shape().withRows(before + count + d.size() - 1);
            return Sample.of(Shapes.sliceRows(before, count), d.gaussian(shape));
        });
        table.put("Shapes.padRows", d -> Sample.of(Shapes.padRows(d.size() - 1, d.size() - 1), d.gaussian(d.shape())));
    }

    private static void addNormalizations(Map<String, Function<Draw, Sample>> table) {
        table.put("Normalizations.batchNormalize", d -> {
            Shape shape = d.imageShape().withRows(1 + d.size());
            Shape channels = Shape.of(shape.size(1));
            return Sample.of(
                    Normalizations.batchNormalize(0.1), d.gaussian(shape), d.gaussian(channels), d.gaussian(channels));
        });
        table.put(
                "Normalizations.normalizeRows",
                d -> Sample.of(Normalizations.normalizeRows(0.1), d.gaussian(d.imageShape())));
    }

    private static void addConvolutions(Map<String, Function<Draw, Sample>> table) {
        table.put("Convolutions.conv2d", d -> {
            ConvolutionGeometry g = d.geometry();
            return Sample.of(Convolutions.conv2d(g), d.gaussian(g.inputShape(2)), d.gaussian(g.weightShape()));
        });
        table.put("Convolutions.conv2dWithBias", d -> {
            ConvolutionGeometry g = d.geometry();
            return Sample.of(
                    Convolutions.conv2dWithBias(g),
                    d.gaussian(g.inputShape(2)),
                    d.gaussian(g.weightShape()),
                    d.gaussian(Shape.of(g.outputChannels())));
        });
        table.put("Convolutions.conv2dInput", d -> {
            ConvolutionGeometry g = d.geometry();
            return Sample.of(Convolutions.conv2dInput(g), d.gaussian(g.outputShape(2)), d.gaussian(g.weightShape()));
        });
        table.put("Convolutions.conv2dWeight", d -> {
            ConvolutionGeometry g = d.geometry();
            return Sample.of(Convolutions.conv2dWeight(g), d.gaussian(g.inputShape(2)), d.gaussian(g.outputShape(2)));
        });
    }

    /** The static factory methods that return a primitive, of all classes of the package. */
    static Set<String> primitivesOfThePackage() {
        return classesOfThePackage()
                .filter(type -> type != Primitive.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == Primitive.class)
                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(PrimitiveSamples::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Stream<Class<?>> classesOfThePackage() {
        String packageName = Primitive.class.getPackageName();
        try {
            Path classes = Path.of(Primitive.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                        .map(file -> packageName + "." + file.substring(0, file.length() - ".class".length()))
                        .<Class<?>>map(PrimitiveSamples::load)
                        .toList()
                        .stream();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Random shapes and numbers from one seed. */
    static final class Draw {
        private static final int LARGEST = 3;

        private final RandomStream random;

        Draw(String purpose, long seed) {
            random = TestStreams.of(seed, purpose);
        }

        int size() {
            return 1 + random.below(LARGEST);
        }

        boolean coin() {
            return random.below(2) == 0;
        }

        double number() {
            return random.gaussian();
        }

        /** A shape of one to four axes. */
        Shape shape() {
            int[] sizes = new int[1 + random.below(4)];
            Arrays.setAll(sizes, axis -> size());
            return Shape.of(sizes);
        }

        /** {@code [n, c]} or {@code [n, c, h, w]}. */
        Shape imageShape() {
            return coin() ? Shape.of(size(), size()) : Shape.of(size(), size(), size(), size());
        }

        /** 3×3/1, or 4×4/2 on even and odd sizes. */
        ConvolutionGeometry geometry() {
            int height = 3 + random.below(3);
            int width = 3 + random.below(3);
            return coin()
                    ? new ConvolutionGeometry(1 + random.below(2), height, width, 1 + random.below(2), 3, 1, 1)
                    : new ConvolutionGeometry(1 + random.below(2), height, width, 1 + random.below(2), 4, 2, 1);
        }

        Point gaussian(Shape shape) {
            double[] numbers = new double[shape.length()];
            Arrays.setAll(numbers, i -> random.gaussian());
            return new Point(numbers, shape);
        }

        /** Numbers from U[0.5, 2). */
        Point positive(Shape shape) {
            double[] numbers = new double[shape.length()];
            Arrays.setAll(numbers, i -> 0.5 + 1.5 * random.uniform());
            return new Point(numbers, shape);
        }

        /** Numbers at least 0.1 from zero, where leaky ReLU has its kink. */
        Point awayFromZero(Shape shape) {
            double[] numbers = gaussian(shape).numbers();
            Arrays.setAll(numbers, i -> numbers[i] + Math.copySign(0.1, numbers[i]));
            return new Point(numbers, shape);
        }
    }
}
