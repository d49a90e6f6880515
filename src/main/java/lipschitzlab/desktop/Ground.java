package lipschitzlab.desktop;

/** What lies below the samples on 2-D data. */
enum Ground {
    /** The critic's value D. */
    VALUE,
    /** Its slope ‖∇D‖. */
    SLOPE
}
