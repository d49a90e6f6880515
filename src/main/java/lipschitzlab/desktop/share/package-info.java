/**
 * An experiment as one line of text, to the clipboard and from it, and as a QR code.
 */
package lipschitzlab.desktop.share;
