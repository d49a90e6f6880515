package lipschitzlab.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.SharedSettings;
import lipschitzlab.export.RunFiles;
import lipschitzlab.export.RunRecord;
import lipschitzlab.export.WholeFile;

/** Saves what was trained, in the background, while lanes train on. */
final class Saving {
    /** Presets, lessons and records. */
    static final FileDialogs.Kind YAML = new FileDialogs.Kind("YAML", ".yaml", ".yml");

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    Saving(LabModel model, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** One picture of each lane's newest samples, into a new folder. */
    void samples() {
        intoFolder("Save the samples of all lanes", "samples", RunFiles::samples);
    }

    /** Curves and spectra for print, into a new folder. */
    void figures() {
        intoFolder("Save figures of curves and spectra", "figures", RunFiles::figures);
    }

    /** Everything there is of this run, into a new folder. */
    void run() {
        intoFolder("Save the whole run", "", RunFiles::all);
    }

    private void intoFolder(String title, String what, Function<Experiment, RunFiles> of) {
        model.experimentProperty().get().ifPresent(experiment -> {
            RunFiles files = of.apply(experiment);
            String name = nameOf(experiment) + (what.isEmpty() ? "" : "-" + what);
            new NewFolderForm(dialogs).show(owner.get(), title, name, files, folder -> save(files, folder));
        });
    }

    private void save(RunFiles files, Path folder) {
        model.say("Saving " + RunFiles.counted(files.count()) + " …");
        model.inBackground("Nothing was saved", () -> files.writeInto(folder), this::told);
    }

    private void told(RunFiles.Outcome outcome) {
        if (outcome.complete()) {
            model.say(outcome.inWords());
        } else {
            model.report(outcome.inWords(), outcome.missing());
        }
    }

    private static String nameOf(Experiment experiment) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        String seed = experiment.preset().shared().text(SharedSettings.SEED.key());
        return String.format(
                Locale.ROOT, "%s-seed%s-step%d", experiment.preset().name(), seed, step);
    }

    /** The experiment with all that was changed while it ran, as a preset that opens here and on the command line. */
    void preset() {
        model.experimentProperty().get().ifPresent(experiment -> dialogs.save(
                        owner.get(),
                        "Save the experiment as a preset",
                        experiment.preset().name() + ".yaml",
                        List.of(YAML))
                .ifPresent(file ->
                        save(model, "The experiment could not be saved", file, () -> RunRecord.yaml(experiment))));
    }

    /** Writes a text in the background and says where it went. */
    static void save(LabModel model, String trouble, Path file, Supplier<String> text) {
        model.say("Saving …");
        model.inBackground(
                trouble,
                () -> {
                    WholeFile.writeText(file, text.get());
                    return file;
                },
                saved -> model.say("Saved to " + saved));
    }
}
