/**
 * A whole experiment without a line of screen or file format: presets (YAML in and out, validated), lanes, the schedule that
 * runs them in parallel, their measurements and snapshots. Threads are made here. Nothing here knows of windows, pictures or
 * CSV files. Imports every room up to {@code diagnostic}.
 */
package lipschitzlab.experiment;
