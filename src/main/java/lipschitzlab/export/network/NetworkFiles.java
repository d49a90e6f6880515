package lipschitzlab.export.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lipschitzlab.compute.Scope;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Versions;
import lipschitzlab.file.JsonText;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.preset.GeneratorSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.training.LaneTraining;

/**
 * A lane's networks in files that other programs read: {@code critic.safetensors}, {@code generator.safetensors} if it has a
 * network, and {@code architecture.json}. The page {@code networks.md} describes them.
 */
public final class NetworkFiles {
    /** The critic and the architecture; of generators those that there are are added. */
    private static final int FILES = 2;

    private static final String CRITIC = "critic";
    private static final String GENERATOR = "generator";
    private static final String AVERAGE = "generator-average";

    private final Preset preset;
    private final Lane lane;
    private final LaneTraining training;

    private NetworkFiles(Preset preset, Lane lane, LaneTraining training) {
        this.preset = preset;
        this.lane = lane;
        this.training = training;
    }

    /**
     * Writes the networks of a lane that rests.
     *
     * @param folder where they go, made if it does not exist
     * @return how many files there are; 0 of a lane without networks
     * @throws InputException if one cannot be written
     */
    public static int write(Path folder, Preset preset, Lane lane) {
        return lane.read(training -> new NetworkFiles(preset, lane, training).write(folder))
                .orElse(0);
    }

    /**
     * Writes {@code LANE/} for every lane that has networks, all of them as they are while all lanes rest between two steps; waits for
     * that.
     *
     * @return how many files there are
     * @throws InputException if one cannot be written, or if there is nothing to write
     */
    public static int writeAll(Path folder, Experiment experiment) {
        int[] files = {0};
        try {
            experiment.doAtRest(
                    () -> experiment
                            .lanes()
                            .forEach(lane -> files[0] += write(folder.resolve(lane.id()), experiment.preset(), lane)),
                    Experiment.FOREVER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (files[0] == 0) {
            throw new InputException(
                    "networks",
                    "an open experiment with at least one lane that has networks",
                    "none",
                    "Reset a lane whose memory ran out, or save before another experiment is opened.");
        }
        return files[0];
    }

    /** How many files {@link #writeAll} writes if every lane has networks. */
    public static int files(Experiment experiment) {
        boolean frozen = experiment.preset().generator() instanceof GeneratorSpec.Frozen;
        boolean averaged = experiment.preset().shared().get(SharedSettings.GENERATOR_AVERAGE) > 0;
        return experiment.lanes().size() * files(!frozen, !frozen && averaged);
    }

    private int write(Path folder) {
        Map<String, Object> described = heading();
        described.put("constraint", constraint());
        Network critic = training.critic();
        List<Integer> sample = NetworkText.sizes(training.data().sampleShape());
        try (Scope temporaries = critic.engine().openScope()) {
            BoundNetwork bound = critic.bind(training.constraint(), false);
            List<SequentialArrays.Entry> arrays = SequentialArrays.of(bound, training.constraint());
            write(folder, CRITIC, arrays);
            described.put(CRITIC, network(critic, CRITIC, sample, List.of(1), arrays));
        }
        training.generatorNetwork().ifPresent(generator -> write(folder, GENERATOR, generator, sample, described));
        training.averagedNetwork().ifPresent(average -> write(folder, AVERAGE, average, sample, described));
        WholeFile.writeText(folder.resolve("architecture.json"), JsonText.of(described));
        return files(
                training.generatorNetwork().isPresent(),
                training.averagedNetwork().isPresent());
    }

    private void write(
            Path folder, String name, Network generator, List<Integer> sample, Map<String, Object> described) {
        try (Scope temporaries = generator.engine().openScope()) {
            BoundNetwork bound = generator.bind(Reparametrization.unchanged(), false);
            List<SequentialArrays.Entry> arrays = SequentialArrays.of(bound);
            write(folder, name, arrays);
            List<Integer> latent = List.of(preset.shared().get(SharedSettings.LATENT));
            described.put(name, network(generator, name, latent, sample, arrays));
        }
    }

    private static int files(boolean trained, boolean averaged) {
        return FILES + (trained ? 1 : 0) + (averaged ? 1 : 0);
    }

    private Map<String, Object> heading() {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("program", "Lipschitz Lab " + Versions.program());
        heading.put("preset", preset.name());
        heading.put("seed", preset.shared().get(SharedSettings.SEED));
        heading.put("lane", lane.id());
        heading.put("step", training.step());
        return heading;
    }

    private ConstraintSet constraints() {
        return lane.spec().constraint();
    }

    private Map<String, Object> constraint() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("methods", constraints().ids());
        map.put("title", constraints().title());
        map.put("source", constraints().source());
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting<?> setting : constraints().settings()) {
            settings.put(setting.key(), lane.values().text(setting));
        }
        map.put("settings", settings);
        map.put("weights", WeightMeaning.of(constraints()));
        return map;
    }

    private void write(Path folder, String name, List<SequentialArrays.Entry> arrays) {
        SafetensorsWriter writer = new SafetensorsWriter();
        // Libraries ask there which of them the arrays are laid out for.
        writer.metadata(Map.of("format", "pt"));
        heading().forEach((key, value) -> writer.metadata(Map.of(key, value.toString())));
        writer.metadata(Map.of("network", name));
        arrays.forEach(array -> writer.floats(array.name(), array.shape(), array.numbers()));
        WholeFile.write(folder.resolve(name + ".safetensors"), writer::writeTo);
    }

    private static Map<String, Object> network(
            Network network,
            String name,
            List<Integer> input,
            List<Integer> output,
            List<SequentialArrays.Entry> arrays) {
        Map<Parameter, String> names = network.namedParameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", name + ".safetensors");
        map.put("input", input);
        map.put("output", output);
        map.put("layers", NetworkText.layers(network, names::get));
        Map<String, Object> described = new LinkedHashMap<>();
        for (SequentialArrays.Entry array : arrays) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("shape", array.shape());
            if (!array.meaning().isEmpty()) {
                one.put("meaning", array.meaning());
            }
            described.put(array.name(), one);
        }
        map.put("arrays", described);
        return map;
    }
}
