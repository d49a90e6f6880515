package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spectra of a run in bounded memory: evenly spread ones from the first on, and the newest. A run of ordinary length keeps
 * all; where there are too many, every second one goes, and from then on only every second one is kept.
 */
final class SpectrumHistory {
    /** A few megabytes a lane for the usual networks. */
    static final int LIMIT = 512;

    private final List<SpectrumRecord> spread = new ArrayList<>();
    /** The last that was added, where it is not among those. */
    private Optional<SpectrumRecord> newest = Optional.empty();

    private int added;
    private int stride = 1;

    void add(SpectrumRecord record) {
        if (added % stride == 0) {
            spread.add(record);
            newest = Optional.empty();
        } else {
            newest = Optional.of(record);
        }
        added++;
        if (spread.size() > LIMIT) {
            thin();
        }
    }

    private void thin() {
        int last = spread.size() - 1;
        newest = last % 2 == 0 ? Optional.empty() : Optional.of(spread.get(last));
        List<SpectrumRecord> everySecond = new ArrayList<>();
        for (int i = 0; i <= last; i += 2) {
            everySecond.add(spread.get(i));
        }
        spread.clear();
        spread.addAll(everySecond);
        stride *= 2;
    }

    void clear() {
        spread.clear();
        newest = Optional.empty();
        added = 0;
        stride = 1;
    }

    List<SpectrumRecord> records() {
        List<SpectrumRecord> records = new ArrayList<>(spread);
        newest.ifPresent(records::add);
        return records;
    }
}
