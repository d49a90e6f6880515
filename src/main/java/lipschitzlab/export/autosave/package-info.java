/**
 * Runs that the window keeps by itself: a folder of them with bounded space, each a run's directory that its window holds by a lock,
 * so that a run whose window did not come to its end is found at the next start. Everything works without a screen.
 */
package lipschitzlab.export.autosave;
