package lipschitzlab.desktop.share;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.plot.PictureFormat;
import lipschitzlab.plot.Pictures;

/** Shows an experiment's QR code, to be copied or saved for a slide. */
final class QrDialog {
    private static final double SIDE = 420;
    private static final ButtonType COPY = new ButtonType("Copy the picture", ButtonData.OTHER);
    private static final ButtonType SAVE = new ButtonType("Save the picture …", ButtonData.OTHER);

    private final FileDialogs dialogs;

    QrDialog(FileDialogs dialogs) {
        this.dialogs = dialogs;
    }

    /**
     * Shows the picture until it is closed.
     *
     * @param copy copies it
     * @param saved is told the file to which it was saved
     * @param failed is told why it could not be
     */
    void show(
            Window owner,
            BufferedImage picture,
            String name,
            Runnable copy,
            Consumer<Path> saved,
            Consumer<RuntimeException> failed) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Lipschitz Lab: QR picture of the experiment");
        ImageView view = new ImageView(FxImages.of(picture));
        view.setId("qr");
        view.setFitWidth(picture.getWidth() / 2.0);
        view.setFitHeight(picture.getHeight() / 2.0);
        view.setSmooth(false);
        view.setPreserveRatio(true);
        view.setAccessibleText("QR code of the experiment");
        Label words =
                new Label("A camera reads the experiment as one line of text. Copied there, Ctrl+V in the window of the"
                        + " lab opens it.");
        words.setWrapText(true);
        words.setMaxWidth(SIDE);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(12, view, words);
        content.setPadding(new Insets(20, 20, 8, 20));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(COPY, SAVE, Buttons.CLOSE);
        Optional<ButtonType> answer = dialog.showAndWait();
        if (answer.filter(COPY::equals).isPresent()) {
            copy.run();
        } else if (answer.filter(SAVE::equals).isPresent()) {
            save(owner, picture, name, saved, failed);
        }
    }

    private void save(
            Window owner, BufferedImage picture, String name, Consumer<Path> saved, Consumer<RuntimeException> failed) {
        List<FileDialogs.Kind> kinds =
                List.of(new FileDialogs.Kind(PictureFormat.PNG.title(), PictureFormat.PNG.ending()));
        dialogs.save(owner, "Save the QR picture", name + "-qr" + PictureFormat.PNG.ending(), kinds)
                .ifPresent(file -> {
                    try {
                        Pictures.write(file, picture, Map.of());
                        saved.accept(file);
                    } catch (RuntimeException unwritten) {
                        failed.accept(unwritten);
                    }
                });
    }
}
