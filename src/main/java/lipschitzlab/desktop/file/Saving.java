package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.RunFiles;
import lipschitzlab.export.RunRecord;
import lipschitzlab.file.FileName;
import lipschitzlab.file.WholeFile;
import lipschitzlab.preset.SharedSettings;

/** Saves what was trained, in the background, while lanes train on. */
public final class Saving {
    /** Presets, lessons and records. */
    public static final FileDialogs.Kind YAML = new FileDialogs.Kind("YAML", ".lab.yaml", ".yaml", ".yml");

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;
    private Optional<Saved> saved = Optional.empty();
    private BiConsumer<Path, Experiment> whenRunSaved = (folder, run) -> {};

    /** A whole run that was saved, with its lanes' steps at that time. */
    private record Saved(Experiment run, List<Integer> steps) {
        static Saved of(Experiment run) {
            return new Saved(run, run.lanes().stream().map(Lane::step).toList());
        }
    }

    public Saving(LabModel model, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** One picture of each lane's newest samples, into a new folder. */
    public void samples() {
        intoFolder("Save the samples of all lanes", "samples", RunFiles::samples, (folder, run) -> {});
    }

    /** Curves and spectra for print, into a new folder. */
    public void figures() {
        intoFolder("Save figures of curves and spectra", "figures", RunFiles::figures, (folder, run) -> {});
    }

    /** Critic and generator of each lane, into a new folder. */
    public void networks() {
        intoFolder("Save the networks of all lanes", "networks", RunFiles::networks, (folder, run) -> {});
    }

    /** Everything there is of this run, into a new folder. */
    public void run() {
        run(() -> {});
    }

    /** As {@link #run()}, and something that is done once all of it is saved. */
    public void run(Runnable afterwards) {
        intoFolder("Save the whole run", "", RunFiles::all, (folder, run) -> {
            saved = Optional.of(run);
            whenRunSaved.accept(folder, run.run());
            afterwards.run();
        });
    }

    /** Tells of each whole run that is saved, and where. */
    public void whenRunSaved(BiConsumer<Path, Experiment> told) {
        whenRunSaved = told;
    }

    /** Whether all of a run as it stands was saved, or was read from where it is. */
    public boolean isSaved(Experiment run) {
        return saved.filter(Saved.of(run)::equals).isPresent()
                || model.records().of(run).isPresent();
    }

    private void intoFolder(
            String title, String what, Function<Experiment, RunFiles> of, BiConsumer<Path, Saved> afterwards) {
        model.experimentProperty().get().ifPresent(experiment -> {
            RunFiles files = of.apply(experiment);
            Saved now = Saved.of(experiment);
            String name = nameOf(experiment) + (what.isEmpty() ? "" : "-" + what);
            new NewFolderForm(dialogs)
                    .show(
                            owner.get(),
                            title,
                            name,
                            files,
                            folder -> save(files, folder, () -> afterwards.accept(folder, now)));
        });
    }

    private void save(RunFiles files, Path folder, Runnable afterwards) {
        model.say("Saving " + RunFiles.counted(files.count()) + " …");
        model.inBackground("Nothing was saved", () -> files.writeInto(folder), outcome -> told(outcome, afterwards));
    }

    private void told(RunFiles.Outcome outcome, Runnable afterwards) {
        if (outcome.complete()) {
            model.say(outcome.inWords());
            afterwards.run();
        } else {
            model.report(outcome.inWords(), outcome.missing());
        }
    }

    private static String nameOf(Experiment experiment) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        String seed = experiment.preset().shared().text(SharedSettings.SEED);
        return String.format(
                Locale.ROOT,
                "%s-seed%s-step%d",
                FileName.everywhere(experiment.preset().name()),
                seed,
                step);
    }

    /** The experiment with all that was changed while it ran, as a preset that opens here and on the command line. */
    public void preset() {
        model.experimentProperty().get().ifPresent(experiment -> dialogs.save(
                        owner.get(),
                        "Save the experiment as a preset",
                        experiment.preset().name() + YAML.endings().get(0),
                        List.of(YAML))
                .ifPresent(file ->
                        save(model, "The experiment could not be saved", file, () -> RunRecord.yaml(experiment))));
    }

    /** Writes a text in the background and says where it went. */
    public static void save(LabModel model, String trouble, Path file, Supplier<String> text) {
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
