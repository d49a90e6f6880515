package lipschitzlab.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/** A network whose parameters are fixed for one computation; lives as long as the scope in which it was bound. */
public final class BoundNetwork {
    private static final int[] NO_LABELS = {};

    private final Network network;
    private final Map<Parameter, Var> raw;
    private final Map<Parameter, Var> effective;
    private final int[] labels;

    BoundNetwork(Network network, Reparametrization rule, boolean trainable) {
        this(network, new HashMap<>(), new HashMap<>(), NO_LABELS);
        for (Parameter parameter : network.parameters()) {
            Var value = trainable
                    ? Var.variable(network.engine(), parameter.value())
                    : Var.constant(network.engine(), parameter.value());
            raw.put(parameter, value);
        }
        for (Parameter parameter : network.parameters()) {
            Var value = raw.get(parameter);
            boolean ruled = parameter.role() == Parameter.Role.WEIGHT;
            effective.put(parameter, ruled ? rule.effectiveWeight(parameter, value, this::raw) : value);
        }
        // Constants, so that their gradient is 0 and not rounding, along which an optimizer takes full steps.
        network.idleBiases().forEach(bias -> effective.put(bias, raw.get(bias).detach()));
    }

    private BoundNetwork(Network network, Map<Parameter, Var> raw, Map<Parameter, Var> effective, int[] labels) {
        this.network = network;
        this.raw = raw;
        this.effective = effective;
        this.labels = labels;
    }

    private Var raw(Parameter parameter) {
        Var value = raw.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected a parameter that the network was extended with, found " + parameter.name());
        }
        return value;
    }

    /**
     * The same network for samples of these classes: a function of the samples alone. A batch of k times as many samples has the
     * classes k times, as where real samples, fake ones and points between them, of the same classes each, are judged together.
     * A network that reads no classes is itself.
     *
     * @param classOfEach from 0 to below {@link Network#classes}
     */
    public BoundNetwork given(int[] classOfEach) {
        if (network.classes() == 0) {
            return this;
        }
        for (int label : classOfEach) {
            if (label < 0 || label >= network.classes()) {
                throw new IllegalArgumentException(
                        "expected classes from 0 to " + (network.classes() - 1) + ", found " + label);
            }
        }
        return new BoundNetwork(network, raw, effective, classOfEach.clone());
    }

    /** The same for some of its samples, {@code rows} from {@code first} on. */
    public BoundNetwork part(int first, int rows) {
        if (labels.length == 0) {
            return this;
        }
        int[] some = new int[rows];
        Arrays.setAll(some, row -> labels[(first + row) % labels.length]);
        return new BoundNetwork(network, raw, effective, some);
    }

    /**
     * The network's output.
     *
     * @param x {@code [batch, …]}
     * @throws IllegalStateException if the network reads classes and none were {@linkplain #given given}
     */
    public Var apply(Var x) {
        return apply(x, (layer, input) -> {});
    }

    /**
     * As {@link #apply(Var)}.
     *
     * @param reads told what each layer without layers inside it reads, in the order of the computation
     */
    public Var apply(Var x, BiConsumer<Layer, Var> reads) {
        return Sequence.apply(network.layers(), x, new Pass(reads));
    }

    /**
     * What each layer hands on, in the order of the layers; the last is the network's output.
     *
     * @param x {@code [batch, …]}
     */
    public List<Var> outputs(Var x) {
        List<Var> outputs = new ArrayList<>();
        Binding pass = new Pass((layer, input) -> {});
        Var output = x;
        for (Layer layer : network.layers()) {
            output = Sequence.apply(layer, output, pass);
            outputs.add(output);
        }
        return outputs;
    }

    /** One computation of the network. */
    private final class Pass implements Binding {
        private final BiConsumer<Layer, Var> observer;

        Pass(BiConsumer<Layer, Var> observer) {
            this.observer = observer;
        }

        @Override
        public Var of(Parameter parameter) {
            return effective.get(parameter);
        }

        @Override
        public Var classes(int rows) {
            if (labels.length == 0 || rows % labels.length != 0) {
                throw new IllegalStateException("expected a class for each of " + rows
                        + " samples, or for each part of as" + " many, found " + labels.length + " classes");
            }
            float[] oneHot = new float[rows * network.classes()];
            for (int row = 0; row < rows; row++) {
                oneHot[row * network.classes() + labels[row % labels.length]] = 1;
            }
            return Var.constant(network.engine(), network.engine().of(oneHot, Shape.of(rows, network.classes())));
        }

        @Override
        public void reads(Layer layer, Var input) {
            observer.accept(layer, input);
        }
    }

    /** The parameters as variables, in the network's order: what training differentiates with respect to. */
    public List<Var> variables() {
        return network.parameters().stream().map(raw::get).toList();
    }

    /** What the layer really uses of this parameter. */
    public Var effective(Parameter parameter) {
        return effective.get(parameter);
    }

    /** The network. */
    public Network network() {
        return network;
    }
}
