package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.onWindow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import lipschitzlab.lesson.CardView;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.measurement.Metric;

/** Looks in an open window for what a lesson's words point at: every part of it that they name is there and can be seen. */
final class LessonEvidence {
    private static final double LEGIBLE_SAMPLES = 100;
    private static final double LEGIBLE_CHART = 60;
    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");

    /** What lessons call parts of the window, and where each is. */
    private enum Part {
        LINE("line above|above the chart|above the clipped lane's chart|over that line", ".card-chart .numbers"),
        STABLE_RANK("stable ranks? in the line", ".card-chart .numbers"),
        PACE("seconds on the cards|critic steps/s", ".lane-card .lane-pace"),
        LAYERS("list at the upper right", "#layer"),
        SLIDER("slider below the cards", "#history-slider"),
        LIVE("press Live", "#live"),
        PLAY("[Pp]ress Play|and Play|press Play again|press Reset \\(R\\) and Play", "#play"),
        STEP("[Pp]ress Step", "#step"),
        RESET("press Reset", "#reset"),
        FREE("Free in the toolbar", "#free"),
        TIME("against training time", "#by-time"),
        CROSSES("crosses", "#between"),
        SLOPE("‖∇D‖ below the samples|slope ‖∇D‖", "#ground-slope"),
        SURFACE("surfaces? below|critic's value D", ".sample-view"),
        SAMPLES("samples on the cards|samples over|[Ww]atch the samples|[Cc]ompare the samples", ".sample-view"),
        CHARTS("each chart|the cards|chart", ".card-chart ImageView"),
        CURVES("[Rr]ead the curve|the curves?\\b|curve below", "#curves ImageView"),
        C("[Cc]hange c\\b|Find a c\\b", "#setting-c"),
        LAMBDA("[Cc]hange λ", "#setting-lambda"),
        K("[Cc]hange k\\b", "#setting-k"),
        RATE("[Rr]aise the critic's learning rate", "#setting-learningRate"),
        DISTANCE("[Ss]et the distance", "#setting-distance");

        private final Pattern words;
        private final String selector;

        Part(String words, String selector) {
            this.words = Pattern.compile(words);
            this.selector = selector;
        }
    }

    private final OpenWindow lab;
    private final Lesson lesson;

    LessonEvidence(OpenWindow lab, Lesson lesson) {
        this.lab = lab;
        this.lesson = lesson;
    }

    /** Goes through all steps of the lesson on show; what cannot be seen, with the words that point at it. */
    List<String> unseen() {
        List<String> unseen = new ArrayList<>(onWindow(() -> LayoutCheck.faults(lab.window.scene())));
        for (int place = 0; place < lesson.steps().size(); place++) {
            String step = lesson.steps().get(place);
            unseen.addAll(onWindow(() -> unseen(step)));
            unseen.addAll(onWindow(() -> seen("#lesson-step", step)));
            if (place + 1 < lesson.steps().size()) {
                lab.fire("#next_step");
            }
        }
        for (String text : List.of(lesson.lookFor(), lesson.where())) {
            unseen.addAll(onWindow(() -> unseen(text)));
        }
        return unseen;
    }

    /** How many of a lesson's texts name no part of the window that is looked for here. */
    static long pointless(Lesson lesson) {
        return texts(lesson)
                .filter(text -> Arrays.stream(Part.values())
                        .noneMatch(part -> part.words.matcher(text).find()))
                .count();
    }

    private static Stream<String> texts(Lesson lesson) {
        return Stream.concat(lesson.steps().stream(), Stream.of(lesson.lookFor(), lesson.where()));
    }

    private List<String> unseen(String text) {
        lab.window.scene().getRoot().applyCss();
        lab.window.scene().getRoot().layout();
        List<String> unseen = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part.words.matcher(text).find()) {
                unseen.addAll(seen(part, text));
            }
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            unseen.addAll(named(quoted.group(1), text));
        }
        return unseen;
    }

    private List<String> seen(Part part, String text) {
        List<String> unseen = new ArrayList<>(seen(part.selector, text));
        List<Node> found = List.copyOf(lab.window.scene().getRoot().lookupAll(part.selector));
        switch (part) {
            case STABLE_RANK ->
                found.stream()
                        .filter(label -> !((Labeled) label).getText().contains("stable rank"))
                        .forEach(label ->
                                unseen.add("no stable rank in '" + ((Labeled) label).getText() + "' for: " + text));
            case SAMPLES, SURFACE -> unseen.addAll(tooLow(found, LEGIBLE_SAMPLES, text));
            case CHARTS, CURVES -> unseen.addAll(tooLow(found, LEGIBLE_CHART, text));
            default -> {}
        }
        return unseen;
    }

    private static List<String> tooLow(List<Node> found, double least, String text) {
        return found.stream()
                .map(node -> node.getLayoutBounds().getHeight())
                .filter(height -> height < least)
                .map(height -> "only " + height + " pixels high for: " + text)
                .toList();
    }

    /** What stands in quotation marks: a curve, a view of the cards, an experiment of the lesson, or a button. */
    private List<String> named(String name, String text) {
        Optional<Metric> metric = Arrays.stream(Metric.values())
                .filter(each -> each.title().startsWith(name))
                .findFirst();
        Optional<CardView> view = Arrays.stream(CardView.values())
                .filter(each -> each.title().startsWith(name))
                .findFirst();
        boolean variant =
                lesson.variants().stream().anyMatch(each -> each.name().equals(name));
        if (metric.isPresent()) {
            return offered("#metric", metric.get(), text);
        } else if (view.isPresent()) {
            return offered("#card-view", view.get(), text);
        } else if (variant) {
            return seen("#variant-" + name.replace(".", "\\."), text);
        }
        return button(name, text);
    }

    private List<String> offered(String selector, Object wanted, String text) {
        List<String> unseen = new ArrayList<>(seen(selector, text));
        if (!((ComboBox<?>) lab.window.scene().lookup(selector)).getItems().contains(wanted)) {
            unseen.add(selector + " does not offer " + wanted + " for: " + text);
        }
        return unseen;
    }

    private List<String> button(String name, String text) {
        return lab.window.scene().getRoot().lookupAll(".toggle-button").stream()
                .filter(each -> ((ToggleButton) each).getText().equals(name))
                .findFirst()
                .or(() -> chooserOf(name))
                .map(each -> seen(each, name, text))
                .orElse(List.of("nothing is called “" + name + "” for: " + text));
    }

    /** The list that offers something of this name. */
    private Optional<Node> chooserOf(String name) {
        return lab.window.scene().getRoot().lookupAll(".combo-box").stream()
                .filter(each -> offers((ComboBox<?>) each, name))
                .findFirst();
    }

    private static <T> boolean offers(ComboBox<T> box, String name) {
        return box.getConverter() != null
                && box.getItems().stream()
                        .anyMatch(item -> name.equals(box.getConverter().toString(item)));
    }

    private List<String> seen(String selector, String text) {
        List<Node> found = selector.contains("\\.")
                ? lab.window.scene().getRoot().lookupAll(".toggle-button").stream()
                        .filter(each -> ("#" + each.getId()).equals(selector.replace("\\", "")))
                        .toList()
                : List.copyOf(lab.window.scene().getRoot().lookupAll(selector));
        if (found.isEmpty()) {
            return List.of("there is no " + selector + " for: " + text);
        }
        return found.stream()
                .flatMap(each -> seen(each, selector, text).stream())
                .toList();
    }

    /** Whether it is there, in the window, and not scrolled out of sight. */
    private static List<String> seen(Node node, String name, String text) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getWidth() < 1 || bounds.getHeight() < 1) {
            return List.of(name + " has no room for: " + text);
        }
        for (Node each = node; each != null; each = each.getParent()) {
            boolean frame = each.getParent() == null
                    || each.getStyleClass().contains("viewport") && each.getParent() instanceof ScrollPane;
            if (!each.isVisible() || frame && !holds(each.localToScene(each.getLayoutBounds()), bounds)) {
                return List.of(name + " at " + bounds + " cannot be seen for: " + text);
            }
        }
        return List.of();
    }

    private static boolean holds(Bounds frame, Bounds bounds) {
        return bounds.getMinX() >= frame.getMinX() - 1
                && bounds.getMaxX() <= frame.getMaxX() + 1
                && bounds.getMinY() >= frame.getMinY() - 1
                && bounds.getMaxY() <= frame.getMaxY() + 1;
    }
}
