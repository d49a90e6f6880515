/**
 * What a person may set: a setting is declared once, with its key, unit, range, default and help, and from that declaration
 * come the preset's validation, the window's panel, {@code --set} and the record of a run. Also here: the error that names a
 * bad input. Imports no other package.
 */
package lipschitzlab.setting;
