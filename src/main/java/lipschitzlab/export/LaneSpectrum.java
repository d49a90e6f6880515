package lipschitzlab.export;

import lipschitzlab.experiment.LayerSpectrum;

/** One lane's spectrum of one layer in a chart, with its name in the legend. */
public record LaneSpectrum(String title, LaneStyle style, LayerSpectrum spectrum) {}
