package lipschitzlab.export.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LanePosition;
import lipschitzlab.experiment.LaneRecord;
import lipschitzlab.experiment.ThinnedHistory;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;

/**
 * Lanes as the tables and histories of a run show them: {@code curves.csv}, {@code spectra.csv} and {@code history/LANE.npz}.
 * All of these can be looked at; none has the networks, so that nothing can be trained on from it.
 */
final class TableReader {
    static final String CURVES = "curves.csv";
    private static final String SPECTRA = "spectra.csv";
    private static final String HISTORY = "history";

    private final Path folder;
    private final Preset preset;
    private final Consumer<String> notes;

    /** @param notes gets a sentence for what is left out */
    TableReader(Path folder, Preset preset, Consumer<String> notes) {
        this.folder = folder;
        this.preset = preset;
        this.notes = notes;
    }

    /** Of those of the preset's lanes of which something was kept, by id. */
    Map<String, LaneRecord> records() {
        Map<String, Map<Metric, Curve>> curves =
                part(folder.resolve(CURVES), Map.of(), file -> CurveReader.read(file, notes));
        Map<String, List<SpectrumRecord>> spectra =
                part(folder.resolve(SPECTRA), Map.of(), file -> SpectrumReader.read(file, notes));
        noteOthers(curves.keySet().stream().toList());
        Map<String, LaneRecord> records = new LinkedHashMap<>();
        for (LaneSpec spec : preset.lanes()) {
            List<Snapshot> frames =
                    part(folder.resolve(HISTORY).resolve(spec.id() + ".npz"), List.of(), HistoryReader::read);
            Map<Metric, Curve> ofLane = curves.getOrDefault(spec.id(), Map.of());
            if (!frames.isEmpty() || !ofLane.isEmpty()) {
                records.put(spec.id(), record(spec, ofLane, spectra.getOrDefault(spec.id(), List.of()), frames));
            }
        }
        return records;
    }

    private <T> T part(Path file, T none, Function<Path, T> read) {
        if (!Files.exists(file)) {
            return none;
        }
        try {
            return read.apply(file);
        } catch (InputException damaged) {
            notes.accept(damaged.getMessage());
            return none;
        }
    }

    private void noteOthers(List<String> found) {
        List<String> ids = preset.lanes().stream().map(LaneSpec::id).toList();
        List<String> others = found.stream().filter(id -> !ids.contains(id)).toList();
        if (!others.isEmpty()) {
            notes.accept("The record names no lane " + String.join(", ", others) + "; left out of " + CURVES + ".");
        }
    }

    private LaneRecord record(
            LaneSpec spec, Map<Metric, Curve> curves, List<SpectrumRecord> spectra, List<Snapshot> frames) {
        LaneHistory history = LaneHistory.of(
                curves,
                ThinnedHistory.State.of(withNorms(spectra, frames)),
                ThinnedHistory.State.of(frames),
                new EnumMap<>(Metric.class));
        LanePosition position = PositionReader.of(preset, spec, curves, frames);
        Optional<Snapshot> newest = frames.isEmpty() ? Optional.empty() : Optional.of(frames.get(frames.size() - 1));
        return new LaneRecord(position, history, List.of(), newest, Optional.empty());
    }

    /** The table of spectra has no norms; where a frame is of the same step and has the same singular values, it has them. */
    private static List<SpectrumRecord> withNorms(List<SpectrumRecord> spectra, List<Snapshot> frames) {
        Map<Integer, Snapshot> byStep =
                frames.stream().collect(Collectors.toMap(Snapshot::step, frame -> frame, (earlier, later) -> later));
        return spectra.stream()
                .map(record -> withNorms(record, Optional.ofNullable(byStep.get(record.step()))))
                .toList();
    }

    private static SpectrumRecord withNorms(SpectrumRecord record, Optional<Snapshot> frame) {
        List<LayerSpectrum> layers = new ArrayList<>();
        for (LayerSpectrum layer : record.layers()) {
            layers.add(frame.stream()
                    .flatMap(found -> found.spectra().stream())
                    .filter(found -> found.layer().equals(layer.layer()) && Arrays.equals(found.sigma(), layer.sigma()))
                    .findFirst()
                    .orElse(layer));
        }
        return new SpectrumRecord(record.step(), layers);
    }
}
