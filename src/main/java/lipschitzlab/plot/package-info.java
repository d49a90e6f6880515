/**
 * Charts and pictures, drawn without a display: curves, spectra, heatmaps, surfaces under samples. What they show comes as
 * plain values, except that {@link lipschitzlab.plot.ChangeMark} reads the changes of a lane. Finished drawings can be
 * written as PNG or SVG files; where these belong is decided elsewhere.
 */
package lipschitzlab.plot;
