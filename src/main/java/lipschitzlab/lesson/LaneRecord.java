package lipschitzlab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.LayerOperatorNorms;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.statistic.Quantiles;
import lipschitzlab.training.LaneInspection;

/**
 * What is known of a lane after its run. Every number is NaN where it was not measured, and where the lane had stopped by
 * itself by then. Layers count from 1, the critic's input; −1 is the last.
 *
 * @param spec the lane's
 * @param title in charts and tables
 * @param horizon generator steps that it was to train
 * @param done generator steps that it trained
 * @param start before the first step, if anything was asked for
 * @param end after the last step, if anything was asked for and the lane came so far
 * @param floors of the distances, where they were asked for
 */
public record LaneRecord(
        LaneSpec spec,
        String title,
        int horizon,
        int done,
        LaneHistory history,
        Optional<LaneInspection> start,
        Optional<LaneInspection> end,
        Map<Metric, Floor> floors) {
    /** The first steps, in which the Java machine still compiles, are left out of times: one part in so many. */
    private static final int WARM_UP = 5;

    /**
     * What is known of a lane that rests.
     *
     * @param parts what of its end is measured now, if it did not stop by itself
     * @param floors of the distances, where they were asked for
     */
    public static LaneRecord of(
            Lane lane,
            String title,
            Optional<LaneInspection> start,
            Set<LaneInspection.Part> parts,
            Map<Metric, Floor> floors) {
        LaneStatus status = lane.status();
        boolean whole = status.failure().isEmpty();
        return new LaneRecord(
                lane.spec(),
                title,
                status.horizon(),
                // A lane that stopped by itself has no end, and its last step is not to be relied on.
                whole ? status.step() : status.step() - 1,
                status.history(),
                start,
                whole && !parts.isEmpty() ? lane.inspect(parts) : Optional.empty(),
                floors);
    }

    /** The value that was recorded last at a step or before it. */
    public double at(Metric metric, int step) {
        return step <= done ? history.at(metric, step) : Double.NaN;
    }

    /** The values that were recorded from a step to another, both included; one NaN if the lane did not come so far. */
    public DoubleStream within(Metric metric, int from, int to) {
        if (to > done) {
            return DoubleStream.of(Double.NaN);
        }
        Curve curve = history.curve(metric);
        return DoubleStream.of(java.util.stream.IntStream.range(0, curve.length())
                .filter(i -> curve.steps()[i] >= from && curve.steps()[i] <= to)
                .mapToDouble(i -> curve.values()[i])
                .toArray());
    }

    /** A number of a layer's spectrum, as it was recorded last at a step or before it. */
    public double spectrum(int layer, int step, ToDoubleFunction<LayerSpectrum> number) {
        return spectraUntil(step).map(layers -> of(layers, layer, number)).orElse(Double.NaN);
    }

    private Optional<List<LayerSpectrum>> spectraUntil(int step) {
        return history.spectra().stream()
                .filter(record -> record.step() <= step && step <= done)
                .reduce((earlier, later) -> later)
                .map(SpectrumRecord::layers);
    }

    /** The largest |σ̂ − σ|/σ of any layer at any recorded step from one to another, for a method that estimates σ. */
    public double largestEstimateError(int from, int to) {
        return Arrays.stream(largestEstimateErrors(from, to)).max().orElse(Double.NaN);
    }

    /**
     * As {@link #largestEstimateError}, but not the largest of the recorded steps.
     *
     * @param share of the steps that are at most so large
     */
    public double estimateErrorQuantile(double share, int from, int to) {
        return Quantiles.of(share, largestEstimateErrors(from, to));
    }

    /** One for each recorded step. */
    private double[] largestEstimateErrors(int from, int to) {
        return history.spectra().stream()
                .filter(record -> record.step() >= from && record.step() <= to && to <= done)
                .mapToDouble(record -> record.layers().stream()
                        .mapToDouble(LaneRecord::estimateError)
                        .max()
                        .orElse(Double.NaN))
                .toArray();
    }

    /**
     * What a comparison comes to for real samples in all but a twentieth of the draws: at most this for a distance, at least this for
     * what is large for real samples, such as recall. NaN where that was not asked for.
     */
    public double floor(Metric metric) {
        return Optional.ofNullable(floors.get(metric))
                .map(floor -> floor.end(metric))
                .orElse(Double.NaN);
    }

    /** |σ̂ − σ|/σ, NaN where nothing is estimated. */
    public static double estimateError(LayerSpectrum layer) {
        return layer.estimatedNorm().isEmpty()
                ? Double.NaN
                : Math.abs(layer.estimatedNorm().getAsDouble() - layer.rawNorm()) / layer.rawNorm();
    }

    /** The share of a layer's weights whose size is within 1 % of the largest weight's, at the end. */
    public double shareAtEdge(int layer) {
        return inspected(end, LaneInspection::weights, layer, LaneRecord::shareAtEdge);
    }

    /** As {@link #shareAtEdge(int)}, of these weights. */
    public static double shareAtEdge(WeightHistogram weights) {
        int[] counts = weights.histogram().counts();
        double all = Arrays.stream(counts).sum() + weights.histogram().outside();
        return (counts[0] + counts[counts.length - 1]) / all;
    }

    /** A layer's norm as the linear map that it is, by the largest singular value of its reshaped weight, at the end. */
    public double operatorOverReshaped(int layer) {
        return inspected(end, LaneInspection::norms, layer, LaneRecord::operatorOverReshaped);
    }

    /** As {@link #operatorOverReshaped(int)}, of these norms. */
    public static double operatorOverReshaped(LayerOperatorNorms norms) {
        return norms.operator().value() / norms.reshapedNorm();
    }

    /** The norm of the critic's loss's gradient with respect to a layer's activation, at step 0 or at the end. */
    public double activationGradient(int layer, int step) {
        return inspected(step == 0 ? start : end, LaneInspection::gradients, layer, LayerGradient::activation);
    }

    private <T> double inspected(
            Optional<LaneInspection> when,
            Function<LaneInspection, List<T>> part,
            int layer,
            ToDoubleFunction<T> number) {
        return when.map(part).map(layers -> of(layers, layer, number)).orElse(Double.NaN);
    }

    private static <T> double of(List<T> layers, int layer, ToDoubleFunction<T> number) {
        int index = layer > 0 ? layer - 1 : layers.size() + layer;
        return index < layers.size() ? number.applyAsDouble(layers.get(index)) : Double.NaN;
    }

    /** As {@link #secondsPerStep}, by the number of critic updates: the generator's share is in it. */
    public double secondsPerCriticStep() {
        return secondsPerStep() / spec.values().get(LaneSettings.CRITIC_STEPS);
    }

    /**
     * The median time of a generator step with its critic updates; the first fifth of the steps is left out.
     *
     * @return seconds; NaN before the second step
     */
    public double secondsPerStep() {
        double[] seconds = history.curve(Metric.GAP).seconds();
        double[] steps = new double[Math.max(0, seconds.length - 1)];
        Arrays.setAll(steps, i -> seconds[i + 1] - seconds[i]);
        return Quantiles.median(
                Arrays.stream(steps).skip(steps.length / WARM_UP).toArray());
    }
}
