package lipschitzlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import lipschitzlab.export.MeasureFile;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.file.FileNameEncoding;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.MeasuredGenerator;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
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
            measure(experiment, backend, csv == null ? folder.resolve("measures.csv") : csv, out);
        }
        return LabCommand.DONE;
    }

    private static void measure(Experiment experiment, Backend backend, Path table, PrintWriter out) {
        Dataset data = experiment.data();
        PictureMeasures.obstacle(data).ifPresent(obstacle -> {
            throw new InputException(
                    experiment.preset().name(), "pictures to compare", obstacle, "Choose a run on other data.");
        });
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
        }
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
                                    .map(values ->
                                            new MeasuredGenerator(lane.id() + " (average)", training.step(), values)));
                })
                .stream()
                .flatMap(each -> each);
    }
}
