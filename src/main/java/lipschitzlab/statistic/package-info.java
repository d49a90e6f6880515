/**
 * Medians and quantiles: one convention for all of the program, stated in {@link lipschitzlab.statistic.Quantiles}; and the
 * interval of a median over seeds, {@link lipschitzlab.statistic.MedianInterval}. Imports no
 * other package; the only one that knows the libraries which select numbers and know distributions.
 */
package lipschitzlab.statistic;
