package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** One of the recent runs: a picture, the preset, when, where, and what it came to. */
final class RecentRunCell extends ListCell<RecentRun> {
    private static final double PICTURE_WIDTH = 236;
    private static final double PICTURE_HEIGHT = 60;
    private static final double WIDTH = 500;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final ImageView picture = new ImageView();
    private final Label title = new Label();
    private final Text place = words();
    private final Text measures = words();
    private final HBox content = new HBox(12, pictured(), new VBox(1, title, place, measures));

    RecentRunCell() {
        title.getStyleClass().add("heading");
        content.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("recent-run");
    }

    private static Text words() {
        Text text = new Text();
        text.setWrappingWidth(WIDTH);
        text.getStyleClass().add("lesson-menu-claim");
        return text;
    }

    private StackPane pictured() {
        StackPane frame = new StackPane(picture);
        frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        frame.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        frame.getStyleClass().add("recent-run-picture");
        return frame;
    }

    @Override
    protected void updateItem(RecentRun run, boolean empty) {
        super.updateItem(run, empty);
        setGraphic(empty ? null : content);
        if (!empty) {
            title.setText(run.title() + "  ·  " + run.folder().getFileName());
            place.setText(run.written().map(time -> DATE.format(time) + " · ").orElse("") + run.folder());
            measures.setText(run.measures());
            picture.setImage(run.picture().map(RecentRunCell::image).orElse(null));
        }
    }

    private static Image image(Path file) {
        return new Image(file.toUri().toString(), PICTURE_WIDTH, PICTURE_HEIGHT, true, true, true);
    }
}
