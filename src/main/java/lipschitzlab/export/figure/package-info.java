/**
 * The figures of a run, of a paper and of a lesson's finding, each put together from charts.
 */
package lipschitzlab.export.figure;
