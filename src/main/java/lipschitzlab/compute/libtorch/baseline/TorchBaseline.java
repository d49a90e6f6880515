package lipschitzlab.compute.libtorch.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.compute.baseline.Baseline;
import lipschitzlab.compute.baseline.BaselineMethod;
import lipschitzlab.compute.baseline.BaselineTask;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The training step in PyTorch's idiom. The critic sees real and fake samples in two passes, as PyTorch's GAN codes commonly
 * have it; fake samples for the critic are made without recording gradients, and the generator's update asks for none of the
 * critic's parameters. Every step's tensors belong to a scope that ends with it.
 */
public final class TorchBaseline implements Baseline {
    private final BaselineTask task;
    private final Model generator;
    private final Model critic;
    private final Optional<SpectralNorm> spectralNorm;
    private final Optimizer criticOptimizer;
    private final Optimizer generatorOptimizer;

    /** Makes the networks and the optimizers' state; LibTorch must have been loaded. */
    public TorchBaseline(BaselineTask task) {
        this.task = task;
        this.generator = new Model(task.generator());
        this.critic = new Model(task.critic());
        this.spectralNorm = task.method() instanceof BaselineMethod.SpectralNorm method
                ? Optional.of(new SpectralNorm(method, critic.weights()))
                : Optional.empty();
        this.criticOptimizer = Optimizers.of(task.optimizer(), critic.parameters(), task.criticRate());
        this.generatorOptimizer = Optimizers.of(task.optimizer(), generator.parameters(), task.generatorRate());
    }

    // ------------------------------------------------------------------ the critic

    @Override
    public double trainCritic(float[] real) {
        try (PointerScope step = new PointerScope()) {
            return trainCritic(samples(real), noise(), () -> torch.rand(perSample()));
        }
    }

    @Override
    public double trainCritic(float[] real, float[] noise, float[] epsilon) {
        try (PointerScope step = new PointerScope()) {
            return trainCritic(samples(real), noise(noise), () -> Tensors.of(epsilon, perSample()));
        }
    }

    private double trainCritic(Tensor real, Tensor noise, Supplier<Tensor> epsilon) {
        Tensor fake;
        try (NoGradGuard guard = new NoGradGuard()) {
            fake = generator.forward(noise);
        }
        spectralNorm.ifPresent(SpectralNorm::advance);
        criticOptimizer.zero_grad();
        Tensor loss = criticLoss(real, fake, epsilon);
        loss.backward();
        criticOptimizer.step();
        if (task.method() instanceof BaselineMethod.WeightClipping clipping) {
            critic.clamp(clipping.bound());
        }
        return loss.item_double();
    }

    private Tensor criticLoss(Tensor real, Tensor fake, Supplier<Tensor> epsilon) {
        spectralNorm.ifPresent(SpectralNorm::normalize);
        Tensor onReal = critic.forward(real);
        Tensor onFake = critic.forward(fake);
        Tensor loss = Losses.ofCritic(task.objective(), onReal, onFake);
        return task.method() instanceof BaselineMethod.GradientPenalty penalty
                ? loss.add(gradientPenalty(real, fake, epsilon.get()).mul(new Scalar(penalty.lambda())))
                : loss;
    }

    /** E(‖∇D(x̂)‖₂ − 1)², to be differentiated once more. */
    private Tensor gradientPenalty(Tensor real, Tensor fake, Tensor epsilon) {
        Tensor mixed = torch.lerp(fake, real, epsilon).requires_grad_(true);
        Tensor scores = critic.forward(mixed);
        Tensor slopes = torch.grad(
                        new TensorVector(scores),
                        new TensorVector(mixed),
                        new TensorVector(torch.ones_like(scores)),
                        new BoolOptional(true),
                        true,
                        false)
                .get(0);
        Tensor norms = slopes.flatten(1, -1).norm(new ScalarOptional(new Scalar(2.0)), 1);
        return norms.sub(new Scalar(1.0)).square().mean();
    }

    @Override
    public List<float[]> criticGradients(float[] real, float[] fake, float[] epsilon) {
        try (PointerScope scope = new PointerScope()) {
            Tensor loss = criticLoss(samples(real), samples(fake), () -> Tensors.of(epsilon, perSample()));
            return critic.inOrder(torch.grad(new TensorVector(loss), critic.parameters()));
        }
    }

    // ------------------------------------------------------------------ the generator

    @Override
    public double trainGenerator() {
        try (PointerScope step = new PointerScope()) {
            return trainGenerator(noise());
        }
    }

    @Override
    public double trainGenerator(float[] noise) {
        try (PointerScope step = new PointerScope()) {
            return trainGenerator(noise(noise));
        }
    }

    private double trainGenerator(Tensor noise) {
        critic.requireGradients(false);
        spectralNorm.ifPresent(SpectralNorm::normalize);
        generatorOptimizer.zero_grad();
        Tensor loss = Losses.ofGenerator(task.objective(), critic.forward(generator.forward(noise)));
        loss.backward();
        generatorOptimizer.step();
        critic.requireGradients(true);
        return loss.item_double();
    }

    // ------------------------------------------------------------------ inputs

    private Tensor samples(float[] numbers) {
        return Tensors.of(numbers, Tensors.sizes(task.batch(), task.sample()));
    }

    private Tensor noise(float[] numbers) {
        return Tensors.of(numbers, task.batch(), task.latent());
    }

    private Tensor noise() {
        return torch.randn(task.batch(), task.latent());
    }

    /** {@code [batch, 1, …]}: one number for each sample, to go with the sample's axes. */
    private long[] perSample() {
        long[] sizes = Tensors.sizes(task.batch(), task.sample());
        Arrays.fill(sizes, 1, sizes.length, 1);
        return sizes;
    }

    @Override
    public void close() {
        criticOptimizer.close();
        generatorOptimizer.close();
        spectralNorm.ifPresent(SpectralNorm::close);
        generator.close();
        critic.close();
    }
}
