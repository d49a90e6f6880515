package lipschitzlab.compute.spi;

import java.util.List;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * The fused operations step by step.
 *
 * @param <T> the library's own array
 */
public final class ComposedKernels<T> implements FusedKernels<T> {
    private static final Shape NUMBER = Shape.of(1);

    private final ElementwiseKernels<T> elementwise;
    private final ProductKernels<T> products;
    private final SumKernels<T> sums;
    private final ArrayPool<T> pool;

    /** @param pool where temporary arrays come from */
    public ComposedKernels(
            ElementwiseKernels<T> elementwise, ProductKernels<T> products, SumKernels<T> sums, ArrayPool<T> pool) {
        this.elementwise = elementwise;
        this.products = products;
        this.sums = sums;
        this.pool = pool;
    }

    @Override
    public void mean(PooledArray<T> x, double weight, PooledArray<T> z) {
        sums.sum(x, z);
        elementwise.scale(z, 1.0 / x.shape().length(), z);
        scaleInPlace(weight, z);
    }

    @Override
    public void spread(PooledArray<T> s, double weight, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> share = pool.take(s.shape());
            elementwise.scale(s, weight, share);
            elementwise.scale(share, 1.0 / z.shape().length(), share);
            sums.broadcast(share, z);
        }
    }

    @Override
    public void interpolate(PooledArray<T> a, PooledArray<T> b, PooledArray<T> shares, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> difference = pool.take(a.shape());
            elementwise.subtract(a, b, difference);
            sums.broadcastRows(shares, z);
            elementwise.multiply(z, difference, z);
            elementwise.add(z, b, z);
        }
    }

    @Override
    public void addEach(List<PooledArray<T>> as, List<PooledArray<T>> bs, List<Result<T>> zs) {
        for (int i = 0; i < as.size(); i++) {
            elementwise.add(as.get(i), bs.get(i), zs.get(i).taken());
        }
    }

    @Override
    public void squaredNorm(PooledArray<T> x, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> squares = pool.take(x.shape());
            elementwise.square(x, squares);
            sums.sum(squares, z);
        }
    }

    @Override
    public void multiplyScalarScaled(PooledArray<T> x, PooledArray<T> s, double factor, PooledArray<T> z) {
        products.multiplyScalar(x, s, z);
        elementwise.scale(z, factor, z);
    }

    @Override
    public void divideScalar(PooledArray<T> x, PooledArray<T> s, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            products.multiplyScalar(x, reciprocal(s), z);
        }
    }

    @Override
    public void divideScalarAdjoints(
            PooledArray<T> g, PooledArray<T> x, PooledArray<T> s, PooledArray<T> toX, PooledArray<T> toS) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> reciprocal = reciprocal(s);
            products.multiplyScalar(g, reciprocal, toX);
            products.dot(g, x, toS);
            elementwise.square(reciprocal, reciprocal);
            elementwise.multiply(toS, reciprocal, toS);
            elementwise.scale(toS, -1, toS);
        }
    }

    /** Lives in the scope that is open. */
    private PooledArray<T> reciprocal(PooledArray<T> s) {
        PooledArray<T> reciprocal = pool.take(NUMBER);
        elementwise.reciprocal(s.view(NUMBER, 0), reciprocal);
        return reciprocal;
    }

    @Override
    public void normalizeRows(PooledArray<T> x, double epsilon, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> scratch = pool.take(x.shape());
            PooledArray<T> inverse = centre(x, epsilon, z, scratch);
            sums.broadcastRows(inverse, scratch);
            elementwise.multiply(z, scratch, z);
        }
    }

    /** Of normal rows n and their inverse deviation r, r · (g − the mean of g − n · the mean of g · n). */
    @Override
    public void normalizeRowsAdjoint(PooledArray<T> x, double epsilon, PooledArray<T> g, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> normal = pool.take(x.shape());
            PooledArray<T> inverse = centre(x, epsilon, normal, z);
            PooledArray<T> inverses = pool.take(x.shape());
            sums.broadcastRows(inverse, inverses);
            elementwise.multiply(normal, inverses, normal);
            elementwise.multiply(g, normal, z);
            sums.broadcastRows(meanOfRows(z, -1), z);
            elementwise.multiply(normal, z, normal);
            sums.broadcastRows(meanOfRows(g, -1), z);
            elementwise.add(z, normal, z);
            elementwise.add(z, g, z);
            elementwise.multiply(z, inverses, z);
        }
    }

    /** Writes each row less its mean, and returns 1/√(variance + epsilon) of each; lives in the scope that is open. */
    private PooledArray<T> centre(PooledArray<T> x, double epsilon, PooledArray<T> centred, PooledArray<T> scratch) {
        sums.broadcastRows(meanOfRows(x, -1), centred);
        elementwise.add(centred, x, centred);
        elementwise.square(centred, scratch);
        PooledArray<T> each = meanOfRows(scratch, 1);
        elementwise.addScalar(each, epsilon, each);
        elementwise.sqrt(each, each);
        elementwise.reciprocal(each, each);
        return each;
    }

    private PooledArray<T> meanOfRows(PooledArray<T> x, double sign) {
        PooledArray<T> means = pool.take(Shape.of(x.shape().size(0)));
        sums.rowSum(x, means);
        elementwise.scale(means, sign / x.shape().rowLength(), means);
        return means;
    }

    @Override
    public void multiplyScaled(PooledArray<T> a, PooledArray<T> b, double factor, PooledArray<T> z) {
        elementwise.multiply(a, b, z);
        elementwise.scale(z, factor, z);
    }

    @Override
    public void divideScaled(PooledArray<T> a, PooledArray<T> b, double factor, PooledArray<T> z) {
        elementwise.divide(a, b, z);
        elementwise.scale(z, factor, z);
    }

    private void scaleInPlace(double factor, PooledArray<T> z) {
        if (factor != 1) {
            elementwise.scale(z, factor, z);
        }
    }
}
