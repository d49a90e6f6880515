package lipschitzlab.plot;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Writes an exponent as its power of ten, such as 0.01 for −2. */
final class PowerFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double exponent, StringBuffer text, FieldPosition position) {
        return text.append(PowersOfTen.label((int) Math.round(exponent)));
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer text, FieldPosition position) {
        return text.append(PowersOfTen.label((int) exponent));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("labels are not read");
    }
}
