package lipschitzlab.cli.doctor;

import java.util.List;
import lipschitzlab.benchmark.Workload;

/**
 * How long the parts of a report take.
 *
 * @param agreementBatch samples in each update that is compared with the reference's
 * @param agreementPictures the same where samples are pictures, of which the reference takes seconds each
 * @param agreementSteps generator steps that are compared
 * @param memorySteps generator steps over which memory is watched
 * @param timed whose updates are timed
 * @param seconds for each of these workloads, about
 * @param laneSteps generator steps of lanes together
 * @param mostLanes how many at most
 * @param longSeconds for each of the two long runs
 * @param width of the networks of these, as a share of the published one's
 */
record ReportEffort(
        int agreementBatch,
        int agreementPictures,
        int agreementSteps,
        int memorySteps,
        List<Workload> timed,
        double seconds,
        int laneSteps,
        int mostLanes,
        double longSeconds,
        double width) {
    /** What the program does. */
    static final ReportEffort WHOLE = new ReportEffort(64, 4, 10, 1000, List.of(Workload.values()), 20, 200, 8, 120, 1);

    /** Copies the list. */
    ReportEffort {
        timed = List.copyOf(timed);
    }
}
