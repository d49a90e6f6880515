/**
 * The first minute: three ways to begin, and a tour of the window.
 */
package lipschitzlab.desktop.welcome;
