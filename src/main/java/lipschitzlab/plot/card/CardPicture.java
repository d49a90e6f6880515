package lipschitzlab.plot.card;

import java.util.List;
import java.util.Optional;
import lipschitzlab.plot.style.LaneStyle;
import org.jfree.chart.JFreeChart;

/**
 * One lane's card as a picture that can be read by itself.
 *
 * @param title the lane's
 * @param style the lane's
 * @param step of which step it is, in words
 * @param numbers the few measurements that a card shows
 * @param samples empty before there are any
 * @param chart empty before there is something to chart
 * @param failure why the lane stopped by itself; empty if it did not
 */
public record CardPicture(
        String title,
        LaneStyle style,
        String step,
        List<Measured> numbers,
        Optional<SamplePlot> samples,
        Optional<Chart> chart,
        String failure) {
    /** Copies the list. */
    public CardPicture {
        numbers = List.copyOf(numbers);
    }

    /**
     * A measurement.
     *
     * @param value with its unit
     * @param name a word or two
     */
    public record Measured(String value, String name) {}

    /**
     * The card's chart.
     *
     * @param heading what it shows, and of which layer
     * @param words its numbers
     * @param drawing the chart itself, used by nothing else meanwhile
     */
    public record Chart(String heading, String words, JFreeChart drawing) {}
}
