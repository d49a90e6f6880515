/**
 * The trace of a run: what its lanes start from, what every step draws and what comes of it, as arrays that any framework can read
 * to repeat the run. Written only when somebody asks for it.
 */
package lipschitzlab.export.trace;
