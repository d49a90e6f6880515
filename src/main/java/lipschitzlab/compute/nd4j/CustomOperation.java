package lipschitzlab.compute.nd4j;

import java.util.List;

/**
 * One of ND4J's operations by name, with the arguments that are no arrays.
 *
 * @param name ND4J's name for it
 * @param integers its integer arguments
 * @param flags its boolean arguments
 */
public record CustomOperation(String name, List<Long> integers, List<Boolean> flags) {
    public static CustomOperation of(String name, Long... integers) {
        return new CustomOperation(name, List.of(integers), List.of());
    }
}
