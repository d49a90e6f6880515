package lipschitzlab.export.network;

import java.nio.file.Path;
import java.util.Map;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.training.LaneTraining;

/**
 * Networks that trained a few steps, in their files, beside their outputs for {@link KnownInputs} as the engine under test computes
 * them. The program writes those that are kept in the test tree anew.
 */
final class ExportedNetworks {
    static final Path KEPT = Path.of("src", "test", "resources", "networks");

    /** Of the numbers of a thousand pictures every so many are kept. */
    private static final int STRIDE = 200;

    private ExportedNetworks() {}

    public static void main(String[] arguments) throws Exception {
        export(points(), "spectral-norm", KEPT.resolve("points"));
        export(pictures(), "gradient-penalty", KEPT.resolve("pictures"));
    }

    static Preset points() {
        return TinyPresets.tiny("eight-gaussians", "[16, 16]", "lanes.spectral-norm.bound", "2");
    }

    /** The SNGAN paper's networks, a few channels wide, with a layer normalization in the critic. */
    static Preset pictures() {
        return PresetReader.of(
                "shapes",
                Map.of(
                        "generator.width",
                        "0.0125",
                        "critic.width",
                        "0.03125",
                        "batch",
                        "8",
                        "latent",
                        "8",
                        "schedule.steps",
                        "6",
                        "lanes.gradient-penalty.constraint",
                        "[layer-norm, gradient-penalty]"));
    }

    /** Trains a lane to its horizon, and writes its networks and what they put out. */
    static void export(Preset preset, String id, Path folder) throws InterruptedException {
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            Lane lane = experiment.lane(id);
            lane.failure().ifPresent(why -> {
                throw new IllegalStateException(why.cause());
            });
            Runnable write = () -> {
                NetworkFiles.write(folder, preset, lane);
                lane.read(training -> {
                    expect(folder, training);
                    return true;
                });
            };
            experiment.doAtRest(write, Experiment.FOREVER);
        }
    }

    private static void expect(Path folder, LaneTraining training) {
        SafetensorsWriter expected = new SafetensorsWriter();
        Network critic = training.critic();
        try (Scope temporaries = critic.engine().openScope()) {
            BoundNetwork bound = critic.bind(training.constraint(), false);
            expected.floats(
                    "critic",
                    new int[] {KnownInputs.ROWS},
                    output(bound, training.data().sampleShape()));
        }
        training.generatorNetwork().ifPresent(generator -> {
            try (Scope temporaries = generator.engine().openScope()) {
                Shape latent = Shape.of(generator.weights().get(0).shape().size(0));
                float[] samples = some(output(generator.bind(Reparametrization.unchanged(), false), latent));
                expected.floats("generator", new int[] {samples.length}, samples);
            }
        });
        WholeFile.write(folder.resolve("expected.safetensors"), expected::writeTo);
    }

    private static float[] output(BoundNetwork network, Shape row) {
        Engine engine = network.network().engine();
        float[] rows = KnownInputs.of(row);
        Var x = Var.constant(engine, engine.of(rows, row.batchOf(KnownInputs.ROWS)));
        return engine.read(network.apply(x).value());
    }

    /** All numbers of points; of pictures one of {@value #STRIDE}. */
    static float[] some(float[] output) {
        int stride = output.length <= 2 * KnownInputs.ROWS ? 1 : STRIDE;
        float[] some = new float[output.length / stride];
        for (int i = 0; i < some.length; i++) {
            some[i] = output[i * stride];
        }
        return some;
    }
}
