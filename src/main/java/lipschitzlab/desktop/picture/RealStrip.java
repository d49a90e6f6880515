package lipschitzlab.desktop.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.desktop.control.FontProbe;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.plot.grid.RealPictures;
import lipschitzlab.preset.SharedSettings;

/**
 * A row of real pictures above the cards, the same at every step, so that a person sees what generators are to learn; by class where the
 * data have classes. Not there for points, which cards show among the generated ones.
 */
public final class RealStrip extends HBox {
    private static final String NOTE = "what is to be learned";
    private static final int MOST = 64;
    private static final double GAP = 10;
    private static final double APART = 2;

    /** A picture is enlarged as long as it stays below so many sizes of a letter. */
    private static final double HIGHEST = 4.5;

    /** A class's name has at least as much room, in sizes of a letter. */
    private static final double NAME = 4.2;

    private final LabModel model;
    private final VBox heading;
    private final Label note = new Label(NOTE);
    private final HBox pictures = new HBox(GAP);
    private final FontProbe type = new FontProbe(this::fill);
    private List<Group> groups = List.of();

    /** Pictures of one class, or of all where there are none. */
    private record Group(String name, List<Image> images) {}

    public RealStrip(LabModel model) {
        super(GAP);
        this.model = model;
        setId("real-pictures");
        getStyleClass().add("real-strip");
        Label title = new Label("Real pictures");
        title.getStyleClass().add("heading");
        note.getStyleClass().add("note");
        heading = new VBox(title, note);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinWidth(USE_PREF_SIZE);
        Hint.set(heading, "Pictures of the data that no training batch contains, the same at every step");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        pictures.setMinWidth(0);
        pictures.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(heading, pictures, type);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        widthProperty().subscribe(now -> fill());
        model.experimentProperty().subscribe(this::show);
    }

    private void show(Optional<Experiment> experiment) {
        groups = List.of();
        Optional<Experiment> shown =
                experiment.filter(open -> open.data().sampleShape().rank() == 3);
        setVisible(shown.isPresent());
        fill();
        shown.ifPresent(open -> {
            long seed = open.preset().shared().get(SharedSettings.SEED);
            model.inBackground("Real pictures could not be shown", () -> drawn(open.data(), seed), made -> {
                if (model.experimentProperty().get().equals(experiment)) {
                    groups = made;
                    fill();
                }
            });
        });
    }

    private static List<Group> drawn(Dataset data, long seed) {
        Shape shape = data.sampleShape();
        List<String> names = data.classNames();
        if (names.isEmpty()) {
            float[] values = RealPictures.of(data, seed, MOST).values();
            int length = shape.length();
            List<Image> images = IntStream.range(0, MOST)
                    .mapToObj(i -> SampleImages.of(Arrays.copyOfRange(values, i * length, (i + 1) * length), shape))
                    .toList();
            return List.of(new Group("", images));
        }
        List<List<float[]>> classes = RealPictures.ofEachClass(data, seed, Math.max(1, MOST / names.size()));
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Group(
                        names.get(i),
                        classes.get(i).stream()
                                .map(sample -> SampleImages.of(sample, shape))
                                .toList()))
                .filter(group -> !group.images().isEmpty())
                .toList();
    }

    /** As many pictures as have room: of each class as many as of the others. */
    private void fill() {
        pictures.getChildren().clear();
        if (groups.isEmpty() || getWidth() <= 0) {
            return;
        }
        double letter = type.getFont().getSize();
        Image first = groups.get(0).images().get(0);
        double room = getWidth() - heading.prefWidth(-1) - GAP - snappedLeftInset() - snappedRightInset();
        double largest = Math.max(1, Math.floor(HIGHEST * letter / first.getHeight()));
        boolean two = (room + GAP) / groups.size() - GAP >= 2 * largest * first.getWidth() + APART;
        // Two pictures of a class say more than a larger one.
        double scale = named() && !two ? 1 : largest;
        double wide = scale * first.getWidth();
        double least = named() ? Math.max(wide, NAME * letter) : wide;
        int shown = (int) Math.max(1, Math.min(groups.size(), Math.floor((room + GAP) / (least + GAP))));
        double each = (room - (shown - 1) * GAP) / shown;
        int perGroup = (int) Math.max(1, Math.floor((each + APART) / (wide + APART)));
        List<Node> nodes = new ArrayList<>();
        groups.stream().limit(shown).forEach(group -> nodes.add(node(group, perGroup, scale, each)));
        pictures.getChildren().setAll(nodes);
        int hidden = groups.size() - shown;
        note.setText(hidden > 0 ? "and " + hidden + " more classes" : NOTE);
        setAccessibleText(words());
    }

    private boolean named() {
        return !groups.get(0).name().isEmpty();
    }

    private String words() {
        return named()
                ? "Real pictures of the classes "
                        + String.join(", ", groups.stream().map(Group::name).toList())
                : "Real pictures";
    }

    private Node node(Group group, int most, double scale, double room) {
        HBox row = new HBox(APART);
        row.setAlignment(Pos.CENTER);
        group.images().stream().limit(most).forEach(image -> row.getChildren().add(SampleImages.view(image, scale)));
        if (group.name().isEmpty()) {
            return row;
        }
        Label name = new Label(group.name());
        name.getStyleClass().add("note");
        name.setMinWidth(0);
        Hint.set(name, group.name());
        VBox node = new VBox(1, row, name);
        node.setAlignment(Pos.CENTER);
        name.setMaxWidth(room);
        name.setAlignment(Pos.CENTER);
        return node;
    }
}
