package lipschitzlab.plot;

import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.plot.style.LaneStyle;

/** One lane's spectrum of one layer in a chart, with its name in the legend. */
public record LaneSpectrum(String title, LaneStyle style, LayerSpectrum spectrum) {}
