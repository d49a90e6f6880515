/**
 * Lanes in training: the schedule that runs them in parallel, in step or each as fast as it goes, their histories, and
 * changes made while they train. The threads that train are made here. Knows no window, picture or file format.
 */
package lipschitzlab.experiment;
