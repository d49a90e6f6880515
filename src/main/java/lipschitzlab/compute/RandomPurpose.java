package lipschitzlab.compute;

/**
 * What random numbers are for. Lanes are comparable because each purpose has numbers of its own, the same in every lane; the text
 * is part of the key of a {@link RandomStream}, so that another text is another run.
 */
public enum RandomPurpose {
    /** The generator's initial weights, by layer. */
    GENERATOR_WEIGHTS("generator weights"),
    /** The critic's initial weights, by layer. */
    CRITIC_WEIGHTS("critic weights"),
    /** A constraint's initial state, such as the vectors of a power iteration. */
    CONSTRAINT("constraint"),

    /** The real samples of a critic update. */
    BATCH("batch"),
    /** The generator's input in a critic update. */
    LATENT("latent"),
    /** The generator's input in a generator update. */
    GENERATOR_LATENT("generator latent"),
    /** The classes of the samples in a generator update, where networks read classes. */
    GENERATOR_CLASSES("generator classes"),
    /** The points at which a critic update's penalty is taken. */
    PENALTY("penalty"),
    /** The real samples that stand for generated ones where the generator is frozen. */
    FROZEN_BATCH("frozen batch"),
    /** What is added to them. */
    FROZEN_NOISE("frozen noise"),

    /** Which samples of a file are held out. */
    HELD_OUT_PLACES("held-out places"),
    /** The held-out samples that generated ones are compared with. */
    HELD_OUT("held out"),
    /** The generated samples that are compared with them. */
    MEASURED_LATENT("measured latent"),
    /** The real samples below those of a frozen generator. */
    MEASURED_FROZEN("measured latent, frozen"),
    /** The real samples that stand for generated ones where the floor of a distance is measured, by draw. */
    FLOOR("floor"),
    /** The classes of generated samples that are measured or shown, by use. */
    SAMPLE_CLASSES("sample classes"),
    /** The directions of the sliced Wasserstein distance. */
    PROJECTIONS("projections"),
    /** The real samples between which and generated ones the critic's slope is measured. */
    SLOPE_POINTS("slope points"),
    /** Where between them. */
    INTERPOLATION("interpolation"),
    /** Where the search for the critic's steepest slope starts. */
    GAUGE_POINTS("gauge points"),
    /** Its steps. */
    GAUGE("gauge"),
    /** The start of the iteration for a layer's norm. */
    LAYER_NORMS("layer norms"),
    /** The points of the penalty whose gradient by layer is measured. */
    LAYER_GRADIENTS("layer gradients"),
    /** The real samples of a measurement that a person asked for. */
    INSPECTED_POINTS("inspected points"),
    /** The generated samples of it. */
    INSPECTED_LATENT("inspected latent"),
    /** The real samples below those of a frozen generator. */
    INSPECTED_FROZEN("inspected latent, frozen"),

    /** The initial weights of the network whose features pictures are compared by, by layer. */
    FEATURE_WEIGHTS("feature weights"),
    /** The pictures from which it learns the data's classes, by step. */
    FEATURE_BATCH("feature batch"),
    /** How far these are moved. */
    FEATURE_SHIFT("feature shift"),
    /** The held-out pictures that tell how many classes it finds. */
    FEATURE_HELD_OUT("feature held out"),
    /** The held-out pictures that generated ones are compared with by their features. */
    COMPARED_HELD_OUT("compared held out"),
    /** The training pictures that stand for generated ones where the floor of that is measured, by draw. */
    COMPARED_FLOOR("compared floor"),
    /** The patches of these pictures, and the directions in which they are compared. */
    COMPARED_PATCHES("compared patches"),

    /** The real samples in pictures. */
    SHOWN_REAL("shown real"),
    /** The generated samples in pictures. */
    SHOWN_LATENT("shown latent"),
    /** What takes the place of components of these that truncation does not let through. */
    TRUNCATED_LATENT("truncated latent"),
    /** The real samples below those of a frozen generator. */
    SHOWN_FROZEN("shown latent, frozen"),
    /** The samples among which neighbours are searched of data that are drawn anew, by part. */
    NEIGHBOURS("neighbours"),

    /** The batch on which a benchmark compares the lab's gradients with its baseline's. */
    BASELINE_CHECK("baseline check"),
    /** The real samples below those of a frozen generator. */
    BASELINE_CHECK_FROZEN("baseline check, frozen"),
    /** The matrices of a benchmark's product. */
    LARGE_PRODUCT("large product"),
    /** The arrays of the calls on which engines are compared with the reference. */
    ENGINE_CASES("engine cases");

    private final String text;

    RandomPurpose(String text) {
        this.text = text;
    }

    /** Its part of a stream's key. */
    String text() {
        return text;
    }
}
