package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.baseline.BaselineLayer;
import lipschitzlab.compute.baseline.BaselineMethod;
import lipschitzlab.compute.baseline.BaselineObjective;
import lipschitzlab.compute.baseline.BaselineOptimizer;
import lipschitzlab.compute.baseline.BaselineTask;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.constraint.IterationTiming;
import lipschitzlab.constraint.SingularTriplet;
import lipschitzlab.constraint.SpectralNormalization;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ResidualBlock;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneTraining;

/** Describes lanes to the baseline: the same networks with the numbers that they have now, method, objective and optimizer. */
public final class BaselineTasks {
    private BaselineTasks() {}

    /**
     * The task of a lane that has not trained yet, if the baseline knows its method, objective and optimizer.
     *
     * @param criticRate the critic's learning rate
     * @param generatorRate the generator's learning rate
     */
    public static Optional<BaselineTask> of(
            Preset preset, LaneSpec spec, LaneTraining lane, double criticRate, double generatorRate) {
        Optional<BaselineMethod> method = method(spec.constraint(), spec.values(), lane);
        Optional<BaselineObjective> objective = objective(spec.objective());
        Optional<BaselineOptimizer> optimizer = optimizer(spec.optimizer(), spec.values());
        if (method.isEmpty() || objective.isEmpty() || optimizer.isEmpty() || !known(lane.critic())) {
            return Optional.empty();
        }
        return lane.generatorNetwork()
                .filter(BaselineTasks::known)
                .map(generator -> new BaselineTask(
                        layers(generator),
                        layers(lane.critic()),
                        lane.data().sampleShape(),
                        preset.shared().get(SharedSettings.BATCH),
                        preset.shared().get(SharedSettings.LATENT),
                        method.get(),
                        objective.get(),
                        optimizer.get(),
                        criticRate,
                        generatorRate));
    }

    private static Optional<BaselineMethod> method(ConstraintSet set, Values values, LaneTraining lane) {
        if (set.kinds().size() > 1) {
            return Optional.empty();
        }
        return switch (set.primary()) {
            case UNCONSTRAINED -> Optional.of(new BaselineMethod.Unconstrained());
            case WEIGHT_CLIPPING -> Optional.of(new BaselineMethod.WeightClipping(values.get(WeightClipping.BOUND)));
            case GRADIENT_PENALTY ->
                Optional.of(new BaselineMethod.GradientPenalty(values.get(GradientPenalty.LAMBDA)));
            case SPECTRAL_NORM -> spectralNorm(values, lane);
            default -> Optional.empty();
        };
    }

    /** The baseline has the paper's algorithm 1, and no other bound than 1. */
    private static Optional<BaselineMethod> spectralNorm(Values values, LaneTraining lane) {
        boolean published = values.get(SpectralNormalization.BOUND) == 1
                && values.get(IterationTiming.SETTING) == IterationTiming.CRITIC_UPDATE;
        return published
                ? Optional.of(new BaselineMethod.SpectralNorm(
                        values.get(SpectralNormalization.POWER_ITERATIONS), vectors(lane)))
                : Optional.empty();
    }

    private static List<BaselineMethod.Vectors> vectors(LaneTraining lane) {
        Constraint constraint = lane.constraint();
        return lane.critic().weights().stream()
                .map(weight -> constraint.leadingTriplet(weight).orElseThrow())
                .map((SingularTriplet found) -> new BaselineMethod.Vectors(found.u(), found.v()))
                .toList();
    }

    private static Optional<BaselineObjective> objective(Objective objective) {
        return switch (objective) {
            case HINGE -> Optional.of(BaselineObjective.HINGE);
            case WASSERSTEIN -> Optional.of(BaselineObjective.WASSERSTEIN);
            case NON_SATURATING -> Optional.of(BaselineObjective.NON_SATURATING);
            case SATURATING -> Optional.empty();
        };
    }

    private static Optional<BaselineOptimizer> optimizer(OptimizerKind kind, Values values) {
        return switch (kind) {
            case ADAM ->
                Optional.of(new BaselineOptimizer.Adam(
                        values.get(OptimizerSettings.BETA_1), values.get(OptimizerSettings.BETA_2)));
            case RMS_PROP -> Optional.of(new BaselineOptimizer.RmsProp(values.get(OptimizerSettings.DECAY)));
            case SGD -> Optional.empty();
        };
    }

    /** Whether it is one of the baseline's: without residual blocks and classes. */
    private static boolean known(Network network) {
        return network.classes() == 0 && network.layers().stream().noneMatch(ResidualBlock.class::isInstance);
    }

    private static List<BaselineLayer> layers(Network network) {
        List<BaselineLayer> layers = new ArrayList<>();
        network.layers().forEach(layer -> layers.add(layer(network.engine(), layer)));
        return layers;
    }

    private static BaselineLayer layer(Engine engine, Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            Parameter weight = dense.weight();
            return new BaselineLayer.Dense(
                    weight.shape().size(0),
                    weight.shape().size(1),
                    engine.read(weight.value()),
                    engine.read(dense.bias().value()));
        }
        if (layer instanceof Layer.Convolution convolution) {
            return new BaselineLayer.Convolution(
                    convolution.geometry(),
                    engine.read(convolution.weight().value()),
                    engine.read(convolution.bias().value()));
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return new BaselineLayer.TransposedConvolution(
                    transposed.geometry(),
                    engine.read(transposed.weight().value()),
                    engine.read(transposed.bias().value()));
        }
        if (layer instanceof Layer.BatchNormalization normalization) {
            return new BaselineLayer.BatchNormalization(
                    engine.read(normalization.gain().value()),
                    engine.read(normalization.shift().value()));
        }
        return withoutParameters(layer);
    }

    private static BaselineLayer withoutParameters(Layer layer) {
        if (layer instanceof Layer.LeakyRelu activation) {
            return new BaselineLayer.LeakyRelu(activation.slope());
        }
        if (layer instanceof Layer.Reshape reshape) {
            return new BaselineLayer.Reshape(reshape.row());
        }
        if (layer instanceof Layer.Tanh) {
            return new BaselineLayer.Tanh();
        }
        throw new IllegalArgumentException("expected a layer of an architecture, found " + layer);
    }
}
