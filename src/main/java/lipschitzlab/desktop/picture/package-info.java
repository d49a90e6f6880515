/**
 * Real pictures in the window: the strip of them above the cards, and those that are nearest to a generated one.
 */
package lipschitzlab.desktop.picture;
