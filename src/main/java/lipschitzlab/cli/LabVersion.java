package lipschitzlab.cli;

import lipschitzlab.experiment.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class LabVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Lipschitz Lab " + Versions.program()};
    }
}
