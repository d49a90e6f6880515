/**
 * What leaves the program, and what a window draws with the same hand: colours, charts, pictures of samples, figures, CSV
 * files, histories for NumPy and the run directory that holds them. Everything works without a screen. No training and no
 * window lives here. Imports every room up to {@code experiment}; besides {@code desktop} the only room that knows JFreeChart.
 */
package lipschitzlab.export;
