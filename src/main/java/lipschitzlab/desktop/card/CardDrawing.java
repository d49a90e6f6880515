package lipschitzlab.desktop.card;

import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * What a card's chart shows next.
 *
 * @param chart to draw
 * @param change what to do to the chart before, in the background
 * @param words its numbers, in a line above it
 * @param help what chart and numbers mean, for a student
 * @param shown what it was made from: equal if it need not be drawn again
 */
public record CardDrawing(JFreeChart chart, Runnable change, String words, String help, List<?> shown) {}
