/**
 * What is measured on critics, generators and samples: singular spectra, norms of gradients, Lipschitz estimates, quality
 * of samples. A diagnostic looks and never changes what it looks at: it advances no power iteration and updates no
 * parameter. No chart and no file lives here. Imports {@code setting}, {@code compute}, {@code autodiff}, {@code network},
 * {@code optimizer}, {@code objective}, {@code constraint} and {@code dataset}; EJML is used in this room alone.
 */
package lipschitzlab.diagnostic;
