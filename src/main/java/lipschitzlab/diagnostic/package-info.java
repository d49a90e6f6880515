/**
 * What is measured on critics, generators and samples: singular spectra and operator norms, bounds of the Lipschitz constant
 * from both sides, gradients of layers and slopes over the plane, quality of samples and their distance from the data. A
 * diagnostic looks and never changes what it looks at: it advances no power iteration and updates no parameter. What it
 * hands out are records of plain arrays that nobody changes. No chart and no file lives here; a loss comes in as a function.
 * Imports {@code setting}, {@code compute}, {@code autodiff}, {@code network} and {@code dataset}; EJML is used here and in
 * {@code diagnostic.sample} alone.
 */
package lipschitzlab.diagnostic;
