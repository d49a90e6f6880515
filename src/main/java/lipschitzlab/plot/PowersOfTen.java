package lipschitzlab.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with a label at powers of ten, as few as there is room for, and unlabelled ticks at their multiples. (JFreeChart's own axis
 * drops labels over short ranges.)
 */
final class PowersOfTen extends LogAxis {
    private static final long serialVersionUID = 1L;
    private static final double ROOM = 26;
    private static final double ROOM_FOR_MULTIPLES = 48;
    private static final double ROOM_ALONG = 60;

    /** Over fewer decades than this a label at each power alone would leave a person guessing. */
    private static final double FEW_DECADES = 2;

    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 4;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    PowersOfTen(String label) {
        super(label);
        setMinorTickMarksVisible(true);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        return ticks(dataArea.getHeight(), ROOM, ROOM_FOR_MULTIPLES, TextAnchor.CENTER_RIGHT);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        return ticks(dataArea.getWidth(), ROOM_ALONG, 2 * ROOM_ALONG, TextAnchor.TOP_CENTER);
    }

    /**
     * The axis' ticks.
     *
     * @param length of the axis on paper
     * @param room that a label takes of it
     * @param forMultiples what a decade takes of it at least, to have ticks at multiples of a power
     */
    private List<NumberTick> ticks(double length, double room, double forMultiples, TextAnchor anchor) {
        double low = Math.log10(getLowerBound());
        double high = Math.log10(getUpperBound());
        int first = (int) Math.floor(low);
        int last = (int) Math.ceil(high);
        int apart = Math.max(1, (int) Math.ceil(room * (high - low) / length));
        boolean roomy = length > forMultiples * (high - low);
        List<NumberTick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power, apart) == 0) {
                add(ticks, TickType.MAJOR, Math.pow(10, power), label(power), anchor);
            }
            for (int multiple = 2; roomy && multiple < 10; multiple++) {
                boolean named = high - low < FEW_DECADES && (multiple == 2 || multiple == 5);
                String label = named ? label(multiple, power) : "";
                add(ticks, TickType.MINOR, multiple * Math.pow(10, power), label, anchor);
            }
        }
        return ticks;
    }

    private void add(List<NumberTick> ticks, TickType type, double value, String label, TextAnchor anchor) {
        if (value >= getLowerBound() * (1 - 1e-9) && value <= getUpperBound() * (1 + 1e-9)) {
            ticks.add(new NumberTick(type, value, label, anchor, TextAnchor.CENTER, 0));
        }
    }

    /** Such as 200 or 0.05; as a power alone where that is no plain number. */
    private static String label(int multiple, int power) {
        return power >= SMALLEST_PLAIN && power <= LARGEST_PLAIN
                ? String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", multiple * Math.pow(10, power))
                : multiple + "·" + label(power);
    }

    /** Such as 100, 0.01 or 10⁻⁵. */
    static String label(int power) {
        if (power >= SMALLEST_PLAIN && power <= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", Math.pow(10, power));
        }
        return raised(power);
    }

    /** Such as 10⁻⁵. */
    static String raised(int power) {
        StringBuilder raised = new StringBuilder(power < 0 ? "10⁻" : "10");
        Integer.toString(Math.abs(power))
                .chars()
                .forEach(digit -> raised.append(RAISED.charAt(Character.getNumericValue(digit))));
        return raised.toString();
    }
}
