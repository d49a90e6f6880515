/**
 * The primitive array operations that everything else is made of, on opaque arrays of 32-bit floats, the scopes that free
 * temporaries, and the seeded streams that all randomness comes from. How engines are made and chosen stands in the packages
 * below: {@code spi}, {@code device}, and one for each library.
 */
package lipschitzlab.compute;
