package lipschitzlab.export;

import lipschitzlab.experiment.Curve;

/** One lane's curve in a chart, with its name in the legend. */
public record LaneCurve(String title, LaneStyle style, Curve curve) {}
