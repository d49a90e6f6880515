/**
 * What a run leaves: its directory with curves, spectra, samples, histories for NumPy and figures, and the directories of
 * figures and findings. Everything works without a screen.
 */
package lipschitzlab.export;
