/**
 * What is measured of a lane, as plain values: metrics, curves, spectra, surfaces, details and snapshots. Measures nothing itself.
 */
package lipschitzlab.measurement;
