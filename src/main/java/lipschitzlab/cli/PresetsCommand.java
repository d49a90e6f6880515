package lipschitzlab.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import lipschitzlab.experiment.Preset;
import lipschitzlab.experiment.PresetReader;
import lipschitzlab.experiment.Presets;
import lipschitzlab.experiment.SharedSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the bundled presets; its help lists the constraints with their settings. */
@Command(
        name = "presets",
        description = "Lists the bundled presets.",
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
                    name, preset.title(), preset.shared().text(SharedSettings.STEPS.key()), data);
        }
        out.flush();
        return LabCommand.DONE;
    }
}
