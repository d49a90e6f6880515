package lipschitzlab.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Where the window asks for files and folders; tests answer in its place. */
interface FileDialogs {
    /** A file to read, if one was chosen. */
    Optional<Path> open(Window owner, String title, String kind, String... patterns);

    /** A file to write, if one was chosen. */
    Optional<Path> save(Window owner, String title, String suggested);

    /** A folder, if one was chosen. */
    Optional<Path> folder(Window owner, String title);

    /** The platform's own dialogs. */
    static FileDialogs ofThePlatform() {
        return new FileDialogs() {
            @Override
            public Optional<Path> open(Window owner, String title, String kind, String... patterns) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .setAll(new ExtensionFilter(kind, patterns), new ExtensionFilter("All files", "*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> save(Window owner, String title, String suggested) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(suggested);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(Window owner, String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }
        };
    }
}
