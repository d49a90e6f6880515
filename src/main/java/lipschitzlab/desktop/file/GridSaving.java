package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.desktop.control.SourceChoice;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.RunFiles;
import lipschitzlab.file.FileName;
import lipschitzlab.plot.PictureFormat;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.grid.Film;
import lipschitzlab.plot.grid.GridLayout;
import lipschitzlab.plot.grid.GridPicture;
import lipschitzlab.plot.grid.GridRows;
import lipschitzlab.plot.grid.LaneSamples;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.SampleSource;

/** Saves grids of generated pictures beside real ones, and films of training. They are painted in the background. */
public final class GridSaving {
    private static final double WIDTH = 300;
    private static final FileDialogs.Kind PNG =
            new FileDialogs.Kind(PictureFormat.PNG.title(), PictureFormat.PNG.ending());
    private static final FileDialogs.Kind GIF = new FileDialogs.Kind("Animated picture (GIF)", ".gif");

    private final LabModel model;
    private final Supplier<ChartTheme> theme;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    public GridSaving(LabModel model, Supplier<ChartTheme> theme, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.theme = theme;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** Grids of all lanes as they are on show; asks how large they are to be, then for a file. */
    public void grid() {
        model.experimentProperty().get().ifPresent(this::ask);
    }

    private void ask(Experiment experiment) {
        TextField rows = field("grid-rows", GridLayout.USUAL.replaceAll("x.*", ""));
        TextField columns = field("grid-columns", GridLayout.USUAL.replaceAll(".*x", ""));
        TextField scale = field("grid-scale", "");
        scale.setPromptText("what suits the pictures");
        CheckBox real = box("grid-real", "Real pictures beside them");
        CheckBox labels = box("grid-labels", "Titles, steps and source");
        CheckBox between = box("grid-between", "Each row between two pictures");
        between.setSelected(false);
        GridPane form = LaneForm.grid(WIDTH);
        form.addRow(0, LaneForm.label("Rows", rows), rows);
        form.addRow(1, LaneForm.label("Columns", columns), columns);
        form.addRow(2, LaneForm.label("Pixels for a pixel", scale), scale);
        SourceChoice source = new SourceChoice(experiment.preset());
        form.addRow(3, LaneForm.label(SampleSource.TRUNCATION.label(), source.truncation()), source.truncation());
        form.addRow(4, new Label(), source.average());
        form.addRow(5, new Label(), between);
        form.addRow(6, new Label(), real);
        form.addRow(7, new Label(), labels);
        String note =
                "All lanes side by side, of one latent batch. More pictures than the cards show are made by the generators as they"
                        + " are now, between two steps.";
        LaneForm.show(owner.get(), "Save a grid of pictures", "Save …", form, note, () -> {
            GridPicture.requirePictures(experiment);
            GridLayout layout = GridLayout.parse(
                    "rows and columns",
                    rows.getText().strip() + "x" + columns.getText().strip(),
                    scale.getText(),
                    experiment.data().sampleShape());
            if (between.isSelected()) {
                LaneSamples.requirePath(layout);
            }
            save(
                    experiment,
                    new GridPicture.Wanted(
                            layout, real.isSelected(), labels.isSelected(), source.asked(), between.isSelected()));
        });
        rows.requestFocus();
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private static CheckBox box(String id, String text) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setSelected(true);
        return box;
    }

    private void save(Experiment experiment, GridPicture.Wanted wanted) {
        List<LaneSamples> shown = shown();
        boolean recorded = model.history().stepProperty().get().isPresent();
        GridRows rows = GridRows.of(experiment, wanted.layout());
        boolean others = wanted.between() || !wanted.source().usual();
        if (recorded && (others || shown.stream().anyMatch(each -> !rows.areIn(each.snapshot())))) {
            throw new InputException(
                    "the pictures",
                    "no more and no others than the cards show, since they show a recorded step",
                    wanted.layout().count() + " pictures" + wanted.source().words(),
                    "Ask for fewer and for no paths, average or truncation, or leave history first.");
        }
        ChartTheme colours = theme.get();
        write("Save a grid of pictures", name(experiment, "grid", PNG), PNG, file -> {
            List<LaneSamples> samples = wanted.between()
                    ? LaneSamples.along(experiment, shown, rows, wanted.source())
                    : LaneSamples.arranged(experiment, shown, rows, wanted.source());
            GridPicture picture = GridPicture.of(experiment, samples, wanted, colours);
            Pictures.write(file, picture.image(), picture.texts());
        });
    }

    private List<LaneSamples> shown() {
        return model.lanes().stream()
                .flatMap(lane ->
                        lane.snapshotProperty().get().map(snapshot -> new LaneSamples(lane.lane(), snapshot)).stream())
                .toList();
    }

    /** How all lanes learned so far, as an animated picture. */
    public void film() {
        model.experimentProperty().get().ifPresent(experiment -> {
            ChartTheme colours = theme.get();
            write("Save a film of training", name(experiment, "film", GIF), GIF, file -> of(experiment, colours)
                    .writeGif(file));
        });
    }

    /** As {@link #film}, each frame a picture in a new folder. */
    public void frames() {
        model.experimentProperty().get().ifPresent(experiment -> {
            Film film = of(experiment, theme.get());
            new NewFolderForm(dialogs)
                    .show(
                            owner.get(),
                            "Save a film of training as pictures",
                            name(experiment, "film", PNG).replace(PictureFormat.PNG.ending(), ""),
                            RunFiles.film(film),
                            folder -> {
                                model.say("Saving …");
                                model.inBackground(
                                        "The film could not be saved",
                                        () -> RunFiles.film(film).writeInto(folder),
                                        this::told);
                            });
        });
    }

    private void told(RunFiles.Outcome outcome) {
        if (outcome.complete()) {
            model.say(outcome.inWords());
        } else {
            model.report(outcome.inWords(), outcome.missing());
        }
    }

    private static Film of(Experiment experiment, ChartTheme colours) {
        return Film.of(experiment, Film.USUAL_GRID, "", Film.USUAL_FRAMES, colours);
    }

    private void write(String title, String suggested, FileDialogs.Kind kind, Consumer<Path> write) {
        Optional<Path> chosen = dialogs.save(owner.get(), title, suggested, List.of(kind));
        chosen.ifPresent(file -> {
            model.say("Saving …");
            Callable<Path> work = () -> {
                write.accept(file);
                return file;
            };
            model.inBackground("The picture could not be saved", work, saved -> model.say("Saved to " + saved));
        });
    }

    private static String name(Experiment experiment, String what, FileDialogs.Kind kind) {
        int step = experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "%s-seed%d-step%d-%s%s",
                FileName.everywhere(experiment.preset().name()),
                experiment.preset().shared().get(SharedSettings.SEED),
                step,
                what,
                kind.endings().get(0));
    }
}
