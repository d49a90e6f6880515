package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.training.LaneDiagnosis;

/**
 * Decides when snapshots of a lane are taken and which of the costlier measurements are repeated for them: often enough to
 * watch, seldom enough not to slow training. Requests may come from any thread; all else is used by one thread at a time.
 */
final class LaneSnapshots {
    private static final int MILESTONES = 10;
    private static final long SPECTRUM_PERIOD_NANOS = 1_000_000_000L;

    /** Details of large layers take seconds: the lane then trains this many times as long before it takes them again. */
    private static final long DETAIL_REST = 10;

    private final int milestoneEvery;
    private LaneDiagnosis diagnosis;
    private List<LayerSpectrum> spectra = List.of();
    private long spectraTaken;
    private Details details = Details.none();
    private long detailsTaken;
    private long detailsTook;
    private Optional<Snapshot> newest = Optional.empty();
    private List<Snapshot> milestones = List.of();

    private volatile boolean wanted;
    private volatile Set<Detail> requestedDetails = Set.of();

    /** @param steps the first horizon, of which every tenth is a milestone */
    LaneSnapshots(int steps) {
        this.milestoneEvery = Math.max(1, steps / MILESTONES);
    }

    // ------------------------------------------------------------------ from any thread

    /** Asks for a snapshot after the step at hand. */
    void request() {
        wanted = true;
    }

    /** From the next snapshot on, these details and no others are measured. */
    void observe(Set<Detail> requested) {
        requestedDetails = Set.copyOf(requested);
    }

    // ------------------------------------------------------------------ from one thread at a time

    /** Forgets all snapshots; a reset. */
    void clear() {
        newest = Optional.empty();
        milestones = List.of();
    }

    /** Starts anew: from now on this diagnosis takes the snapshots, and those before are forgotten. */
    void begin(LaneDiagnosis taker) {
        diagnosis = taker;
        clear();
    }

    /** Shows what an earlier run showed last. */
    void restore(LaneRecord earlier) {
        newest = earlier.snapshot();
        milestones = earlier.milestones();
    }

    /** Goes on where an earlier run stopped: from now on this diagnosis takes the snapshots, the first one at once. */
    void resume(LaneDiagnosis taker, LaneHistory history) {
        diagnosis = taker;
        publishSnapshot(history);
    }

    /** The first snapshot, a milestone. */
    void takeFirst(LaneHistory history) {
        publishSnapshot(history);
        milestones = Stream.concat(milestones.stream(), newest.stream()).toList();
    }

    /** The newest, if there is one. */
    Optional<Snapshot> newest() {
        return newest;
    }

    /** Those of the first step and of every milestone; a list that never changes, but is replaced. */
    List<Snapshot> milestones() {
        return milestones;
    }

    /** The spectra of the critic's layers as they are now; snapshots of the next second show them too. */
    List<LayerSpectrum> takeSpectra() {
        spectra = diagnosis.spectra();
        spectraTaken = System.nanoTime();
        return spectra;
    }

    private void takeDetails() {
        long start = System.nanoTime();
        details = diagnosis.details(requestedDetails, spectra);
        detailsTaken = System.nanoTime();
        detailsTook = detailsTaken - start;
    }

    /**
     * A step was trained: takes a snapshot if one is due or was asked for.
     *
     * @param diagnosed whether there was a diagnosis after it
     * @param snapshotAllowed whether one that was asked for may be taken now
     */
    void afterStep(int step, boolean diagnosed, boolean snapshotAllowed, LaneHistory history) {
        boolean frame = diagnosed && history.frameDue();
        boolean milestone = step % milestoneEvery == 0;
        if (!milestone && !frame && !(wanted && snapshotAllowed)) {
            return;
        }
        if (snapshotAllowed) {
            wanted = false;
        }
        if (System.nanoTime() - spectraTaken > SPECTRUM_PERIOD_NANOS) {
            takeSpectra();
        }
        if (System.nanoTime() - detailsTaken > Math.max(SPECTRUM_PERIOD_NANOS, DETAIL_REST * detailsTook)) {
            takeDetails();
        }
        Snapshot taken = take();
        if (milestone) {
            milestones = Stream.concat(milestones.stream(), Stream.of(taken)).toList();
        }
        if (frame) {
            history.addFrame(taken);
        }
    }

    /** Takes a complete snapshot with all requested details; only while the lane rests. */
    void publishSnapshot(LaneHistory history) {
        takeSpectra();
        takeDetails();
        history.addFrameBetween(take());
    }

    private Snapshot take() {
        Snapshot taken = diagnosis.snapshot(spectra, details, requestedDetails);
        newest = Optional.of(taken);
        return taken;
    }
}
