package lipschitzlab.plot.grid;

import java.util.Optional;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.style.LaneStyle;

/**
 * One of several pictures that stand side by side.
 *
 * @param title whose samples it shows
 * @param style the lane's; none of real data
 * @param caption a few words below the title, such as the step
 * @param picture shown pixel for pixel
 */
record Panel(String title, Optional<LaneStyle> style, String caption, Raster picture) {}
