package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

/**
 * The first steps of every lane in double precision against the numbers that are kept of them, so that nobody changes what training
 * computes without saying so in {@link TrainingDigits#VERSION}. Rounding moves these numbers by less than the tolerance.
 */
class TrainingDigitsTest {
    private static final Path KEPT = Path.of("src", "test", "resources", "training-digits.csv");
    private static final Path NOW = Path.of("target", "training-digits.csv");
    private static final int STEPS = 6;
    private static final double TOLERANCE = 1e-5;

    /** One number after the last step. */
    private record Row(String name, double value) {
        static Row parse(String line) {
            int comma = line.lastIndexOf(',');
            return new Row(line.substring(0, comma), Double.parseDouble(line.substring(comma + 1)));
        }

        @Override
        public String toString() {
            return name + "," + value;
        }

        boolean fits(Row other) {
            return name.equals(other.name)
                    && Math.abs(value - other.value) <= TOLERANCE * Math.max(1, Math.abs(other.value));
        }
    }

    @Test
    void trainingComputesWhatItComputed() throws IOException {
        List<Row> now = new ArrayList<>(List.of(new Row("TrainingDigits.VERSION", TrainingDigits.VERSION)));
        for (String name : List.of("eight-gaussians", "disjoint", "more-methods", "swiss-roll")) {
            now.addAll(rows(TinyPresets.tiny(name, "[8, 8]")));
        }
        now.addAll(rows(PresetReader.of(
                "shapes",
                Map.of("generator.width", "0.03125", "critic.width", "0.03125", "batch", "4", "latent", "8"))));
        Files.write(NOW, now.stream().map(Row::toString).toList());
        List<Row> kept = Files.readAllLines(KEPT).stream().map(Row::parse).toList();

        List<String> others = new ArrayList<>();
        for (int i = 0; i < Math.max(now.size(), kept.size()); i++) {
            String found = i < now.size() ? now.get(i).toString() : "nothing";
            String wanted = i < kept.size() ? kept.get(i).toString() : "nothing";
            if (i >= now.size() || i >= kept.size() || !now.get(i).fits(kept.get(i))) {
                others.add("expected " + wanted + ", found " + found);
            }
        }
        assertThat(others)
                .as(
                        "numbers of training that differ from those of %s. If training was meant to change, raise"
                                + " TrainingDigits.VERSION; if a bundled preset was, leave it. Then run this test again, and copy"
                                + " %s over that file",
                        KEPT, NOW)
                .isEmpty();
    }

    private static List<Row> rows(Preset preset) {
        List<Row> rows = new ArrayList<>();
        for (LaneSpec spec : preset.lanes()) {
            try (LaneTraining training =
                    new LaneTraining(preset, spec, spec.values(), preset.data().load(), new ReferenceEngine())) {
                LaneTraining.StepReport report = training.train(1);
                for (int step = 1; step < STEPS; step++) {
                    report = training.train(1);
                }
                String lane = preset.name() + "/" + spec.id() + ",";
                rows.add(new Row(lane + "critic loss", report.critic().loss()));
                rows.add(new Row(lane + "penalty", report.critic().penalty()));
                rows.add(new Row(lane + "gap", report.critic().gap()));
                rows.add(new Row(lane + "generator loss", report.generatorLoss()));
            }
        }
        return rows;
    }
}
