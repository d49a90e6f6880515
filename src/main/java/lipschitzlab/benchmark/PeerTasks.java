package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.peer.PeerLayer;
import lipschitzlab.compute.peer.PeerMethod;
import lipschitzlab.compute.peer.PeerObjective;
import lipschitzlab.compute.peer.PeerOptimizer;
import lipschitzlab.compute.peer.PeerTask;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.SingularTriplet;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.preset.LanePlan;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneTraining;

/** Lanes in a peer's terms: the same networks with the numbers that they have now, method, objective and optimizer. */
public final class PeerTasks {
    private PeerTasks() {}

    /**
     * The task of a lane that has not trained yet, if a peer knows its method, objective and optimizer.
     *
     * @param criticRate the critic's learning rate
     * @param generatorRate the generator's learning rate
     */
    public static Optional<PeerTask> of(
            Preset preset, LanePlan plan, LaneTraining lane, double criticRate, double generatorRate) {
        Optional<PeerMethod> method = method(plan.constraint(), plan.values(), lane);
        Optional<PeerObjective> objective = objective(plan.objective());
        Optional<PeerOptimizer> optimizer = optimizer(plan.optimizer(), plan.values());
        if (method.isEmpty() || objective.isEmpty() || optimizer.isEmpty()) {
            return Optional.empty();
        }
        return lane.generatorNetwork()
                .map(generator -> new PeerTask(
                        layers(generator),
                        layers(lane.critic()),
                        lane.data().sampleShape(),
                        preset.shared().count(SharedSettings.BATCH),
                        preset.shared().count(SharedSettings.LATENT),
                        method.get(),
                        objective.get(),
                        optimizer.get(),
                        criticRate,
                        generatorRate));
    }

    private static Optional<PeerMethod> method(ConstraintSet set, Values values, LaneTraining lane) {
        if (set.kinds().size() > 1) {
            return Optional.empty();
        }
        return switch (set.primary()) {
            case UNCONSTRAINED -> Optional.of(new PeerMethod.Unconstrained());
            case WEIGHT_CLIPPING -> Optional.of(new PeerMethod.WeightClipping(onlySetting(set.primary(), values)));
            case GRADIENT_PENALTY -> Optional.of(new PeerMethod.GradientPenalty(onlySetting(set.primary(), values)));
            case SPECTRAL_NORM ->
                Optional.of(new PeerMethod.SpectralNorm((int) onlySetting(set.primary(), values), vectors(lane)));
            default -> Optional.empty();
        };
    }

    private static double onlySetting(ConstraintKind kind, Values values) {
        return values.number((NumberSetting) kind.settings().get(0));
    }

    private static List<PeerMethod.Vectors> vectors(LaneTraining lane) {
        Constraint constraint = lane.constraint();
        return lane.critic().weights().stream()
                .map(weight -> constraint.leadingTriplet(weight).orElseThrow())
                .map((SingularTriplet found) -> new PeerMethod.Vectors(found.u(), found.v()))
                .toList();
    }

    private static Optional<PeerObjective> objective(Objective objective) {
        return switch (objective) {
            case HINGE -> Optional.of(PeerObjective.HINGE);
            case WASSERSTEIN -> Optional.of(PeerObjective.WASSERSTEIN);
            case NON_SATURATING -> Optional.of(PeerObjective.NON_SATURATING);
            case SATURATING -> Optional.empty();
        };
    }

    private static Optional<PeerOptimizer> optimizer(OptimizerKind kind, Values values) {
        return switch (kind) {
            case ADAM ->
                Optional.of(new PeerOptimizer.Adam(
                        values.number(OptimizerSettings.BETA_1), values.number(OptimizerSettings.BETA_2)));
            case RMS_PROP -> Optional.of(new PeerOptimizer.RmsProp(values.number(OptimizerSettings.DECAY)));
            case SGD -> Optional.empty();
        };
    }

    private static List<PeerLayer> layers(Network network) {
        List<PeerLayer> layers = new ArrayList<>();
        network.layers().forEach(layer -> layers.add(layer(network.engine(), layer)));
        return layers;
    }

    private static PeerLayer layer(Engine engine, Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            Parameter weight = dense.weight();
            return new PeerLayer.Dense(
                    weight.shape().size(0),
                    weight.shape().size(1),
                    engine.read(weight.value()),
                    engine.read(dense.bias().value()));
        }
        if (layer instanceof Layer.Convolution convolution) {
            return new PeerLayer.Convolution(
                    convolution.geometry(),
                    engine.read(convolution.weight().value()),
                    engine.read(convolution.bias().value()));
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return new PeerLayer.TransposedConvolution(
                    transposed.geometry(),
                    engine.read(transposed.weight().value()),
                    engine.read(transposed.bias().value()));
        }
        if (layer instanceof Layer.BatchNormalization normalization) {
            return new PeerLayer.BatchNormalization(
                    engine.read(normalization.gain().value()),
                    engine.read(normalization.shift().value()));
        }
        return withoutParameters(layer);
    }

    private static PeerLayer withoutParameters(Layer layer) {
        if (layer instanceof Layer.LeakyRelu activation) {
            return new PeerLayer.LeakyRelu(activation.slope());
        }
        if (layer instanceof Layer.Reshape reshape) {
            return new PeerLayer.Reshape(reshape.row());
        }
        if (layer instanceof Layer.Tanh) {
            return new PeerLayer.Tanh();
        }
        throw new IllegalArgumentException("expected a layer of an architecture, found " + layer);
    }
}
