/**
 * Controls and helpers that know no experiment: buttons, tooltips, rows, type and colours, the commands and their keys, and the
 * one background runner of the window.
 */
package lipschitzlab.desktop.control;
