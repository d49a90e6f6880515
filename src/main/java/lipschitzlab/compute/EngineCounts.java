package lipschitzlab.compute;

import java.util.OptionalLong;

/**
 * What an engine has been asked for since it was made. Small networks on a card spend their time on starting work and on waiting
 * for numbers, not on arithmetic, so these say more there than a number of multiplications.
 *
 * @param operations of {@link Engine}'s contract that compute something
 * @param launches calls of the engine's library that start work, at least one kernel each on a card; empty where they are not
 *     counted
 * @param reads how often numbers were fetched, each of which waits for all that was started before
 * @param writes how often numbers were brought in
 */
public record EngineCounts(long operations, OptionalLong launches, long reads, long writes) {
    /** What was asked for since an earlier moment of the same engine. */
    public EngineCounts since(EngineCounts earlier) {
        return new EngineCounts(
                operations - earlier.operations,
                launches.isPresent() && earlier.launches.isPresent()
                        ? OptionalLong.of(launches.getAsLong() - earlier.launches.getAsLong())
                        : OptionalLong.empty(),
                reads - earlier.reads,
                writes - earlier.writes);
    }
}
