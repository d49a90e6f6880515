/**
 * Where the real samples come from: 2-D distributions, pictures drawn on the spot, and files that a person brings. A
 * dataset hands out plain arrays, drawn from a stream that the caller keys, and holds no state that a draw changes, so
 * that lanes can share it. No training, no measuring and no library lives here. Imports {@code setting},
 * {@code statistic} and {@code compute} (for shapes and streams), besides them only the JDK.
 */
package lipschitzlab.dataset;
