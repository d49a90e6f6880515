package lipschitzlab.network;

import java.util.List;

/** The kind of a network and its sizes. */
public sealed interface Architecture {
    /**
     * Dense layers with an activation between them.
     *
     * @param hidden widths of the hidden layers, at least one
     * @param slope of leaky ReLU for negative inputs; 0 is ReLU
     */
    record Mlp(List<Integer> hidden, double slope) implements Architecture {
        /** Copies the list. */
        public Mlp {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * The standard CNN of the SNGAN paper (Miyato et al. 2018, table 3), for pictures of 28, 32, 48 or 64 pixels.
     *
     * @param width all of the paper's channel counts are multiplied by this; 1 is the paper's, ¼ suits a laptop's CPU
     */
    record StandardCnn(double width) implements Architecture {
        /** The paper's number of channels, multiplied. */
        int channels(int published) {
            return Math.max(1, (int) Math.round(published * width));
        }
    }

    /**
     * The residual network of the SNGAN paper (Miyato et al. 2018, tables 4 and 5, and for 64×64 their code), for pictures of
     * 28, 32, 48 or 64 pixels.
     *
     * @param width all of the paper's channel counts are multiplied by this; 1 is the paper's
     */
    record ResNet(double width) implements Architecture {
        /** The paper's number of channels, multiplied. */
        int channels(int published) {
            return Math.max(1, (int) Math.round(published * width));
        }
    }
}
