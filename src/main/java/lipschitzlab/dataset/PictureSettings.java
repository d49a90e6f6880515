package lipschitzlab.dataset;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lipschitzlab.picture.Fit;
import lipschitzlab.picture.IdxForm;
import lipschitzlab.picture.PictureForm;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** What can be said of pictures from files. */
final class PictureSettings {
    private static final String AUTO = "auto";

    /** Pixels from edge to edge. */
    static final ChoiceSetting<Integer> SIZE = ChoiceSetting.ofNumbers(
            "size",
            "Size",
            List.of(28, 32, 48, 64),
            32,
            false,
            "Pixels from edge to edge, to which each picture is scaled. A larger one takes longer to train, by the square of it.");

    /** Three channels or one. */
    static final ChoiceSetting<String> COLOUR = ChoiceSetting.ofTexts(
            "colour",
            "Colour",
            List.of("colour", "grey"),
            "colour",
            false,
            "Whether the networks see red, green and blue, or one level of grey.");

    /** What becomes of pictures that are no squares. */
    static final ChoiceSetting<Fit> FIT = ChoiceSetting.of(
            "fit",
            "Fit",
            Fit.class,
            Fit::id,
            Fit.AUTO,
            false,
            "Crop takes the square in the middle of each picture, pad keeps it whole between bars, white or black as its edges"
                    + " mostly are. Auto crops, unless most pictures would lose more than half.");

    /** Pixels from edge to edge, of IDX pictures. */
    static final ChoiceSetting<String> IDX_SIZE = ChoiceSetting.ofTexts(
            "size",
            "Size",
            Stream.concat(Stream.of(AUTO), SIZE.choices().stream().map(String::valueOf))
                    .toList(),
            AUTO,
            false,
            "Pixels from edge to edge. Auto leaves pictures of one of these sizes as they are, and scales others to 32.");

    /** Whether rows become columns. */
    static final ChoiceSetting<IdxForm.Transpose> TRANSPOSE = ChoiceSetting.of(
            "transpose",
            "Transpose",
            IdxForm.Transpose.class,
            IdxForm.Transpose::id,
            IdxForm.Transpose.AUTO,
            false,
            "Whether rows and columns change places. The pictures of EMNIST lie on their side, which this mends; auto does"
                    + " it where EMNIST is part of the file's name.");

    private PictureSettings() {}

    /** Of IDX pictures. */
    static List<Setting<?>> ofIdx() {
        return List.of(IDX_SIZE, FIT, TRANSPOSE);
    }

    /** What IDX pictures are to become. */
    static IdxForm idxForm(Values values) {
        String size = values.get(IDX_SIZE);
        return new IdxForm(
                size.equals(AUTO) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(size)),
                1,
                values.get(FIT),
                values.get(TRANSPOSE));
    }

    /** Of pictures in colour. */
    static List<Setting<?>> ofPictures() {
        return List.of(SIZE, COLOUR, FIT);
    }

    /** What pictures in colour are to become. */
    static PictureForm form(Values values) {
        boolean colour = values.get(COLOUR).equals(COLOUR.defaultValue());
        return new PictureForm(values.get(SIZE), colour ? 3 : 1, values.get(FIT));
    }
}
