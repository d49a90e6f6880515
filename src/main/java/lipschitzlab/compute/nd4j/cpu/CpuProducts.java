package lipschitzlab.compute.nd4j.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.List;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.nd4j.CustomOperation;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Matrix products on the processor. ND4J's own operation is up to a quarter faster than OpenBLAS on large matrices and takes
 * 4 to 8 µs before it begins; a product with a vector costs it up to 50 times as much.
 */
final class CpuProducts {
    /** Where a call of ND4J's begins to pay: measured between 1 and 2 million multiplications. */
    private static final long LARGE = 1L << 21;

    private static final CustomOperation[] OF_LARGE_MATRICES = {
        CustomOperation.of("matmul", 0L, 0L, 0L),
        CustomOperation.of("matmul", 0L, 1L, 0L),
        CustomOperation.of("matmul", 1L, 0L, 0L),
        CustomOperation.of("matmul", 1L, 1L, 0L)
    };

    private final CpuOperations operations;

    CpuProducts(CpuOperations operations) {
        this.operations = operations;
    }

    /** z ← the product of two matrices, each transposed first if so asked. */
    void product(CpuArray a, boolean transposeA, CpuArray b, boolean transposeB, CpuArray z) {
        int rows = z.shape().size(0);
        int columns = z.shape().size(1);
        int inner = a.shape().size(transposeA ? 0 : 1);
        if (rows == 1 && columns == 1) {
            z.numbers().put(0, openblas_nolapack.cblas_sdot(inner, a.numbers(), 1, b.numbers(), 1));
        } else if (columns == 1) {
            ofMatrixAndVector(a, transposeA, b, z);
        } else if (rows == 1) {
            ofMatrixAndVector(b, !transposeB, a, z);
        } else if ((long) rows * columns * inner < LARGE) {
            ofSmallMatrices(a, transposeA, b, transposeB, z);
        } else {
            int which = (transposeA ? 2 : 0) + (transposeB ? 1 : 0);
            operations.custom(OF_LARGE_MATRICES[which], List.of(a, b), List.of(z));
        }
    }

    private static void ofMatrixAndVector(CpuArray matrix, boolean transpose, CpuArray vector, CpuArray z) {
        int rows = matrix.shape().size(0);
        int columns = matrix.shape().size(1);
        openblas_nolapack.cblas_sgemv(
                CblasRowMajor,
                transpose ? CblasTrans : CblasNoTrans,
                rows,
                columns,
                1,
                matrix.numbers(),
                columns,
                vector.numbers(),
                1,
                0,
                z.numbers(),
                1);
    }

    private static void ofSmallMatrices(CpuArray a, boolean transposeA, CpuArray b, boolean transposeB, CpuArray z) {
        Shape product = z.shape();
        openblas_nolapack.cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                product.size(0),
                product.size(1),
                a.shape().size(transposeA ? 0 : 1),
                1,
                a.numbers(),
                a.shape().size(1),
                b.numbers(),
                b.shape().size(1),
                0,
                z.numbers(),
                product.size(1));
    }

    /** z ← x·weight + bias; ones has as many ones as x has rows. */
    void dense(CpuArray x, CpuArray weight, CpuArray bias, CpuArray ones, CpuArray z) {
        product(x, false, weight, false, z);
        int rows = z.shape().size(0);
        int columns = z.shape().size(1);
        openblas_nolapack.cblas_sger(
                CblasRowMajor, rows, columns, 1, ones.numbers(), 1, bias.numbers(), 1, z.numbers(), columns);
    }
}
