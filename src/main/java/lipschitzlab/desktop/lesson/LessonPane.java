package lipschitzlab.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LessonModel;
import lipschitzlab.export.VerdictFile;
import lipschitzlab.lesson.Decision;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.Lesson.Check;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.setting.NumberSetting;

/** A lesson beside the lab: its claim, one step at a time, the controls that it needs, and the answer when it is asked for. */
public final class LessonPane extends VBox {
    private static final double STEP_HEIGHT = 56;

    private final LessonModel lessons;
    private final Actions actions;
    private final LessonControls controls;
    private final Label step = text("");
    private final Label progress = note("");
    private final VBox answer = new VBox(12);
    private final List<ToggleButton> variants = new ArrayList<>();

    public LessonPane(LessonModel lessons, Actions actions, LessonControls controls) {
        this.lessons = lessons;
        this.actions = actions;
        this.controls = controls;
        setId("lesson");
        getStyleClass().add("lesson-pane");
        setMinWidth(0);
        step.setId("lesson-step");
        step.setMinHeight(STEP_HEIGHT);
        step.setAlignment(Pos.TOP_LEFT);
        progress.setId("lesson-progress");
        answer.setId("lesson-answer");
        lessons.lessonProperty().subscribe(now -> now.ifPresent(this::show));
        lessons.stepProperty().subscribe(now -> showStep());
        lessons.variantProperty().subscribe(now -> markVariant());
        lessons.answeredProperty().subscribe(now -> showAnswer());
    }

    private void show(Lesson lesson) {
        controls.show(lesson);
        List<Node> parts = new ArrayList<>(List.of(header(lesson), claim(lesson), note("Source: " + lesson.source())));
        if (lesson.variants().size() > 1) {
            parts.add(part("Experiment", chooser(lesson)));
        }
        parts.add(steps());
        if (!lesson.controls().isEmpty()) {
            parts.add(part("Controls", controls));
        }
        parts.add(part("What to look for", text(lesson.lookFor())));
        parts.add(part("Where", text(lesson.where())));
        parts.add(answer);
        getChildren().setAll(parts);
        showStep();
        markVariant();
        showAnswer();
    }

    private HBox header(Lesson lesson) {
        Label title = new Label(lesson.title());
        title.setId("lesson-title");
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button leave = actions.button(Command.LEAVE_LESSON);
        leave.setText("Leave");
        leave.getStyleClass().add("small");
        leave.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(8, title, leave);
        header.setAlignment(Pos.TOP_LEFT);
        return header;
    }

    private static Label claim(Lesson lesson) {
        Label claim = text(lesson.claim());
        claim.getStyleClass().add("lesson-claim");
        claim.setMaxWidth(Double.MAX_VALUE);
        return claim;
    }

    private FlowPane chooser(Lesson lesson) {
        variants.clear();
        lesson.variants().forEach(variant -> variants.add(toggle(variant)));
        FlowPane flow = new FlowPane(4, 4);
        flow.getChildren().setAll(variants);
        return flow;
    }

    private ToggleButton toggle(Variant variant) {
        ToggleButton toggle = new ToggleButton(variant.name());
        toggle.setId("variant-" + variant.name());
        toggle.getStyleClass().add("small");
        toggle.setUserData(variant);
        toggle.setFocusTraversable(false);
        Hint.set(toggle, "Open this experiment of the lesson, from its start");
        toggle.setOnAction(event -> {
            lessons.choose(variant);
            markVariant();
        });
        return toggle;
    }

    /** The one that is open is marked, not the one that is wished for. */
    private void markVariant() {
        Optional<Variant> open = lessons.variantProperty().get();
        variants.forEach(toggle ->
                toggle.setSelected(open.filter(toggle.getUserData()::equals).isPresent()));
    }

    private VBox steps() {
        Button back = actions.button(Command.PREVIOUS_STEP);
        back.setText(Command.PREVIOUS_STEP.title());
        Button next = actions.button(Command.NEXT_STEP);
        next.setText(Command.NEXT_STEP.title());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(6, progress, gap, back, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().forEach(child -> ((Region) child).setMinWidth(child == gap ? 0 : USE_PREF_SIZE));
        List.of(back, next).forEach(button -> button.getStyleClass().add("small"));
        VBox steps = part("Do this", step, foot);
        steps.getStyleClass().add("lesson-steps");
        return steps;
    }

    private void showStep() {
        lessons.lessonProperty().get().ifPresent(lesson -> {
            int place = lessons.stepProperty().get();
            step.setText(lesson.steps().get(place));
            progress.setText((place + 1) + " of " + lesson.steps().size());
        });
    }

    private void showAnswer() {
        lessons.lessonProperty().get().ifPresent(lesson -> {
            if (lessons.answeredProperty().get()) {
                answer.getChildren().setAll(part("Answer", text(lesson.answer())));
                lesson.check().ifPresent(check -> answer.getChildren().add(rule(lesson, check)));
            } else {
                answer.getChildren().setAll(revealer());
            }
        });
    }

    private Button revealer() {
        Button show = new Button("Show the answer");
        show.setId("show-answer");
        show.getStyleClass().add("accent");
        show.setMaxWidth(Double.MAX_VALUE);
        show.setFocusTraversable(false);
        Hint.set(show, "What comes out, and why; look first");
        show.setOnAction(event -> lessons.answer());
        return show;
    }

    /** By what the claim is decided: the effect with its threshold, and what each number is. */
    private static VBox rule(Lesson lesson, Check check) {
        Decision decision = check.decision();
        String threshold = NumberSetting.format(decision.threshold());
        Label rule = text(decision.inWords());
        rule.setId("lesson-rule");
        rule.getStyleClass().add("lesson-rule");
        Label decided = text("The claim holds if the whole 95 % interval of the median effect over "
                + check.seeds().size() + " seeds lies " + decision.direction().id() + " " + threshold + ".");
        decided.setId("lesson-decided");
        VBox part = part(
                "How the claim is decided",
                text("Each run gives one number, the effect: " + decision.what() + ". It speaks for the claim if"),
                rule,
                decided);
        VerdictFile.ofBundled(lesson).ifPresent(recorded -> {
            Label measured = text(recorded.inWords());
            measured.setId("lesson-verdict");
            part.getChildren().add(measured);
        });
        check.decisive().stream()
                .map(measure -> text(measure.name() + ": " + measure.what()))
                .forEach(part.getChildren()::add);
        part.getChildren().add(note(decision.because()));
        return part;
    }

    private static VBox part(String heading, Node... content) {
        Label label = new Label(heading);
        label.getStyleClass().add("heading");
        VBox part = new VBox(4, label);
        part.getChildren().addAll(content);
        return part;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label note(String words) {
        Label label = text(words);
        label.getStyleClass().add("note");
        return label;
    }
}
