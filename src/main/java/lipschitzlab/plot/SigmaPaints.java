package lipschitzlab.plot;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/** A scale of singular values as a chart's colour bar wants it, by powers of ten. */
record SigmaPaints(SigmaScale scale) implements PaintScale {
    @Override
    public double getLowerBound() {
        return scale.low();
    }

    @Override
    public double getUpperBound() {
        return scale.high();
    }

    @Override
    public Paint getPaint(double exponent) {
        return new Color(scale.colour(exponent));
    }
}
