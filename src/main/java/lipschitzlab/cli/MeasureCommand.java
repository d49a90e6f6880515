package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.feature.FeatureNetworks;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Opening;
import lipschitzlab.export.ClassMeasureFile;
import lipschitzlab.export.MeasureFile;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredClasses;
import lipschitzlab.measurement.MeasuredGenerator;
import lipschitzlab.measurement.Metric;
import lipschitzlab.network.Conditioning;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.ClassMeasures;
import lipschitzlab.training.LaneDiagnosis;
import lipschitzlab.training.PictureMeasures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the pictures of a run's lanes with real ones. */
@Command(
        name = "measure",
        description =
                "Compares pictures that each lane of a run generates with held-out ones, by features of a classifier that is"
                        + " trained on the data's own classes, and real pictures with these as well.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
    private final EngineChoice engine;

    @CommandLine.Mixin
    private StoredNetworks networks = new StoredNetworks();

    @Option(names = "--csv", paramLabel = "CSV", description = "Write the table there; RUN/measures.csv otherwise.")
    private Path csv;

    @Option(
            names = "--by-class",
            description =
                    "Compare pictures of each class by themselves as well, of lanes whose networks read classes, and write"
                            + " RUN/measures-by-class.csv.")
    private boolean byClass;

    @Parameters(paramLabel = "RUN", description = "A run's folder.")
    private String run;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    MeasureCommand(EngineChoice engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = FileNameEncoding.ofThisProgram().path(run, "RUN");
        StoredRun stored = networks.read(folder);
        stored.notes().forEach(out::println);
        Backend backend = engine.choose();
        try (Experiment experiment = Opening.of(networks.preset(stored, folder), backend)
                .goingOnFrom(stored.lanes())
                .open()) {
            experiment.awaitRest();
            measure(
                    experiment,
                    backend,
                    csv == null ? folder.resolve("measures.csv") : csv,
                    byClass ? Optional.of(folder.resolve(ClassMeasureFile.NAME)) : Optional.empty(),
                    out);
        }
        return LabCommand.DONE;
    }

    private static void measure(
            Experiment experiment, Backend backend, Path table, Optional<Path> classTable, PrintWriter out) {
        Dataset data = experiment.data();
        PictureMeasures.obstacle(data).ifPresent(obstacle -> {
            throw new InputException(
                    experiment.preset().name(),
                    "pictures to compare",
                    obstacle.replaceFirst("\\.$", ""),
                    "Choose a run on other data.");
        });
        if (classTable.isPresent()) {
            requireClasses(experiment.preset());
        }
        try (Engine engine = backend.create(1)) {
            FeatureNetwork features =
                    FeatureNetworks.of(data, engine, ClassifierCache.usual(), () -> false, out::println);
            long seed = experiment.preset().shared().get(SharedSettings.SEED);
            PictureMeasures measures = new PictureMeasures(data, seed, features, engine);
            out.println(measures.words());
            out.flush();
            List<MeasuredGenerator> generators = experiment.lanes().stream()
                    .flatMap(lane -> measured(lane, measures))
                    .toList();
            Map<Metric, Floor> real = measures.floors(engine);
            MeasureTable.print(out, generators, real);
            MeasureFile.write(table, generators, real);
            out.println("Written to " + table);
            out.flush();
            classTable.ifPresent(file -> byClass(experiment, features, engine, file, out));
        }
    }

    private static void requireClasses(Preset preset) {
        if (preset.shared().get(SharedSettings.CONDITIONAL) == Conditioning.Way.NONE) {
            throw new InputException(
                    "--by-class",
                    "a run whose networks read classes",
                    "one with conditional: none, whose generators cannot be asked for a class",
                    "Leave --by-class out, or train with conditional set, as the preset mnist-conditional does.");
        }
    }

    private static void byClass(
            Experiment experiment, FeatureNetwork features, Engine engine, Path file, PrintWriter out) {
        Dataset data = experiment.data();
        long seed = experiment.preset().shared().get(SharedSettings.SEED);
        ClassMeasures measures = new ClassMeasures(data, seed, features, engine);
        out.println(measures.words());
        out.flush();
        List<MeasuredClasses> generators = experiment.lanes().stream()
                .flatMap(lane -> measuredByClass(lane, measures))
                .toList();
        List<Map<Metric, Floor>> real = measures.floors(engine);
        ClassMeasureTable.print(out, data.classNames(), generators, real);
        ClassMeasureFile.write(file, data.classNames(), generators, real);
        out.println("Written to " + file);
        out.flush();
    }

    private static Stream<MeasuredClasses> measuredByClass(Lane lane, ClassMeasures measures) {
        return lane
                .read(training -> Stream.concat(
                        Stream.of(new MeasuredClasses(lane.id(), training.step(), measures.of(training))),
                        measures.ofAverage(training).stream()
                                .map(values -> new MeasuredClasses(average(lane), training.step(), values))))
                .stream()
                .flatMap(each -> each);
    }

    private static String average(Lane lane) {
        return lane.id() + " (average)";
    }

    /** Its generator, and the average of it if one is kept. */
    private static Stream<MeasuredGenerator> measured(Lane lane, PictureMeasures measures) {
        return lane
                .read(training -> {
                    LaneDiagnosis diagnosis = new LaneDiagnosis(training);
                    Stream<MeasuredGenerator> own =
                            Stream.of(new MeasuredGenerator(lane.id(), training.step(), diagnosis.compare(measures)));
                    return Stream.concat(
                            own,
                            diagnosis.compareAverage(measures).stream()
                                    .map(values -> new MeasuredGenerator(average(lane), training.step(), values)));
                })
                .stream()
                .flatMap(each -> each);
    }
}
