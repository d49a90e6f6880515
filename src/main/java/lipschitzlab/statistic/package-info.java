/**
 * Medians and quantiles: one convention for all of the program, stated in {@link lipschitzlab.statistic.Quantiles}. Imports no
 * other package; the only one that knows the library which selects them.
 */
package lipschitzlab.statistic;
