package lipschitzlab.cli.doctor;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.benchmark.EngineAgreement;
import lipschitzlab.benchmark.FullMemory;
import lipschitzlab.benchmark.LaneScaling;
import lipschitzlab.benchmark.LongRun;
import lipschitzlab.benchmark.MethodAgreement;
import lipschitzlab.benchmark.SteadyMemory;
import lipschitzlab.benchmark.Workload;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine does on this machine, in one text file: whether it computes what it should, whether its memory stays as it is, and
 * how fast it is beside the processor. A part that fails does not keep the next from running.
 */
public final class CardReport {
    private static final Logger LOG = LoggerFactory.getLogger(CardReport.class);
    private static final double GRADIENT_TOLERANCE = 1e-3;
    private static final double LOSS_TOLERANCE = 1e-2;
    private static final int MOST_MEGABYTES = 64;
    private static final int MOST_DISAGREEMENTS = 20;
    private static final Workload SMALL = Workload.TOY;

    private final PrintWriter terminal;
    private final EngineCatalog catalog;
    private final Backend backend;
    private final ReportEffort effort;
    private final List<String> failed = new ArrayList<>();
    private final List<String> notRun = new ArrayList<>();

    /** A report of an engine, to be printed too. */
    public CardReport(PrintWriter terminal, EngineCatalog catalog, Backend backend) {
        this(terminal, catalog, backend, ReportEffort.WHOLE);
    }

    CardReport(PrintWriter terminal, EngineCatalog catalog, Backend backend, ReportEffort effort) {
        this.terminal = terminal;
        this.catalog = catalog;
        this.backend = backend;
        this.effort = effort;
    }

    /** Something to be found out; returns what was wrong, if anything was. */
    @FunctionalInterface
    private interface Part {
        Optional<String> look(PrintWriter out) throws InterruptedException;
    }

    /**
     * Writes the file; takes a quarter of an hour and more.
     *
     * @return whether no part failed
     * @throws lipschitzlab.setting.InputException if the file cannot be written
     */
    public boolean write(Path file) throws InterruptedException {
        try (ReportWriter both = new ReportWriter(terminal, file);
                PrintWriter out = new PrintWriter(both)) {
            out.printf(
                    "Report of %s, %s%n",
                    backend.device().engine(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
            out.printf("device: %s%n", backend.device().name());
            backend.device().card().ifPresent(card -> out.printf("driver: %s%n", card.driver()));
            backend.device().versions().forEach((library, version) -> out.printf("%s: %s%n", library, version));
            EngineTable.print(out, catalog);
            part(out, "Every operation beside the reference in double precision", this::operations);
            for (Workload workload : List.of(Workload.TOY, Workload.MNIST)) {
                if (effort.timed().contains(workload)) {
                    int batch = workload == Workload.TOY ? effort.agreementBatch() : effort.agreementPictures();
                    String title = "Gradients and first %d steps beside the reference, %s, batch %d"
                            .formatted(effort.agreementSteps(), workload.id(), batch);
                    part(out, title, to -> methods(to, workload, batch));
                }
            }
            part(out, "Memory after " + effort.memorySteps() + " steps more, " + SMALL.title(), this::memory);
            if (hasCard()) {
                part(out, "A card that one lane fills while another goes on", this::full);
            } else {
                withoutCard(out, "A card that one lane fills while another goes on");
            }
            part(out, "Times of the updates", to -> times(to, backend));
            otherProcessor(out);
            part(out, "Lanes together, " + SMALL.title(), this::lanes);
            part(out, "Grey pictures of 28×28", to -> longRun(to, 28, 1));
            part(out, "Colour pictures of 32×32", to -> longRun(to, 32, 3));
            sum(out);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close " + file, failure);
        }
        return failed.isEmpty();
    }

    private boolean hasCard() {
        return backend.device().card().isPresent();
    }

    private void part(PrintWriter out, String title, Part part) throws InterruptedException {
        out.printf("%n== %s%n", title);
        long start = System.nanoTime();
        Optional<String> wrong;
        try {
            wrong = part.look(out);
        } catch (RuntimeException failure) {
            LOG.warn("A part of the report failed: {}", title, failure);
            wrong = Optional.of(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        wrong.ifPresent(what -> {
            failed.add(title);
            out.printf("FAILED: %s%n", what);
        });
        out.printf("-- %s, %.0f s%n", wrong.isPresent() ? "failed" : "done", (System.nanoTime() - start) / 1e9);
    }

    private void withoutCard(PrintWriter out, String title) {
        notRun.add(title);
        out.printf(
                "%n== %s%n-- not run: %s computes on the processor%n",
                title, backend.device().engine());
    }

    private Optional<String> operations(PrintWriter out) {
        EngineAgreement found = EngineAgreement.of(backend);
        List<String> wrong = found.disagreements();
        out.printf("%d operations, %d calls, %d wrong%n", found.operations(), found.calls(), wrong.size());
        wrong.stream().limit(MOST_DISAGREEMENTS).forEach(out::println);
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.size() + " calls disagree with the reference");
    }

    private Optional<String> methods(PrintWriter out, Workload workload, int batch) {
        out.printf("%-22s %14s %14s%n", "method", "gradient", "losses");
        List<String> wrong = new ArrayList<>();
        for (MethodAgreement each : MethodAgreement.of(workload, backend, batch, effort.agreementSteps())) {
            out.printf(Locale.ROOT, "%-22s %14.1e %14.1e%n", each.method().id(), each.gradient(), each.losses());
            if (!(each.gradient() <= GRADIENT_TOLERANCE) || !(each.losses() <= LOSS_TOLERANCE)) {
                wrong.add(each.method().id());
            }
        }
        return nothingOr(wrong, "further from the reference than rounding takes them");
    }

    private Optional<String> memory(PrintWriter out) {
        out.printf("%-22s %14s %14s %14s%n", "method", "arrays", "program, MB", "card, MiB");
        List<String> wrong = new ArrayList<>();
        for (SteadyMemory each : SteadyMemory.of(SMALL, backend, effort.memorySteps())) {
            String card = each.card().isPresent() ? Long.toString(each.card().getAsLong()) : "–";
            out.printf("%-22s %14d %14d %14s%n", each.method().id(), each.arrays(), each.program(), card);
            if (each.arrays() != 0
                    || each.program() > MOST_MEGABYTES
                    || each.card().orElse(0) > MOST_MEGABYTES) {
                wrong.add(each.method().id());
            }
        }
        return nothingOr(wrong, "takes more memory with each step");
    }

    private static Optional<String> nothingOr(List<String> methods, String what) {
        return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods) + ": " + what);
    }

    private Optional<String> full(PrintWriter out) {
        out.println(FullMemory.of(SMALL, backend));
        return Optional.empty();
    }

    private Optional<String> times(PrintWriter out, Backend timed) {
        new BenchTable(out, timed, Optional.empty(), effort.seconds()).print(effort.timed());
        return Optional.empty();
    }

    /** The same on this machine's processor, by the same library where it has both. */
    private void otherProcessor(PrintWriter out) throws InterruptedException {
        String title = "Times of the updates on the processor";
        if (!hasCard()) {
            notRun.add(title);
            out.printf("%n== %s%n-- not run: they stand above%n", title);
            return;
        }
        EngineKind kind = backend.device().engine().startsWith("nd4j") ? EngineKind.ND4J_CPU : EngineKind.LIBTORCH_CPU;
        part(out, title, to -> {
            try {
                return times(to, catalog.choose(kind.id()));
            } catch (EngineUnavailableException unavailable) {
                return Optional.of(unavailable.getMessage());
            }
        });
    }

    private Optional<String> lanes(PrintWriter out) throws InterruptedException {
        out.printf("%-6s %16s%n", "lanes", "ms until each has made a step");
        LaneScaling.of(SMALL, backend, effort.mostLanes(), effort.laneSteps())
                .forEach((lanes, milliseconds) -> out.printf(Locale.ROOT, "%-6d %16.2f%n", lanes, milliseconds));
        return Optional.empty();
    }

    private Optional<String> longRun(PrintWriter out, int side, int channels) throws InterruptedException {
        Preset whole = PresetReader.of(
                "shapes",
                Map.of(
                        "data.side", Integer.toString(side),
                        "data.channels", Integer.toString(channels),
                        "generator.width", Double.toString(effort.width()),
                        "critic.width", Double.toString(effort.width())));
        int lanes = Math.min(effort.mostLanes(), whole.lanes().size());
        Preset preset = whole.withLanes(whole.lanes().subList(0, lanes));
        LongRun run = LongRun.of(preset, backend, effort.longSeconds());
        out.printf(
                Locale.ROOT,
                "standard CNN, width %s, %d lanes: %d steps each in %.0f s, %.1f ms until each has made a step%n",
                effort.width(),
                preset.lanes().size(),
                run.steps(),
                run.seconds(),
                1000 * run.seconds() / run.steps());
        return Optional.empty();
    }

    private void sum(PrintWriter out) {
        out.println();
        if (!notRun.isEmpty()) {
            out.printf("Not run here: %s.%n", String.join("; ", notRun));
        }
        out.println(failed.isEmpty() ? "No part failed." : "Failed: " + String.join("; ", failed) + ".");
    }
}
