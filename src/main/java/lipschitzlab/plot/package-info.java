/**
 * Charts and pictures, drawn without a display: curves, spectra, heatmaps, surfaces under samples. Takes plain values, knows no
 * files.
 */
package lipschitzlab.plot;
