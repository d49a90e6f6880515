package lipschitzlab.measurement;

import java.util.Arrays;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.network.Conditioning;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;

/**
 * Which generated pictures a snapshot holds, row by row: where networks read classes, a row for each class, as long as there are
 * no more than {@value #MOST_ROWS}; of more classes one picture each, as far as they go.
 *
 * @param classes of which the networks read one for each sample; 0 if they read none
 */
public record ShownPictures(int classes) {
    /** Pictures in a row. */
    public static final int COLUMNS = 8;

    private static final int UNLABELLED = 64;
    private static final int MOST_ROWS = 16;
    private static final int[] NONE = {};

    /** Those of an experiment. */
    public static ShownPictures of(Preset preset, Dataset data) {
        boolean conditional = preset.shared().get(SharedSettings.CONDITIONAL) != Conditioning.Way.NONE;
        return new ShownPictures(conditional ? data.classNames().size() : 0);
    }

    /** Whether each class has a row of its own. */
    public boolean inRows() {
        return classes > 0 && classes <= MOST_ROWS;
    }

    /** How many there are. */
    public int count() {
        return inRows() ? classes * COLUMNS : UNLABELLED;
    }

    /** The class of each, row by row; none if the networks read none. */
    public int[] labels() {
        if (classes == 0) {
            return NONE;
        }
        int[] labels = new int[count()];
        Arrays.setAll(labels, place -> inRows() ? place / COLUMNS : place % classes);
        return labels;
    }

    /** The class of one of them; none if the networks read none. */
    public int[] labelsOf(int place) {
        return classes == 0 ? NONE : new int[] {labels()[place]};
    }

    /**
     * Where each picture goes that is made in turn of one class after the other, so that a batch has all classes in like
     * numbers: batch normalization judges a sample by those beside it.
     *
     * @param made the number of a picture in the order of making
     */
    public int place(int made) {
        return inRows() ? made % classes * COLUMNS + made / classes : made;
    }
}
