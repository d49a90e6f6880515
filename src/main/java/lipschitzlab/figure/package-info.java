/**
 * The papers' figures: what one command trains and how it is drawn, read from YAML. Draws nothing itself.
 */
package lipschitzlab.figure;
