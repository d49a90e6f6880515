/**
 * Reverse-mode differentiation of any order, define-by-run, after the design of HIPS/autograd. A {@link
 * lipschitzlab.autodiff.Var} is an array that remembers how it came to be; a {@link lipschitzlab.autodiff.Primitive} is a
 * forward function on arrays and, for each input, a pullback written in {@code Var} operations, which is what makes
 * derivatives differentiable again. There is no tape and no thread-local. Imports {@code compute}.
 */
package lipschitzlab.autodiff;
