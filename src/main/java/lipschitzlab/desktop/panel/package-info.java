/**
 * The panel on the left: presets, what differs between the lanes, settings of all lanes and of one, and the dialogs that make,
 * rename and compare lanes.
 */
package lipschitzlab.desktop.panel;
