package lipschitzlab.benchmark;

import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.network.Architecture;
import lipschitzlab.preset.DataSpec;
import lipschitzlab.preset.GeneratorSpec;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/** The sizes of networks and batches whose steps are timed. Images are drawn shapes: the time does not depend on what they show. */
public enum Workload {
    /** Generator 2→128³→2 and critic 2→128³→1, batch 256. */
    TOY("toy", "MLP 2→128³→1, batch 256", 256, mlp(128, 0), mlp(128, 0.1), DatasetKind.EIGHT_GAUSSIANS, 1),
    /** The toy networks of Gulrajani et al. 2017: generator 2→512³→2 and critic 2→512³→1, batch 256. */
    PAPER_TOY("paper-toy", "MLP 2→512³→1, batch 256", 256, mlp(512, 0), mlp(512, 0), DatasetKind.EIGHT_GAUSSIANS, 1),
    /** The standard CNN at a quarter of its width on 28×28 grey pictures, batch 64. */
    MNIST(
            "mnist",
            "standard CNN, width ¼, 28×28×1, batch 64",
            64,
            new Architecture.StandardCnn(0.25),
            new Architecture.StandardCnn(0.25),
            DatasetKind.SHAPES,
            1),
    /** The standard CNN of Miyato et al. 2018 at its full width on 32×32 colour pictures, batch 64. */
    CIFAR(
            "cifar",
            "standard CNN, full width, 32×32×3, batch 64",
            64,
            new Architecture.StandardCnn(1),
            new Architecture.StandardCnn(1),
            DatasetKind.SHAPES,
            3);

    private final String id;
    private final String title;
    private final int batch;
    private final Architecture generator;
    private final Architecture critic;
    private final DatasetKind data;
    private final int channels;

    Workload(
            String id,
            String title,
            int batch,
            Architecture generator,
            Architecture critic,
            DatasetKind data,
            int channels) {
        this.id = id;
        this.title = title;
        this.batch = batch;
        this.generator = generator;
        this.critic = critic;
        this.data = data;
        this.channels = channels;
    }

    private static Architecture mlp(int width, double slope) {
        return new Architecture.Mlp(List.of(width, width, width), slope);
    }

    /**
     * The workload of that id.
     *
     * @throws InputException if there is none, with all ids
     */
    public static Workload of(String id) {
        for (Workload workload : values()) {
            if (workload.id.equals(id)) {
                return workload;
            }
        }
        throw new InputException(
                "workload",
                "one of "
                        + String.join(
                                ", ",
                                List.of(values()).stream().map(Workload::id).toList()),
                "'" + id + "'",
                "Correct the name.");
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** The networks and the batch, in words. */
    public String title() {
        return title;
    }

    /** Whether the networks are convolutional. */
    boolean images() {
        return data.images();
    }

    /** The preset that these lanes train in. */
    Preset preset(List<LaneSpec> specs) {
        Values shared = new Values(SharedSettings.all())
                .with(SharedSettings.BATCH, batch)
                .with(SharedSettings.LATENT, data.images() ? 128 : 2);
        return new Preset(
                id,
                title,
                "",
                shared,
                new DataSpec(data, dataValues(), Optional.empty()),
                new GeneratorSpec.Trained(generator, 1),
                critic,
                specs,
                "",
                List.of());
    }

    private Values dataValues() {
        Values values = new Values(data.settings());
        return data == DatasetKind.SHAPES
                ? values.with(Datasets.CHANNELS, channels).with(Datasets.SIDE, channels == 1 ? 28 : 32)
                : values;
    }
}
