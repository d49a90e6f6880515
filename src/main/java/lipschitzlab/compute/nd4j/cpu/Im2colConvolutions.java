package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.Nd4jConvolutions;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Convolutions on the processor by products with the matrix of patches ({@link Im2col}), one image after the other. */
final class Im2colConvolutions implements Nd4jConvolutions<CpuArray> {
    private final ArrayPool<CpuArray> pool;
    private final Map<ConvolutionGeometry, Im2col> matrices = new HashMap<>();

    /** @param pool where the matrix of patches comes from */
    Im2colConvolutions(ArrayPool<CpuArray> pool) {
        this.pool = pool;
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        try (Run run = new Run(x, z, geometry)) {
            while (run.next()) {
                product(weight, run, 0);
            }
        }
    }

    @Override
    public void forward(
            PooledArray<CpuArray> x,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> bias,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        try (Run run = new Run(x, z, geometry)) {
            float[] alone = ChannelBias.repeated(bias, run.columns);
            while (run.next()) {
                run.output.put(alone);
                product(weight, run, 1);
            }
        }
    }

    /** output ← share·output + weight·patches, of the image at hand. */
    private static void product(PooledArray<CpuArray> weight, Im2colConvolutions.Run run, float share) {
        run.unfold();
        multiply(weight.data().numbers(), false, run.matrix, false, share, run.output, run.out, run.columns, run.rows);
    }

    @Override
    public void input(
            PooledArray<CpuArray> y,
            PooledArray<CpuArray> weight,
            PooledArray<CpuArray> z,
            ConvolutionGeometry geometry) {
        try (Run run = new Run(z, y, geometry)) {
            while (run.next()) {
                multiply(
                        weight.data().numbers(),
                        true,
                        run.output,
                        false,
                        0,
                        run.matrix,
                        run.rows,
                        run.columns,
                        run.out);
                run.fold();
            }
        }
    }

    @Override
    public void weight(
            PooledArray<CpuArray> x, PooledArray<CpuArray> y, PooledArray<CpuArray> z, ConvolutionGeometry geometry) {
        try (Run run = new Run(x, y, geometry)) {
            while (run.next()) {
                run.unfold();
                int soFar = run.image == 0 ? 0 : 1;
                multiply(
                        run.output, false, run.matrix, true, soFar, z.data().numbers(), run.out, run.rows, run.columns);
            }
        }
    }

    /** z {@code [rows, columns]} ← share·z + a·b, over {@code inner} terms. */
    private static void multiply(
            FloatPointer a,
            boolean transposeA,
            FloatPointer b,
            boolean transposeB,
            float share,
            FloatPointer z,
            int rows,
            int columns,
            int inner) {
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                a,
                transposeA ? rows : inner,
                b,
                transposeB ? inner : columns,
                share,
                z,
                columns);
    }

    /** A walk over the images of a batch: of the convolution's input, and of its output beside them. */
    private final class Run implements AutoCloseable {
        private final Im2col im2col;
        private final int count;
        private final int out;
        private final int rows;
        private final int columns;
        private final FloatPointer input;
        private final FloatPointer output;
        private final FloatPointer matrix;
        private final Scope temporaries = pool.open();
        private int image = -1;

        private Run(PooledArray<CpuArray> inputs, PooledArray<CpuArray> outputs, ConvolutionGeometry geometry) {
            im2col = matrices.computeIfAbsent(geometry, Im2col::new);
            count = inputs.shape().size(0);
            out = geometry.outputChannels();
            rows = im2col.rows();
            columns = im2col.columns();
            input = new FloatPointer(inputs.data().numbers());
            output = new FloatPointer(outputs.data().numbers());
            matrix = pool.take(Shape.of(rows, columns)).data().numbers();
        }

        /** Goes on to the next image; false after the last. */
        private boolean next() {
            image++;
            input.position((long) image * im2col.image().length);
            output.position((long) image * out * columns);
            return image < count;
        }

        private void unfold() {
            input.get(im2col.image());
            im2col.unfold();
            matrix.put(im2col.matrix());
        }

        private void fold() {
            matrix.get(im2col.matrix());
            im2col.fold();
            input.put(im2col.image());
        }

        @Override
        public void close() {
            temporaries.close();
        }
    }
}
