/**
 * Colours: one hue for each method, shades for lanes of one method, scales, themes and their contrast.
 */
package lipschitzlab.plot.style;
