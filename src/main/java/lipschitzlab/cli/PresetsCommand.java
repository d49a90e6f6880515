package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import lipschitzlab.figure.PaperFigure;
import lipschitzlab.figure.PaperFigureReader;
import lipschitzlab.figure.PaperFigures;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.preset.SharedSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the bundled presets and figures; its help lists the constraints with their settings. */
@Command(
        name = "presets",
        description = "Lists the bundled presets and the papers' figures.",
        footerHeading = "%n",
        mixinStandardHelpOptions = true)
final class PresetsCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : Presets.names()) {
            Preset preset = PresetReader.of(name, Map.of());
            String data = preset.data().missesFile() ? "  (needs --data)" : "";
            out.printf(
                    "%-26s %s, %s steps%s%n",
                    name, preset.title(), preset.shared().text(SharedSettings.STEPS), data);
        }
        out.println();
        out.println("Papers' figures:");
        for (String name : PaperFigures.names()) {
            PaperFigure figure = PaperFigureReader.of(name, Map.of());
            String data = figure.missesFile() ? "  (needs --data)" : "";
            out.printf("%-26s %s (%s)%s%n", name, figure.title(), figure.source(), data);
        }
        out.flush();
        return LabCommand.DONE;
    }
}
