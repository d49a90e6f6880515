package lipschitzlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.SingularTriplet;
import lipschitzlab.diagnostic.CircularSpectrum;
import lipschitzlab.diagnostic.LayerOperatorNorms;
import lipschitzlab.diagnostic.LipschitzBound;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.network.LinearMap;
import lipschitzlab.network.Parameter;

/** Measures the singular values of the critic's layers. */
final class SpectrumProbe {
    /** How far the cosine of two float arrays may be from 1 by rounding alone. */
    private static final double PARALLEL = 1e-9;

    private final LaneProbe probe;
    private final Set<String> matrices;
    private Map<String, Double> operatorNorms = Map.of();

    SpectrumProbe(LaneProbe probe) {
        this.probe = probe;
        this.matrices = LipschitzBound.weightsOf(probe.training().critic().lipschitz()).stream()
                .filter(linear -> linear.map() instanceof LinearMap.Matrix)
                .map(linear -> linear.weight().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Remembers the operator norms of layers until they are measured anew. */
    void takeOperatorNorms(List<LayerOperatorNorms> layers) {
        operatorNorms = layers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        LayerOperatorNorms::layer, norms -> norms.operator().value()));
    }

    /** What it remembers of them. */
    Map<String, Double> operatorNorms() {
        return operatorNorms;
    }

    /** Remembers these. */
    void restoreOperatorNorms(Map<String, Double> norms) {
        operatorNorms = Map.copyOf(norms);
    }

    /** The spectra of the critic's layers as they are now. */
    List<LayerSpectrum> spectra() {
        List<LayerSpectrum> spectra = new ArrayList<>();
        List<float[]> used = probe.effectiveWeights();
        List<Parameter> weights = probe.training().critic().weights();
        for (int i = 0; i < weights.size(); i++) {
            spectra.add(spectrum(weights.get(i), used.get(i)));
        }
        return spectra;
    }

    private LayerSpectrum spectrum(Parameter weight, float[] used) {
        Shape matrix = weight.matrixShape();
        double[] sigma = SingularSpectrum.of(used, matrix.size(0), matrix.size(1));
        OptionalDouble estimate = probe.training().constraint().leadingTriplet(weight).stream()
                .mapToDouble(SingularTriplet::sigma)
                .findFirst();
        return new LayerSpectrum(
                weight.name(),
                sigma,
                SingularSpectrum.stableRank(sigma),
                rawNorm(weight, used, sigma[0]),
                estimate,
                operatorNorm(weight.name(), sigma[0]));
    }

    private OptionalDouble operatorNorm(String layer, double largest) {
        if (matrices.contains(layer)) {
            return OptionalDouble.of(largest);
        }
        Double measured = operatorNorms.get(layer);
        return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
    }

    /** The raw weight's largest singular value: from the effective weight's where the one is a multiple of the other. */
    private double rawNorm(Parameter weight, float[] used, double usedNorm) {
        float[] raw = probe.training().engine().read(weight.value());
        double rawSquares = dot(raw, raw);
        double usedSquares = dot(used, used);
        double cosine = dot(raw, used) / Math.sqrt(rawSquares * usedSquares);
        if (1 - Math.abs(cosine) < PARALLEL) {
            return usedNorm * Math.sqrt(rawSquares / usedSquares);
        }
        Shape matrix = weight.matrixShape();
        return SingularSpectrum.of(raw, matrix.size(0), matrix.size(1))[0];
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /**
     * The spectra of layers as linear operators: of convolutions of stride 1 under circular padding, and of matrices.
     *
     * @param spectra of the layers as they are now
     */
    List<CircularSpectrum> operators(List<LayerSpectrum> spectra) {
        List<CircularSpectrum> operators = new ArrayList<>(probe.critic(CircularSpectrum::of));
        spectra.stream()
                .filter(spectrum -> matrices.contains(spectrum.layer()))
                .forEach(spectrum -> operators.add(new CircularSpectrum(spectrum.layer(), spectrum.sigma())));
        return operators;
    }
}
