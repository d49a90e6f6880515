package lipschitzlab.compute.libtorch.baseline;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.baseline.BaselineMethod;
import lipschitzlab.compute.baseline.BaselineMethod.Vectors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.NormalizeFuncOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Spectral normalization in the manner of {@code torch.nn.utils.spectral_norm}: buffers u and v, a power iteration without
 * gradients, σ = uᵀ·(Wv) with gradients. That function advances u at every forward pass; here it advances once for each of the
 * critic's updates and all of an update's passes share one W/σ, which is the lab's rule and less work.
 */
final class SpectralNorm implements AutoCloseable {
    private final int iterations;
    private final List<Normalized> weights = new ArrayList<>();
    private final NormalizeFuncOptions alongTheOnlyAxis = new NormalizeFuncOptions();

    /** One weight with its singular vectors. */
    private record Normalized(Weight weight, Tensor u, Tensor v) {}

    SpectralNorm(BaselineMethod.SpectralNorm method, List<Weight> all) {
        iterations = method.iterations();
        alongTheOnlyAxis.dim().put(0);
        for (int i = 0; i < all.size(); i++) {
            Vectors vectors = method.vectors().get(i);
            weights.add(new Normalized(
                    all.get(i),
                    Tensors.buffer(vectors.u(), vectors.u().length),
                    Tensors.buffer(vectors.v(), vectors.v().length)));
        }
    }

    /** v ← Wᵀu/‖Wᵀu‖, u ← Wv/‖Wv‖. */
    void advance() {
        try (NoGradGuard guard = new NoGradGuard()) {
            for (Normalized each : weights) {
                Tensor matrix = each.weight().matrix();
                for (int i = 0; i < iterations; i++) {
                    each.v().copy_(torch.normalize(torch.mv(matrix.t(), each.u()), alongTheOnlyAxis));
                    each.u().copy_(torch.normalize(torch.mv(matrix, each.v()), alongTheOnlyAxis));
                }
            }
        }
    }

    /** Puts W/σ into the layers, for the passes that follow in the scope at hand. */
    void normalize() {
        for (Normalized each : weights) {
            Tensor sigma = torch.dot(each.u(), torch.mv(each.weight().matrix(), each.v()));
            each.weight().use(each.weight().parameter().div(sigma));
        }
    }

    @Override
    public void close() {
        weights.forEach(each -> {
            each.u().close();
            each.v().close();
        });
        alongTheOnlyAxis.close();
    }
}
