package lipschitzlab.autodiff;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;

/** The convolution and its two adjoints: each is bilinear, and the three differentiate into one another. */
final class Convolutions {
    private Convolutions() {}

    static Primitive conv2d(ConvolutionGeometry geometry) {
        return Primitive.of(
                        "conv2d",
                        (e, x) -> e.conv2d(x[0], x[1], geometry),
                        (g, x, y) -> g.conv2dInput(x[1], geometry),
                        (g, x, y) -> x[0].conv2dWeight(g, geometry))
                .withJointPullback((g, x, y) -> x[0].conv2dAdjoints(x[1], g, geometry));
    }

    static Primitive conv2dWithBias(ConvolutionGeometry geometry) {
        return Primitive.of(
                        "conv2dWithBias",
                        (e, x) -> e.conv2dWithBias(x[0], x[1], x[2], geometry),
                        (g, x, y) -> g.conv2dInput(x[1], geometry),
                        (g, x, y) -> x[0].conv2dWeight(g, geometry),
                        (g, x, y) -> g.channelSum())
                .withJointPullback((g, x, y) -> {
                    List<Var> adjoints = x[0].conv2dAdjoints(x[1], g, geometry);
                    return List.of(adjoints.get(0), adjoints.get(1), g.channelSum());
                });
    }

    static Primitive conv2dInput(ConvolutionGeometry geometry) {
        return Primitive.of(
                "conv2dInput",
                (e, x) -> e.conv2dInput(x[0], x[1], geometry),
                (g, x, y) -> g.conv2d(x[1], geometry),
                (g, x, y) -> g.conv2dWeight(x[0], geometry));
    }

    static Primitive conv2dWeight(ConvolutionGeometry geometry) {
        return Primitive.of(
                "conv2dWeight",
                (e, x) -> e.conv2dWeight(x[0], x[1], geometry),
                (g, x, y) -> x[1].conv2dInput(g, geometry),
                (g, x, y) -> x[0].conv2d(g, geometry));
    }
}
