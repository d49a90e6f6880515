package lipschitzlab.desktop.card;

import java.util.List;
import java.util.OptionalDouble;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.SingularSpectrum;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.SpectrumTrack;

/**
 * What stands above a card's chart.
 *
 * @param line its numbers
 * @param help what chart and numbers mean, for a student
 */
record CardWords(String line, String help) {
    /** Why the two norms of a layer differ. */
    static final String TWO_NORMS =
            "The two norms of a convolution differ because it reads each pixel in several overlapping patches, so that as an"
                    + " operator it can stretch its whole input more than its reshaped kernel stretches one patch; of a dense"
                    + " layer they are the same.";

    private static final String APART = "  ·  ";

    static CardWords ofMatrix(LayerSpectrum spectrum) {
        String raw = "Before the constraint's normalization the largest is " + Texts.number(spectrum.rawNorm());
        String estimate = spectrum.estimatedNorm().isPresent()
                ? ", by the power iteration "
                        + Texts.number(spectrum.estimatedNorm().getAsDouble())
                : "";
        return new CardWords(
                "σ₁ " + Texts.number(spectrum.sigma()[0]) + operator(spectrum) + APART + rank(spectrum),
                "The singular values of the weight that the layer really uses, reshaped to a matrix, the largest first, on a"
                        + " logarithmic axis. Faint: the other lanes.\n\nσ₁ is the largest. " + raw + estimate
                        + ".\nThe stable rank ‖W‖²_F/σ₁² counts how many directions carry the layer.\n\n" + TWO_NORMS);
    }

    static CardWords ofOperator(LayerSpectrum spectrum) {
        return new CardWords(
                "circular σ₁ " + Texts.number(spectrum.sigma()[0]) + operator(spectrum) + APART + rank(spectrum),
                "The singular values of the layer as a linear map of its whole input, a convolution of stride 1 with circular"
                        + " padding, the largest first (Sedghi et al. 2019). Faint: the other lanes. The operator's norm is"
                        + " that with the padding by zeros that the layer really has.\n\n" + TWO_NORMS);
    }

    static CardWords ofSpectraOverTime(SpectrumTrack track) {
        double[] first = track.sigma()[0];
        return new CardWords(
                "stable rank " + Texts.number(SingularSpectrum.stableRank(first)) + " → "
                        + Texts.number(SingularSpectrum.stableRank(track.newest())),
                "The singular values of the weight that the layer really uses, the largest on top, over the steps of the run."
                        + " Light is large, dark is small, by powers of ten on one scale for all lanes; a lane beyond it shows"
                        + " the last colour. A layer that comes to use few of its directions darkens from below.\n\nThe"
                        + " stable rank ‖W‖²_F/σ₁² counts how many directions carry the layer: at step "
                        + Texts.count(track.steps()[0]) + " and at step " + Texts.count(track.end()) + ".");
    }

    /** A dense layer's is σ₁, and is not said twice. */
    private static String operator(LayerSpectrum spectrum) {
        return spectrum.operatorNorm().isPresent() && spectrum.operatorNorm().getAsDouble() != spectrum.sigma()[0]
                ? APART + "operator " + Texts.number(spectrum.operatorNorm().getAsDouble())
                : "";
    }

    private static String rank(LayerSpectrum spectrum) {
        return "stable rank " + Texts.number(spectrum.stableRank());
    }

    static CardWords ofWeights(WeightHistogram weights, OptionalDouble bound) {
        int[] counts = weights.histogram().counts();
        double all = 0;
        for (int count : counts) {
            all += count;
        }
        double outer = (counts[0] + counts[counts.length - 1]) / Math.max(1, all);
        String line =
                "largest " + Texts.number(weights.largest()) + APART + "in the two outer bins " + Texts.percent(outer);
        return new CardWords(
                bound.isPresent() ? "c " + Texts.number(bound.getAsDouble()) + APART + line : line,
                "How the weights that the layer really uses are distributed, over " + counts.length
                        + " bins from the smallest to the largest possible of their size. Weight clipping piles them up at ±c,"
                        + " the dashed lines (Gulrajani et al. 2017, figure 1b).");
    }

    static CardWords ofGradients(List<LayerGradient> layers) {
        double first = layers.get(0).activation();
        double last = layers.get(layers.size() - 1).activation();
        return new CardWords(
                "first layer " + Texts.number(first) + APART + "last " + Texts.number(last),
                "How large the gradient of the critic's loss is with respect to each layer's activation, from the input to the"
                        + " output, on a logarithmic axis: level if every layer learns, rising or falling like an exponential if"
                        + " it explodes or vanishes (Gulrajani et al. 2017, figure 1b). Faint: the other lanes.");
    }

    static CardWords ofGauge(LaneHistory history) {
        String found = "━ found " + Texts.number(history.last(Metric.LIPSCHITZ_FOUND));
        String help =
                "Solid: the steepest slope ‖∇D‖ found, a bound of the Lipschitz constant from below. Dashed: the certified"
                        + " bound from above, the product of the layers' norms. Dotted: the nominal bound, the product of the reshaped"
                        + " weights' norms, which is what spectral normalization sets to 1 and with convolutions no bound at all. Per"
                        + " unit of the data, on a logarithmic axis.";
        return history.missing(Metric.LIPSCHITZ_CERTIFIED)
                .map(reason -> new CardWords(found + APART + "no bound from above: " + reason, help + "\n\n" + reason))
                .orElseGet(() -> new CardWords(
                        found + APART + "╌ certified " + Texts.number(history.last(Metric.LIPSCHITZ_CERTIFIED)) + APART
                                + "┈ nominal " + Texts.number(history.last(Metric.LIPSCHITZ_NOMINAL)),
                        help + "\nThe product of the operator norms is "
                                + Texts.number(history.last(Metric.LIPSCHITZ_OPERATORS)) + "."));
    }
}
