/**
 * One metric of all lanes over time: the chart, how a person wants to see it, what it reads at a place, and its numbers as a table.
 */
package lipschitzlab.plot.curve;
