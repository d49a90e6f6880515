package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.cli.HeadlessRun.End;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.export.FigureDirectory;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.figure.PaperFigure;
import lipschitzlab.figure.PaperFigure.Result;
import lipschitzlab.file.FileWrites;
import lipschitzlab.lesson.Lesson.Variant;

/** A paper's figure without a window: its experiments one after the other, then the drawing. */
final class FigureRun {
    private final PaperFigure figure;
    private final Backend backend;
    private final FigureDirectory directory;
    private final PrintWriter console;
    private final List<Result> results = new ArrayList<>();

    FigureRun(PaperFigure figure, Backend backend, FigureDirectory directory, PrintWriter console) {
        this.figure = figure;
        this.backend = backend;
        this.directory = directory;
        this.console = console;
    }

    /**
     * Trains and draws. After Ctrl-C the figure is drawn of what there is if every experiment was begun.
     *
     * @return whether all was trained and written
     */
    boolean toTheEnd() throws InterruptedException {
        // All folders are made before the training starts, so that one that cannot be made is refused at once.
        List<RunDirectory> directories =
                figure.variants().stream().map(directory::run).toList();
        try (InterruptGuard guard = new InterruptGuard()) {
            boolean written = true;
            for (int i = 0; i < directories.size() && !guard.interrupted(); i++) {
                written &= train(guard, figure.variants().get(i), directories.get(i), i + 1) != End.NOT_ALL_WRITTEN;
            }
            return draw() && written;
        }
    }

    private End train(InterruptGuard guard, Variant variant, RunDirectory run, int number) throws InterruptedException {
        if (!variant.name().isEmpty()) {
            console.println("Trains " + variant.name() + ", " + number + " of "
                    + figure.variants().size() + ".");
            console.flush();
        }
        return HeadlessRun.open(figure.open(variant, backend), () -> run, console, Keeping.nothing())
                .toTheEnd(guard, experiment -> results.add(figure.take(variant, experiment)));
    }

    private boolean draw() {
        FileWrites writes = FileWrites.patient();
        if (results.size() < figure.variants().size()) {
            console.println(
                    "The figure needs all of its " + figure.variants().size() + " experiments: it is not drawn.");
        } else {
            directory.write(figure, results, backend, writes);
            console.println(figure.title() + ", after " + figure.source() + ". " + figure.lookFor());
            console.println(
                    writes.complete()
                            ? "Drawn to " + directory.path().resolve("figure.svg") + " and figure.png"
                            : "Not written: " + writes.names(directory.path()) + ". " + writes.reason());
        }
        console.flush();
        return writes.complete();
    }
}
