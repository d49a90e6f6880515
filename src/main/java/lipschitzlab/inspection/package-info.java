/**
 * Weights that come from a file, of critics trained here or anywhere: found in the file by shape and name, and measured beside
 * random matrices of their shapes. Imports {@code setting}, {@code file}, {@code compute} (for seeded randomness) and
 * {@code diagnostic}; knows no preset and no experiment.
 */
package lipschitzlab.inspection;
