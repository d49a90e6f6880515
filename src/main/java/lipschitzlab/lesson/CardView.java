package lipschitzlab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lipschitzlab.measurement.Detail;

/** What the chart of every card can show; a person chooses it in the window, and a lesson names what it opens with. */
public enum CardView {
    /** The singular values of a layer's weight as a matrix. */
    MATRIX("Singular values: matrix", "What the SNGAN paper divides by: σ₁ of the weight reshaped to a matrix", true),
    /** The singular values of a layer as the linear operator that it is. */
    OPERATOR(
            "Singular values: operator (circular)",
            "Of a convolution as a linear map of its whole input, with circular padding, for stride 1",
            true,
            Detail.OPERATOR_SPECTRA),
    /** The singular values of a layer's weight over the run. */
    STRIP(
            "Singular values over time",
            "The singular values of a layer, largest on top, step by step; a layer that collapses darkens from below",
            true),
    /** How a layer's weights are distributed. */
    WEIGHTS(
            "Weight histogram",
            "How a layer's weights are distributed; dashed: ±c of weight clipping",
            true,
            Detail.WEIGHTS),
    /** The gradient of the critic's loss at each layer. */
    GRADIENTS(
            "Gradient norms by layer",
            "The gradient of the critic's loss with respect to each layer's activation: does it explode or vanish?",
            false,
            Detail.GRADIENTS),
    /** What is known of the critic's Lipschitz constant. */
    GAUGE("Lipschitz gauge", "The critic's Lipschitz constant over time, from below and from above", false);

    private final String title;
    private final String help;
    private final boolean ofLayer;
    private final Set<Detail> needs;

    CardView(String title, String help, boolean ofLayer, Detail... needs) {
        this.title = title;
        this.help = help;
        this.ofLayer = ofLayer;
        this.needs = Set.of(needs);
    }

    /** The name in a lesson. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(CardView::id).toList();
    }

    /** The view of this name. */
    static CardView of(String id) {
        return Arrays.stream(values())
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view '" + id + "'"));
    }

    /** The name in the chooser. */
    public String title() {
        return title;
    }

    /** What it shows, for a student. */
    public String help() {
        return help;
    }

    /** Whether it shows one layer. */
    public boolean ofLayer() {
        return ofLayer;
    }

    /** What lanes must measure for it. */
    public Set<Detail> needs() {
        return needs;
    }
}
