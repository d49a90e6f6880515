/**
 * The window keeps what it trains by itself: when it saves, what it offers of an earlier window that did not come to its end, and the
 * settings of both.
 */
package lipschitzlab.desktop.autosave;
