package lipschitzlab.compute.nd4j;

/** ND4J's operations on two arrays, with their numbers in the native library's tables {@code legacy_ops.h}. */
public enum Pairwise {
    ADD("add", 0, 0),
    SUBTRACT("subtract", 6, 1),
    MULTIPLY("multiply", 3, 2),
    DIVIDE("divide", 2, 3);

    private final String custom;
    private final int ofTwoArrays;
    private final int ofArrayAndElement;

    Pairwise(String custom, int ofTwoArrays, int ofArrayAndElement) {
        this.custom = custom;
        this.ofTwoArrays = ofTwoArrays;
        this.ofArrayAndElement = ofArrayAndElement;
    }

    /** The operation that broadcasts its second array over the first. */
    public CustomOperation spreading() {
        return CustomOperation.of(custom);
    }

    /** Its number among the pairwise transforms, for arrays of one shape. */
    public int ofTwoArrays() {
        return ofTwoArrays;
    }

    /** Its number among the operations on an array and one element. */
    public int ofArrayAndElement() {
        return ofArrayAndElement;
    }
}
