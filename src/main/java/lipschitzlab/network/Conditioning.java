package lipschitzlab.network;

/**
 * How networks learn of the class of each sample.
 *
 * @param way how
 * @param classes their number; 0 where there is no class
 */
public record Conditioning(Way way, int classes) {
    /** How a class reaches the networks. */
    public enum Way {
        /** It does not. */
        NONE("none"),
        /**
         * The critic adds ⟨V_y, φ⟩ to its score (Miyato and Koyama 2018, equation 4), and the generator's batch normalization has
         * a gain and a shift for each class. An MLP's generator, which has none, reads the class behind z.
         */
        PROJECTION("projection"),
        /** Both networks read the class beside their input (Mirza and Osindero 2014). */
        CONCATENATION("concatenation");

        private final String id;

        Way(String id) {
            this.id = id;
        }

        /** The name in presets. */
        public String id() {
            return id;
        }
    }

    /** Networks that know of no classes. */
    public static Conditioning none() {
        return new Conditioning(Way.NONE, 0);
    }

    /** A way that is not {@link Way#NONE} needs classes, and that one has none. */
    public Conditioning {
        if (way == Way.NONE != (classes == 0)) {
            throw new IllegalArgumentException(
                    "expected classes with a way to use them, found " + classes + " with " + way.id());
        }
    }

    boolean is(Way other) {
        return way == other;
    }
}
