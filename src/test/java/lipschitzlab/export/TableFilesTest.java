package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lipschitzlab.experiment.HandMadeHistory;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.MeasuredClasses;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    @TempDir
    private Path folder;

    @Test
    void curvesAreListedByLaneThenStepThenMetricWithAllDigits() {
        Map<String, LaneHistory> histories = new LinkedHashMap<>();
        histories.put(
                "weight-clipping",
                new HandMadeHistory()
                        .point(Metric.MODES, 0, 0, 3)
                        .point(Metric.GAP, 1, 0.0125, 1 / 3.0)
                        .point(Metric.GAP, 2, 61.9996, Double.NaN)
                        .point(Metric.CRITIC_LOSS, 1, 0.0125, -1e-9)
                        .point(Metric.CRITIC_LOSS, 2, 61.9996, Double.POSITIVE_INFINITY)
                        .point(Metric.MODES, 2, 61.9996, 8)
                        .history());
        histories.put(
                "a, \"quoted\" lane",
                new HandMadeHistory().point(Metric.PENALTY, 1, 1.5, 0).history());
        Path file = folder.resolve("curves.csv");

        CurveFile.write(file, histories);

        assertThat(file)
                .hasContent(
                        """
                        lane,step,seconds,metric,value
                        weight-clipping,0,0.000,modes,3.0
                        weight-clipping,1,0.013,critic_loss,-1.0E-9
                        weight-clipping,1,0.013,gap,0.3333333333333333
                        weight-clipping,2,62.000,critic_loss,Infinity
                        weight-clipping,2,62.000,gap,NaN
                        weight-clipping,2,62.000,modes,8.0
                        "a, ""quoted"" lane",1,1.500,penalty,0.0
                        """);
    }

    @Test
    void measuresByClassAreListedByLaneThenClassThenMetricAndRealPicturesAfterThem() {
        Path file = folder.resolve(ClassMeasureFile.NAME);

        ClassMeasureFile.write(
                file,
                List.of("cat", "dog"),
                List.of(new MeasuredClasses(
                        "spectral-norm",
                        5,
                        List.of(Map.of(Metric.RECALL, 0.25, Metric.CLASS_AGREEMENT, 1.0), Map.of(Metric.RECALL, 0.0)))),
                List.of(Map.of(Metric.RECALL, new Floor(0.5, 0.75, 1, 60)), Map.of()));

        assertThat(file)
                .hasContent(
                        """
                        lane,step,class,metric,value
                        spectral-norm,5,cat,recall,0.25
                        spectral-norm,5,cat,class_agreement,1.0
                        spectral-norm,5,dog,recall,0.0
                        real (low),,cat,recall,0.5
                        real (median),,cat,recall,0.75
                        real (high),,cat,recall,1.0
                        """);
    }

    @Test
    void spectraAreListedByLaneThenStepThenLayerFromIndexZero() {
        LayerSpectrum first = new LayerSpectrum(
                "1 dense", new double[] {2, 0.5}, 1.06, 2, OptionalDouble.empty(), OptionalDouble.empty());
        LayerSpectrum second =
                new LayerSpectrum("2 dense", new double[] {1}, 1, 1, OptionalDouble.of(1), OptionalDouble.empty());
        Path file = folder.resolve("spectra.csv");

        SpectrumFile.write(
                file,
                Map.of(
                        "spectral-norm",
                        new HandMadeHistory()
                                .spectra(0, first, second)
                                .spectra(25, first)
                                .history()));

        assertThat(file)
                .hasContent(
                        """
                        lane,step,layer,index,sigma
                        spectral-norm,0,1 dense,0,2.0
                        spectral-norm,0,1 dense,1,0.5
                        spectral-norm,0,2 dense,0,1.0
                        spectral-norm,25,1 dense,0,2.0
                        spectral-norm,25,1 dense,1,0.5
                        """);
    }

    @Test
    void aHistoryWithoutPointsHasOnlyTheHeading() {
        Path file = folder.resolve("curves.csv");

        CurveFile.write(file, Map.of("spectral-norm", new LaneHistory()));

        assertThat(file).hasContent("lane,step,seconds,metric,value\n");
    }
}
