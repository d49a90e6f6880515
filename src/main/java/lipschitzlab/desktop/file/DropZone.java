package lipschitzlab.desktop.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Command;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lies over the window while files are dragged over it, says what can be dropped, and takes it. */
public final class DropZone extends VBox {
    private static final double WIDEST = 640;

    private final Consumer<List<Path>> take;
    private final Label title = new Label();

    private DropZone(Consumer<List<Path>> take) {
        super(8);
        this.take = take;
        setId("drop-zone");
        getStyleClass().add("drop-zone");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        title.setGraphic(new FontIcon(Command.YOUR_DATA.icon()));
        title.getStyleClass().add("drop-title");
        Label read = new Label("The lab reads " + FileOpener.READ + ".");
        read.setWrapText(true);
        read.setMaxWidth(WIDEST);
        getChildren().setAll(title, read);
    }

    /**
     * Lets a pane take files.
     *
     * @param take gets what was dropped
     */
    public static void over(Pane pane, Consumer<List<Path>> take) {
        DropZone zone = new DropZone(take);
        pane.getChildren().add(zone);
        pane.layoutBoundsProperty()
                .subscribe(bounds -> zone.resizeRelocate(0, 0, bounds.getWidth(), bounds.getHeight()));
        // Only as they come: once more they are said to be over the window when they were dropped already.
        pane.addEventHandler(DragEvent.DRAG_ENTERED, event -> zone.show(event.getDragboard()));
        pane.addEventHandler(DragEvent.DRAG_EXITED, event -> zone.setVisible(false));
        // While files are dragged there are none: a program that ends in the middle of it never says that they left.
        pane.addEventFilter(MouseEvent.ANY, event -> zone.setVisible(false));
        // Before the controls, some of which take texts themselves.
        pane.addEventFilter(DragEvent.DRAG_OVER, DropZone::accept);
        pane.addEventFilter(DragEvent.DRAG_DROPPED, zone::drop);
    }

    private void show(Dragboard board) {
        if (board.hasFiles()) {
            title.setText(words(board.getFiles()));
            toFront();
            setVisible(true);
        }
    }

    private static String words(List<File> files) {
        return files.size() == 1
                ? "Drop to open " + files.get(0).getName()
                : "Drop to open one of " + files.size() + " files";
    }

    private static void accept(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        setVisible(false);
        if (event.getDragboard().hasFiles()) {
            List<Path> paths =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(true);
            event.consume();
            take.accept(paths);
        }
    }
}
