/**
 * Where the real samples come from: 2-D distributions, pictures drawn on the spot, and files that a person brings. A
 * dataset hands out plain arrays, drawn from a stream that the caller keys, and holds no state that a draw changes, so
 * that lanes can share it. No training and no measuring lives here. Imports {@code setting}, {@code statistic}, {@code file},
 * {@code picture} and {@code compute} (for shapes and streams).
 */
package lipschitzlab.dataset;
