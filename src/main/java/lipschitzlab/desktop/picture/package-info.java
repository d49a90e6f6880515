/**
 * Pictures in the window: the strip of real ones above the cards, those that are nearest to a generated one, and what the lanes make of
 * one latent point.
 */
package lipschitzlab.desktop.picture;
