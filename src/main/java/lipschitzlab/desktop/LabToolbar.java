package lipschitzlab.desktop;

import javafx.geometry.Orientation;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lipschitzlab.desktop.card.SpeedBox;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.file.OpenMenu;
import lipschitzlab.desktop.lesson.LessonMenu;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import org.controlsfx.control.SegmentedButton;

/** The buttons along the top. */
final class LabToolbar extends ToolBar {
    LabToolbar(LabModel model, Actions actions, LessonMenu lessons, OpenMenu open, SaveMenu save) {
        setId("toolbar");
        ButtonBase play = actions.button(Command.PLAY);
        play.setText(Command.PLAY.title());
        play.getStyleClass().add("accent");
        ButtonBase pause = actions.button(Command.PAUSE);
        pause.setText(Command.PAUSE.title());
        ButtonBase step = actions.button(Command.STEP);
        step.setText(Command.STEP.title());
        ButtonBase reset = actions.button(Command.RESET);
        reset.setText(Command.RESET.title());
        ButtonBase reseed = actions.button(Command.RESEED);
        reseed.setText(Command.RESEED.title());
        ButtonBase undo = actions.button(Command.UNDO);
        Hint.bind(
                undo,
                model.kept()
                        .runProperty()
                        .map(run -> Command.UNDO.tooltip()
                                + run.map(LabToolbar::now).orElse("")));
        SpeedBox speed = new SpeedBox(
                "speed",
                model.training().speedProperty(),
                "How many generator steps each lane takes while it trains; what it learns is the same at any speed. One a press:"
                        + " Play takes one.");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems()
                .setAll(
                        play,
                        pause,
                        step,
                        bar(),
                        reset,
                        reseed,
                        undo,
                        bar(),
                        pace(model),
                        speed,
                        gap,
                        lessons,
                        open,
                        save,
                        actions.button(Command.THEME),
                        actions.button(Command.HELP));
    }

    private static String now(Experiment run) {
        return "\nNow: " + KeptRun.inWords(run);
    }

    private static Separator bar() {
        return new Separator(Orientation.VERTICAL);
    }

    private static SegmentedButton pace(LabModel model) {
        ToggleButton together = toggle("Lockstep", "lockstep", "Every lane at the same step");
        ToggleButton free = toggle("Free", "free", "Every lane as fast as it goes: who is slower becomes visible");
        together.setOnAction(event -> model.training().setLockstep(true));
        free.setOnAction(event -> model.training().setLockstep(false));
        SegmentedButton pace = new SegmentedButton(together, free);
        model.training().lockstepProperty().subscribe(now -> (now ? together : free).setSelected(true));
        pace.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        pace.disableProperty().bind(model.experimentProperty().map(open -> open.isEmpty()));
        return pace;
    }

    private static ToggleButton toggle(String text, String id, String help) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setFocusTraversable(false);
        Hint.set(button, text + " (" + Command.LOCKSTEP.keys() + " changes)\n" + help);
        return button;
    }
}
