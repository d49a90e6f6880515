package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/**
 * Finds words in a scene that cannot be read in full: shortened by dots, reaching out of the control or the box that they stand in,
 * or lying over one another. What a person can scroll to is in order, if it is cut only in the direction in which it scrolls. To be
 * used on the window's thread.
 */
final class LayoutCheck {
    private static final double TOLERANCE = 1.5;
    private static final double OVERLAP = 2.5;

    private record Word(String text, Node owner, Bounds bounds) {}

    private final List<String> faults = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    private LayoutCheck() {}

    /** What cannot be read, each with the reason and the place; empty if all is well. */
    static List<String> faults(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return faults(scene.getRoot());
    }

    /** The same for a part of a scene. */
    static List<String> faults(Parent root) {
        LayoutCheck check = new LayoutCheck();
        check.walk(root);
        check.overlaps();
        return List.copyOf(check.faults);
    }

    private void walk(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled) {
            labeled(labeled);
        } else if (node instanceof TextInputControl input) {
            input(input);
            return;
        } else if (node instanceof Text text && !(text instanceof org.kordamp.ikonli.javafx.FontIcon)) {
            inside(text, text.getText(), text.getParent());
        }
        if (node instanceof Parent parent && !(node instanceof javafx.scene.control.Label)) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> !(node instanceof Labeled && child instanceof Text))
                    .forEach(this::walk);
        }
    }

    private void labeled(Labeled labeled) {
        String wanted = labeled.getText();
        if (wanted == null || wanted.isBlank()) {
            return;
        }
        Optional<Text> shown = textOf(labeled);
        if (shown.isEmpty()) {
            return;
        }
        Text text = shown.get();
        if (!text.getText().equals(wanted)) {
            faults.add("'" + wanted + "' is shortened to '" + text.getText() + "' in " + place(labeled));
        } else {
            inside(text, wanted, labeled);
        }
    }

    private static Optional<Text> textOf(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof org.kordamp.ikonli.javafx.FontIcon))
                .map(Text.class::cast)
                .findFirst();
    }

    private void input(TextInputControl input) {
        Node text = input.lookup(".text");
        if (text != null
                && input instanceof javafx.scene.control.TextField
                && !input.getText().isEmpty()) {
            double room = input.getWidth()
                    - input.getInsets().getLeft()
                    - input.getInsets().getRight();
            double wide = text.getLayoutBounds().getWidth();
            if (wide > room + TOLERANCE) {
                faults.add("'" + input.getText() + "' needs " + wide + " of " + room + " in " + place(input));
            }
        }
    }

    /** Looks whether words lie within their control, its boxes, every clip, and the scene. */
    private void inside(Text text, String words, Node owner) {
        if (words == null || words.isBlank()) {
            return;
        }
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        Optional<Bounds> seen = Optional.of(bounds);
        boolean sideways = true;
        boolean upright = true;
        for (Node each = owner; each != null; each = each.getParent()) {
            Node box = each;
            Optional<ScrollPane> scrolling = scrolling(box);
            if (scrolling.isPresent()) {
                ScrollPane pane = scrolling.get();
                sideways &= pane.isFitToWidth();
                // A sheet that fits may still have a least height, and then scrolls.
                upright = false;
                seen = seen.flatMap(part -> common(part, box.localToScene(box.getLayoutBounds())));
            }
            // A group and the shapes in it have the size of their content.
            if (box instanceof javafx.scene.layout.Region || box.getParent() == null) {
                Bounds room = box.localToScene(box.getLayoutBounds());
                report(words, bounds, room, box, sideways, upright);
            }
        }
        seen.ifPresent(part -> this.words.add(new Word(words, owner, part)));
    }

    private static Optional<Bounds> common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double width = Math.min(one.getMaxX(), other.getMaxX()) - left;
        double height = Math.min(one.getMaxY(), other.getMaxY()) - top;
        return width > 0 && height > 0 ? Optional.of(new BoundingBox(left, top, width, height)) : Optional.empty();
    }

    /** The pane whose viewport, or whose sheet directly in it, this is. */
    private static Optional<ScrollPane> scrolling(Node box) {
        for (Node each = box; each != null && (each == box || each == box.getParent()); each = each.getParent()) {
            if (each.getStyleClass().contains("viewport") && each.getParent() instanceof ScrollPane pane) {
                return Optional.of(pane);
            }
        }
        return Optional.empty();
    }

    private void report(String words, Bounds bounds, Bounds room, Node box, boolean sideways, boolean upright) {
        boolean wide = bounds.getMinX() < room.getMinX() - TOLERANCE || bounds.getMaxX() > room.getMaxX() + TOLERANCE;
        boolean high = bounds.getMinY() < room.getMinY() - TOLERANCE || bounds.getMaxY() > room.getMaxY() + TOLERANCE;
        if (sideways && wide || upright && high) {
            faults.add(
                    "'" + words + "' at " + inWords(bounds) + " reaches out of " + place(box) + " at " + inWords(room));
        }
    }

    private void overlaps() {
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                Word one = words.get(i);
                Word other = words.get(j);
                if (one.owner() != other.owner() && overlap(one.bounds(), other.bounds())) {
                    faults.add("'" + one.text() + "' lies over '" + other.text() + "' in " + place(other.owner()));
                }
            }
        }
    }

    private static boolean overlap(Bounds one, Bounds other) {
        Bounds smaller = new BoundingBox(
                one.getMinX() + OVERLAP,
                one.getMinY() + OVERLAP,
                Math.max(0, one.getWidth() - 2 * OVERLAP),
                Math.max(0, one.getHeight() - 2 * OVERLAP));
        return smaller.intersects(other);
    }

    private static String inWords(Bounds bounds) {
        return String.format(
                "[%.0f–%.0f, %.0f–%.0f]", bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(), bounds.getMaxY());
    }

    /** The nearest names on the way up. */
    private static String place(Node node) {
        List<String> names = new ArrayList<>();
        for (Node each = node; each != null && names.size() < 3; each = each.getParent()) {
            if (each.getId() != null) {
                names.add("#" + each.getId());
                break;
            }
            if (!(each instanceof Shape) && !each.getStyleClass().isEmpty()) {
                names.add("." + String.join(".", each.getStyleClass()));
            }
        }
        return String.join(" in ", names);
    }
}
