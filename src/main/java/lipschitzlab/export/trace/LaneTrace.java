package lipschitzlab.export.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lipschitzlab.constraint.SingularTriplet;
import lipschitzlab.export.network.NetworkText;
import lipschitzlab.file.NpzWriter;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.training.CriticReport;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.TrainingRecorder;
import lipschitzlab.yaml.YamlText;

/** Writes the files of one lane's trace, step by step, and hands on what all lanes draw alike. */
final class LaneTrace implements TrainingRecorder {
    private final TraceDirectory directory;
    private final String folder;
    private final SharedDraws shared;

    private LaneTraining training;

    // Of the step at hand, one entry for each update of the critic.
    private final List<float[]> real = new ArrayList<>();
    private final List<float[]> fake = new ArrayList<>();
    private final List<float[]> latent = new ArrayList<>();
    private final List<List<float[]>> penaltyNoise = new ArrayList<>();
    private final List<CriticReport> reports = new ArrayList<>();
    private final List<float[]> classes = new ArrayList<>();
    private double criticRate;
    private Optional<float[]> generatorClasses = Optional.empty();
    private Optional<float[]> generatorLatent = Optional.empty();

    /** @param folder of the lane in the trace's, with a slash at its end */
    LaneTrace(TraceDirectory directory, String folder, SharedDraws shared) {
        this.directory = directory;
        this.folder = folder;
        this.shared = shared;
    }

    @Override
    public void begin(LaneTraining lane) {
        training = lane;
        directory.writeText(folder + "networks.yaml", YamlText.of(NetworkText.of(lane)));
        writeWeights(0);
    }

    @Override
    public void criticLatent(int update, float[] numbers) {
        latent.add(numbers);
    }

    @Override
    public void penaltyNoise(int update, float[] numbers) {
        while (penaltyNoise.size() <= update) {
            penaltyNoise.add(new ArrayList<>());
        }
        penaltyNoise.get(update).add(numbers);
    }

    @Override
    public void criticClasses(int update, int[] labels) {
        classes.add(numbers(labels));
    }

    @Override
    public void generatorClasses(int[] labels) {
        generatorClasses = Optional.of(numbers(labels));
    }

    private static float[] numbers(int[] labels) {
        float[] numbers = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = labels[i];
        }
        return numbers;
    }

    @Override
    public void criticUpdated(int update, double rate, float[] realSamples, float[] fakeSamples, CriticReport report) {
        criticRate = rate;
        real.add(realSamples);
        fake.add(fakeSamples);
        reports.add(report);
    }

    @Override
    public void generatorLatent(float[] numbers) {
        generatorLatent = Optional.of(numbers);
    }

    @Override
    public void stepped(double rate, double loss) {
        int step = training.step() + 1;
        if (!directory.ended()) {
            shared.offer(step, draws());
            directory.write(folder + "step-" + step + ".npz", out -> {
                NpzWriter arrays = new NpzWriter(out);
                writeReports(arrays);
                writeNumber(arrays, "generator_loss", loss);
                writeNumber(arrays, "critic_rate", criticRate);
                writeNumber(arrays, "generator_rate", rate);
                writePenaltyNoise(arrays);
                arrays.finish();
            });
            if (directory.wantsWeights(step)) {
                writeWeights(step);
            }
        }
        forgetStep();
    }

    private void forgetStep() {
        real.clear();
        fake.clear();
        latent.clear();
        classes.clear();
        penaltyNoise.clear();
        reports.clear();
        generatorLatent = Optional.empty();
        generatorClasses = Optional.empty();
    }

    /** A generator that does not learn draws samples and no latent noise: then its samples are what all lanes have alike. */
    private SharedDraws.Draws draws() {
        int[] sample = training.data().sampleShape().sizes();
        return training.generatorNetwork().isPresent()
                ? new SharedDraws.Draws(sample, real, List.of(), latent, generatorLatent, classes, generatorClasses)
                : new SharedDraws.Draws(sample, real, fake, List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    private void writeReports(NpzWriter arrays) throws IOException {
        writeNumbers(arrays, "critic_loss", CriticReport::loss);
        writeNumbers(arrays, "penalty", CriticReport::penalty);
        writeNumbers(arrays, "gap", CriticReport::gap);
    }

    private void writeNumbers(NpzWriter arrays, String name, ToDoubleFunction<CriticReport> number) throws IOException {
        double[] numbers = reports.stream().mapToDouble(number).toArray();
        arrays.doubles(name, new int[] {numbers.length}, Stream.of(numbers));
    }

    private static void writeNumber(NpzWriter arrays, String name, double number) throws IOException {
        arrays.doubles(name, new int[0], Stream.of(new double[] {number}));
    }

    private void writePenaltyNoise(NpzWriter arrays) throws IOException {
        int drawn = penaltyNoise.isEmpty() ? 0 : penaltyNoise.get(0).size();
        for (int i = 0; i < drawn; i++) {
            int array = i;
            List<float[]> parts =
                    penaltyNoise.stream().map(update -> update.get(array)).toList();
            arrays.floats("penalty_noise/" + i, new int[] {parts.size(), parts.get(0).length}, parts.stream());
        }
    }

    private void writeWeights(int step) {
        directory.write(folder + "weights-" + step + ".npz", out -> {
            NpzWriter arrays = new NpzWriter(out);
            writeParameters(arrays, "critic/", training.critic());
            writeVectors(arrays);
            if (training.generatorNetwork().isPresent()) {
                writeParameters(
                        arrays, "generator/", training.generatorNetwork().get());
            }
            arrays.finish();
        });
    }

    private static void writeParameters(NpzWriter arrays, String prefix, Network network) throws IOException {
        List<Parameter> parameters = network.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            arrays.floats(
                    prefix + i,
                    parameter.shape().sizes(),
                    Stream.of(network.engine().read(parameter.value())));
        }
    }

    /** Where the constraint's power iteration stands, if it has one. */
    private void writeVectors(NpzWriter arrays) throws IOException {
        List<Parameter> parameters = training.critic().parameters();
        for (Parameter weight : training.critic().weights()) {
            Optional<SingularTriplet> found = training.constraint().leadingTriplet(weight);
            if (found.isPresent()) {
                int index = parameters.indexOf(weight);
                writeVector(arrays, "u/" + index, found.get().u());
                writeVector(arrays, "v/" + index, found.get().v());
            }
        }
    }

    private static void writeVector(NpzWriter arrays, String name, float[] vector) throws IOException {
        arrays.floats(name, new int[] {vector.length}, Stream.of(vector));
    }
}
