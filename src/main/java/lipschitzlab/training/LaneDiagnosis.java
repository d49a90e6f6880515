package lipschitzlab.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.diagnostic.CriticPoints;
import lipschitzlab.diagnostic.CriticSlopes;
import lipschitzlab.diagnostic.LipschitzBound;
import lipschitzlab.diagnostic.LipschitzGauge;
import lipschitzlab.diagnostic.ModeCoverage;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SlopeMap;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.network.BoundNetwork;

/** Measures a lane without changing it. The points at which it measures are the same in every lane and at every step. */
public final class LaneDiagnosis {
    private static final int SLOPE_POINTS = 256;
    private static final int IMAGE_SLOPE_POINTS = 64;
    private static final int CLIMBS = 2;
    private static final List<Metric> BOUNDS =
            List.of(Metric.LIPSCHITZ_CERTIFIED, Metric.LIPSCHITZ_OPERATORS, Metric.LIPSCHITZ_NOMINAL);
    private static final int BINS = 41;
    private static final int SURFACE_SIZE = 49;
    private static final int CURVE_SIZE = 301;
    private static final double SURFACE_MARGIN = 1.5;

    private final LaneProbe probe;
    private final ShownSamples shown;
    private final SpectrumProbe spectra;
    private final Dataset data;
    private final boolean images;
    private final boolean plane;
    private final HeldOutDistances distances;
    private final LabelledSamples real;
    private final float[] grid;
    private final double extent;

    public LaneDiagnosis(LaneTraining training) {
        this.probe = new LaneProbe(training);
        this.shown = new ShownSamples(probe);
        this.spectra = new SpectrumProbe(probe);
        this.data = training.data();
        this.images = data.sampleShape().rank() > 1;
        this.plane = !images && data.sampleShape().length() > 1;
        long seed = training.seed();
        this.distances = new HeldOutDistances(data, seed);
        this.real = heldOut(training.classes(), slopePoints(), RandomStream.of(seed, RandomPurpose.SLOPE_POINTS));
        this.extent = SURFACE_MARGIN * data.range();
        this.grid = images
                ? new float[0]
                : plane ? PlaneMap.points(SURFACE_SIZE, extent) : Surface.line(CURVE_SIZE, extent);
    }

    /** With classes only where networks read them. */
    static LabelledSamples heldOut(ClassDraws classes, int count, RandomStream random) {
        LabelledSamples drawn = classes.data().labelledHeldOut(count, random);
        return classes.used() ? drawn : LabelledSamples.unlabelled(drawn.values());
    }

    private int slopePoints() {
        return images ? IMAGE_SLOPE_POINTS : SLOPE_POINTS;
    }

    /**
     * The metrics that are measured at every diagnosis: slopes, distances and coverage of modes.
     *
     * @param gap the critic's gap at its last update; NaN before the first
     */
    public Map<Metric, Double> measure(double gap) {
        Map<Metric, Double> measures = new EnumMap<>(Metric.class);
        float[] fake = probe.samples(distances.slicedSamples(), SampleUse.MEASURED);
        measureSlopes(measures, likeReal(fake), gap);
        measures.put(Metric.SLICED_WASSERSTEIN, distances.sliced(fake));
        data.mixture().ifPresent(mixture -> {
            ModeCoverage coverage = ModeCoverage.of(fake, mixture);
            measures.put(Metric.MODES, (double) coverage.modes());
            measures.put(
                    Metric.BALANCED_MODES,
                    coverage.balancedModes().isPresent()
                            ? coverage.balancedModes().getAsInt()
                            : Double.NaN);
            measures.put(Metric.HIGH_QUALITY, coverage.highQuality());
            measures.put(Metric.NEAR_MODE, coverage.nearMode());
        });
        return measures;
    }

    /** As many samples of the generator as there are real ones, and of their classes. */
    private float[] likeReal(float[] fake) {
        return real.labels().length == 0
                ? Arrays.copyOf(fake, real.values().length)
                : probe.samples(slopePoints(), real.labels(), SampleUse.MEASURED);
    }

    private void measureSlopes(Map<Metric, Double> measures, float[] fake, double gap) {
        Slopes slopes = probe.critic(critic -> slopes(critic.given(real.labels()), fake));
        measures.put(Metric.GRADIENT_NORM_REAL, mean(slopes.real()));
        measures.put(Metric.GRADIENT_NORM_FAKE, mean(slopes.fake()));
        measures.put(Metric.GRADIENT_NORM_INTERPOLATED, mean(slopes.between()));
        double steepest = Math.max(largest(slopes.real()), Math.max(largest(slopes.fake()), largest(slopes.between())));
        measures.put(Metric.GRADIENT_NORM_MAX, steepest);
        measures.put(Metric.GENERATOR_SIGNAL, mean(slopes.signal()));
        if (!Double.isNaN(gap)) {
            measures.put(Metric.GAP_OVER_SLOPE, gap / steepest);
        }
    }

    /**
     * ‖∇D‖₂ at samples.
     *
     * @param signal the size of the gradient of the generator's loss at fake samples, as if each were the whole batch
     */
    private record Slopes(double[] real, double[] fake, double[] between, double[] signal) {}

    private Slopes slopes(BoundNetwork critic, float[] fake) {
        Shape sample = data.sampleShape();
        return new Slopes(
                CriticSlopes.at(critic, sample, real.values()).slopes(),
                CriticSlopes.at(critic, sample, fake).slopes(),
                CriticSlopes.at(critic, sample, between(fake)).slopes(),
                CriticSlopes.of(critic, sample, fake, this::generatorLossOfEach).slopes());
    }

    private Var generatorLossOfEach(Var outputs) {
        return probe.training()
                .objective()
                .generatorLoss(outputs)
                .scale(outputs.shape().size(0));
    }

    private float[] between(float[] fake) {
        return CriticPoints.between(
                real.values(), fake, data.sampleShape().length(), probe.stream(RandomPurpose.INTERPOLATION));
    }

    /**
     * What is known of the critic's Lipschitz constant, and on points of the plane the samples' exact distance. It takes as
     * long as several other measurements.
     *
     * @param reasons takes, by metric, why there is no such number
     */
    public Map<Metric, Double> gauge(BiConsumer<Metric, String> reasons) {
        Map<Metric, Double> measures = new EnumMap<>(Metric.class);
        float[] fake = probe.samples(distances.slicedSamples(), SampleUse.MEASURED);
        LipschitzGauge gauge = probe.critic(
                critic -> LipschitzGauge.of(critic, points(fake), CLIMBS, probe.stream(RandomPurpose.GAUGE)));
        measures.put(Metric.LIPSCHITZ_FOUND, gauge.below().found());
        LipschitzBound above = gauge.above();
        put(measures, Metric.LIPSCHITZ_CERTIFIED, above.certified());
        put(measures, Metric.LIPSCHITZ_OPERATORS, above.estimate());
        put(measures, Metric.LIPSCHITZ_NOMINAL, above.nominal());
        above.missing().ifPresent(reason -> BOUNDS.forEach(metric -> reasons.accept(metric, reason)));
        spectra.takeOperatorNorms(above.layers());
        put(measures, Metric.WASSERSTEIN, distances.exact(fake));
        return measures;
    }

    /** The generator's pictures compared with real ones; it takes seconds. */
    public Map<Metric, Double> compare(PictureMeasures pictures) {
        int[] labels = comparedLabels(pictures);
        return compare(pictures, labels, probe.samples(pictures.samples(), labels, SampleUse.MEASURED));
    }

    /** The same for the averaged generator, if one is kept. */
    public Optional<Map<Metric, Double>> compareAverage(PictureMeasures pictures) {
        int[] labels = comparedLabels(pictures);
        return probe.averagedSamples(pictures.samples(), labels, SampleUse.MEASURED)
                .map(made -> compare(pictures, labels, made));
    }

    private int[] comparedLabels(PictureMeasures pictures) {
        LaneTraining training = probe.training();
        return training.classes().of(SampleUse.MEASURED, pictures.samples(), training.seed());
    }

    private Map<Metric, Double> compare(PictureMeasures pictures, int[] labels, float[] made) {
        LaneTraining training = probe.training();
        Map<Metric, Double> measures = pictures.of(made, training.engine());
        if (training.classes().used()) {
            put(measures, Metric.CLASS_AGREEMENT, pictures.agreement(made, labels, training.engine()));
        }
        return measures;
    }

    private static void put(Map<Metric, Double> measures, Metric metric, OptionalDouble value) {
        value.ifPresent(number -> measures.put(metric, number));
    }

    private CriticPoints points(float[] fake) {
        return CriticPoints.of(
                data.sampleShape(),
                real.values(),
                likeReal(fake),
                real.labels(),
                data.range(),
                probe.stream(RandomPurpose.GAUGE_POINTS));
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).max().orElse(Double.NaN);
    }

    /** The operator norms of layers, by name, as they were measured last. */
    public Map<String, Double> operatorNorms() {
        return spectra.operatorNorms();
    }

    /** Goes on with these until they are measured anew. */
    public void restoreOperatorNorms(Map<String, Double> norms) {
        spectra.restoreOperatorNorms(norms);
    }

    /** The spectra of the critic's layers as they are now. */
    public List<LayerSpectrum> spectra() {
        return spectra.spectra();
    }

    /**
     * The requested details.
     *
     * @param spectraNow the spectra of the layers as they are now
     */
    public Details details(Set<Detail> requestedDetails, List<LayerSpectrum> spectraNow) {
        return new Details(
                requestedDetails.contains(Detail.OPERATOR_SPECTRA) ? spectra.operators(spectraNow) : List.of(),
                requestedDetails.contains(Detail.WEIGHTS)
                        ? probe.critic(critic -> WeightHistogram.ofLayers(critic, BINS))
                        : List.of(),
                requestedDetails.contains(Detail.GRADIENTS)
                        ? probe.layerGradients(real, likeReal(probe.samples(slopePoints(), SampleUse.MEASURED)))
                        : List.of());
    }

    /**
     * A picture of the lane as it is now, with spectra and details that were taken before.
     *
     * @param requested of these the critic's slope, on points of the plane, and the averaged generator's samples are taken now
     */
    public Snapshot snapshot(List<LayerSpectrum> spectraNow, Details details, Set<Detail> requested) {
        float[] samples = shown.newest();
        Optional<float[]> averaged = requested.contains(Detail.AVERAGED_SAMPLES) ? shown.averaged() : Optional.empty();
        Optional<SlopeMap> slope =
                requested.contains(Detail.SLOPES) && plane ? Optional.of(slopeMap(samples)) : Optional.empty();
        return new Snapshot(
                probe.training().step(),
                data.sampleShape(),
                samples,
                surface(slope),
                slope,
                spectraNow,
                details,
                averaged);
    }

    private SlopeMap slopeMap(float[] samples) {
        PlaneMap map = probe.critic(critic -> PlaneMap.of(critic, SURFACE_SIZE, extent));
        return new SlopeMap(map, between(Arrays.copyOf(samples, real.values().length)));
    }

    private Optional<Surface> surface(Optional<SlopeMap> slope) {
        if (images) {
            return Optional.empty();
        }
        float[] values = slope.map(known -> known.map().values()).orElseGet(this::values);
        return Optional.of(new Surface(plane ? SURFACE_SIZE : CURVE_SIZE, extent, values));
    }

    private float[] values() {
        return probe.critic(critic -> CriticSlopes.values(critic, data.sampleShape(), grid));
    }
}
