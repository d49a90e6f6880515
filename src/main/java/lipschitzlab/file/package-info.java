/**
 * Writing files so that one is there whole or not at all, and that nothing of a person's is lost. Knows no experiment.
 */
package lipschitzlab.file;
