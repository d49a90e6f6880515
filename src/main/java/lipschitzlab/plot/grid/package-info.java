/**
 * Pictures of several lanes side by side: grids of samples with real ones beside them, and the frames of a film.
 */
package lipschitzlab.plot.grid;
