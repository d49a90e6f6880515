package lipschitzlab.network;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;

/**
 * What a layer does to each sample, its bias left out: a linear map that a weight decides, with the stride, padding and input
 * size that the layer really has.
 */
public sealed interface LinearMap {
    /** The shape of {@code batch} inputs. */
    Shape inputShape(int batch);

    /** The shape of {@code batch} outputs. */
    Shape outputShape(int batch);

    /**
     * The map.
     *
     * @param x {@code inputShape(n)}
     * @return {@code outputShape(n)}
     */
    Array apply(Engine engine, Array x, Array weight);

    /**
     * The adjoint: ⟨map x, y⟩ = ⟨x, adjoint y⟩.
     *
     * @param y {@code outputShape(n)}
     * @return {@code inputShape(n)}
     */
    Array adjoint(Engine engine, Array y, Array weight);

    /**
     * By what the map's norm can exceed the largest singular value of the weight's {@linkplain Parameter#matrixShape matrix}
     * at most; 1 where the two are the same.
     */
    double patchFactor();

    /** x·W, with W {@code [inputs, outputs]}. */
    record Matrix(int inputs, int outputs) implements LinearMap {
        @Override
        public Shape inputShape(int batch) {
            return Shape.of(batch, inputs);
        }

        @Override
        public Shape outputShape(int batch) {
            return Shape.of(batch, outputs);
        }

        @Override
        public Array apply(Engine engine, Array x, Array weight) {
            return engine.matmul(x, false, weight, false);
        }

        @Override
        public Array adjoint(Engine engine, Array y, Array weight) {
            return engine.matmul(y, false, weight, true);
        }

        @Override
        public double patchFactor() {
            return 1;
        }
    }

    /** A convolution. */
    record Convolution(ConvolutionGeometry geometry) implements LinearMap {
        @Override
        public Shape inputShape(int batch) {
            return geometry.inputShape(batch);
        }

        @Override
        public Shape outputShape(int batch) {
            return geometry.outputShape(batch);
        }

        @Override
        public Array apply(Engine engine, Array x, Array weight) {
            return engine.conv2d(x, weight, geometry);
        }

        @Override
        public Array adjoint(Engine engine, Array y, Array weight) {
            return engine.conv2dInput(y, weight, geometry);
        }

        /**
         * √(⌈k/s⌉·⌈k/s⌉): the convolution is the reshaped kernel times the matrix of patches, and a pixel lies in at most
         * ⌈k/s⌉·⌈k/s⌉ patches (Tsuzuku, Sato and Sugiyama 2018; Singla and Feizi 2021 for stride 1).
         */
        @Override
        public double patchFactor() {
            return Math.ceil((double) geometry.kernel() / geometry.stride());
        }
    }

    /** The adjoint of a convolution, from its output's shape to its input's. */
    record TransposedConvolution(ConvolutionGeometry geometry) implements LinearMap {
        @Override
        public Shape inputShape(int batch) {
            return geometry.outputShape(batch);
        }

        @Override
        public Shape outputShape(int batch) {
            return geometry.inputShape(batch);
        }

        @Override
        public Array apply(Engine engine, Array x, Array weight) {
            return engine.conv2dInput(x, weight, geometry);
        }

        @Override
        public Array adjoint(Engine engine, Array y, Array weight) {
            return engine.conv2d(y, weight, geometry);
        }

        /** That of the convolution: a map and its adjoint have one norm. */
        @Override
        public double patchFactor() {
            return new Convolution(geometry).patchFactor();
        }
    }
}
