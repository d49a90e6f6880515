/**
 * Ways in and out: opening presets, lessons and data, saving and copying pictures, runs and samples, and their dialogs.
 */
package lipschitzlab.desktop.file;
