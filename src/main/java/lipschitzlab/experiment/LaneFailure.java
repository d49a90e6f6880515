package lipschitzlab.experiment;

/**
 * Why a lane stopped by itself.
 *
 * @param step generator steps done by then
 * @param cause what happened, as a sentence
 * @param remedy what to do, as a sentence
 * @param outOfMemory whether there was no memory left for it
 */
public record LaneFailure(int step, String cause, String remedy, boolean outOfMemory) {}
