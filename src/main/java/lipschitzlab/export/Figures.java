package lipschitzlab.export;

import java.nio.file.Path;
import java.util.List;
import lipschitzlab.experiment.Lane;

/** Figures for print. */
public final class Figures {
    private Figures() {}

    /**
     * Writes {@code curves-METRIC.png} and {@code .svg} for each metric that a lane has reported, and {@code spectra.png} and
     * {@code .svg}.
     *
     * @throws lipschitzlab.setting.InputException if a file cannot be written
     */
    public static void write(Path directory, List<Lane> lanes, ChartTheme theme) {}
}
