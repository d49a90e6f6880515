package lipschitzlab.cli.doctor;

import java.io.PrintWriter;
import java.util.Locale;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineReport;
import lipschitzlab.compute.device.NvidiaCard;

/** The machine's cards and every engine that the lab knows, in lines of text. */
public final class EngineTable {
    private static final String LINE = "%-15s %s%n";

    private EngineTable() {}

    public static void print(PrintWriter out, EngineCatalog catalog) {
        out.println();
        out.printf(LINE, "NVIDIA cards", catalog.machine().search());
        catalog.machine().cards().forEach(card -> out.printf(LINE, "", describe(card)));
        catalog.advice().ifPresent(sentence -> out.printf(LINE, "", sentence));
        out.println();
        out.println("Engines, in the order in which auto tries them");
        for (EngineReport report : catalog.survey()) {
            out.printf(LINE, report.kind().id(), state(report) + ". " + report.sentence());
            report.device().ifPresent(device -> out.printf(LINE, "", describe(device)));
        }
        out.flush();
    }

    private static String state(EngineReport report) {
        if (!report.installed()) {
            return "Not present";
        }
        return report.canRun() ? "Present, can run" : "Present, cannot run";
    }

    private static String describe(Device device) {
        return device.card().map(EngineTable::describe).orElseGet(() -> device.name() + memory(device.memoryMiB()));
    }

    private static String describe(NvidiaCard card) {
        return card.name() + memory(card.memoryMiB()) + "; compute capability " + card.capability() + "; driver "
                + card.driver();
    }

    private static String memory(long memoryMiB) {
        return memoryMiB == 0 ? "" : String.format(Locale.ROOT, "; memory %,d MiB", memoryMiB);
    }
}
