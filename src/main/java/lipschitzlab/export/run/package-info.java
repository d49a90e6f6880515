/**
 * Runs that were written before, read back: their curves, spectra and frames, for the window to show. Reads what {@code export}
 * writes, and what former versions of it wrote; trains nothing. Imports {@code export} and everything below it.
 */
package lipschitzlab.export.run;
