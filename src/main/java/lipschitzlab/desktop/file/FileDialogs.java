package lipschitzlab.desktop.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import lipschitzlab.desktop.model.LastFolder;

/** Where the window asks for files and folders; tests answer in its place. Each starts where the last one ended. */
public interface FileDialogs {
    /**
     * A kind of file that a dialog offers.
     *
     * @param title such as {@code Picture (PNG)}
     * @param endings of its name, with their dots; the first is that of a name without one
     */
    record Kind(String title, List<String> endings) {
        public Kind(String title, String... endings) {
            this(title, List.of(endings));
        }

        private ExtensionFilter filter() {
            return new ExtensionFilter(
                    title, endings.stream().map(ending -> "*" + ending).toList());
        }
    }

    /** A file to read, if one was chosen. */
    Optional<Path> open(Window owner, String title, String kind, String... patterns);

    /** A file to write, if one was chosen; its name ends as its kind says. */
    Optional<Path> save(Window owner, String title, String suggested, List<Kind> kinds);

    /** A folder that exists, if one was chosen. */
    Optional<Path> folder(Window owner, String title);

    /** Where the next dialog starts. */
    Path start();

    /** Starts the next dialog in this folder, since something was saved or opened there without a dialog. */
    void remember(Path folder);

    /** The platform's own dialogs. */
    static FileDialogs ofThePlatform(LastFolder lastFolder) {
        return new FileDialogs() {
            @Override
            public Optional<Path> open(Window owner, String title, String kind, String... patterns) {
                FileChooser chooser = chooser(title);
                chooser.getExtensionFilters()
                        .setAll(new ExtensionFilter(kind, patterns), new ExtensionFilter("All files", "*"));
                return chosen(chooser.showOpenDialog(owner));
            }

            @Override
            public Optional<Path> save(Window owner, String title, String suggested, List<Kind> kinds) {
                FileChooser chooser = chooser(title);
                chooser.setInitialFileName(suggested);
                kinds.forEach(kind -> chooser.getExtensionFilters().add(kind.filter()));
                Optional<Path> chosen = chosen(chooser.showSaveDialog(owner));
                int filter = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
                return chosen.map(file -> FileNames.ending(file, kinds, kinds.get(Math.max(0, filter))));
            }

            @Override
            public Optional<Path> folder(Window owner, String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                chooser.setInitialDirectory(start().toFile());
                Optional<Path> chosen =
                        Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
                chosen.ifPresent(lastFolder::remember);
                return chosen;
            }

            @Override
            public Path start() {
                return lastFolder.folder();
            }

            @Override
            public void remember(Path folder) {
                lastFolder.remember(folder);
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialDirectory(start().toFile());
                return chooser;
            }

            private Optional<Path> chosen(File file) {
                Optional<Path> chosen = Optional.ofNullable(file).map(File::toPath);
                chosen.map(Path::getParent).ifPresent(lastFolder::remember);
                return chosen;
            }
        };
    }
}
