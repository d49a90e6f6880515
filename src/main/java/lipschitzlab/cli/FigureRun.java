package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.Engines;
import lipschitzlab.experiment.InterruptGuard;
import lipschitzlab.experiment.Lesson.Variant;
import lipschitzlab.experiment.PaperFigure;
import lipschitzlab.experiment.PaperFigure.Result;
import lipschitzlab.export.FigureDirectory;

/** A paper's figure without a window: its experiments one after the other, then the drawing. */
final class FigureRun {
    private final PaperFigure figure;
    private final Engines engines;
    private final FigureDirectory directory;
    private final PrintWriter console;
    private final List<Result> results = new ArrayList<>();

    FigureRun(PaperFigure figure, Engines engines, FigureDirectory directory, PrintWriter console) {
        this.figure = figure;
        this.engines = engines;
        this.directory = directory;
        this.console = console;
    }

    /** Trains and draws. After Ctrl-C the figure is drawn of what there is if every experiment was begun. */
    void toTheEnd() throws InterruptedException {
        try (InterruptGuard guard = new InterruptGuard(() -> {})) {
            boolean whole = true;
            for (int i = 0; i < figure.variants().size() && whole; i++) {
                whole = train(figure.variants().get(i), i + 1) && !guard.interrupted();
            }
            draw();
        }
    }

    private boolean train(Variant variant, int number) throws InterruptedException {
        if (!variant.name().isEmpty()) {
            console.println("Trains " + variant.name() + ", " + number + " of "
                    + figure.variants().size() + ".");
            console.flush();
        }
        HeadlessRun run = HeadlessRun.open(figure.open(variant, engines), () -> directory.run(variant), console);
        return run.toTheEnd(experiment -> results.add(figure.take(variant, experiment)));
    }

    private void draw() {
        if (results.size() < figure.variants().size()) {
            console.println(
                    "The figure needs all of its " + figure.variants().size() + " experiments: it is not drawn.");
        } else {
            directory.write(figure, results, engines);
            console.println(figure.title() + ", after " + figure.source() + ". " + figure.lookFor());
            console.println("Drawn to " + directory.path().resolve("figure.svg") + " and figure.png");
        }
        console.flush();
    }
}
