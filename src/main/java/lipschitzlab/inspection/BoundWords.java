package lipschitzlab.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the product of the largest singular values says, in words. */
public final class BoundWords {
    /** What the matrices are compared with. */
    public static final String RANDOM =
            "Random: a matrix of the same shape whose entries are independent and have the same"
                    + " variance (Marchenko and Pastur 1967).";

    private static final String STORED =
            "There is no product: these weights are as they are stored, before a normalization makes those that layers use.";

    private static final String NOMINAL =
            " It is nominal: a kernel [out, in, h, w] is measured as the matrix [out, in·h·w], and"
                    + " its convolution can stretch more than that.";

    private BoundWords() {}

    /** A sentence for each network of the file. */
    public static List<String> of(WeightInspection inspection) {
        List<String> sentences = new ArrayList<>();
        for (WeightInspection.Bound bound : inspection.bounds()) {
            String of = bound.network().isEmpty() ? "" : " of the " + bound.network();
            String layers = bound.layers() == 1 ? "its only matrix" : bound.layers() + " matrices";
            String text = Double.isNaN(bound.product())
                    ? "The product of σ₁" + of + " over " + layers + " is not known, since one of them is not."
                    : String.format(
                            Locale.ROOT,
                            "The product of σ₁%s over %s is %.4g: a bound of the slope if they follow one another and nothing"
                                    + " between them stretches.",
                            of,
                            layers,
                            bound.product());
            sentences.add(bound.nominal() && !Double.isNaN(bound.product()) ? text + NOMINAL : text);
        }
        if (sentences.isEmpty()) {
            sentences.add(STORED);
        }
        return sentences;
    }
}
