package lipschitzlab.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesOfARunTest {
    private static final String CURVES =
            """
            lane,step,seconds,metric,value
            spectral-norm,0,0.000,gap_over_steepest_slope,0.5
            spectral-norm,1,0.010,critic_loss,1.5
            spectral-norm,2,0.020,critic_loss,NaN
            unconstrained,1,0.005,critic_loss,-Infinity
            """;
    private static final String SPECTRA =
            """
            lane,step,layer,index,sigma
            spectral-norm,0,1 dense,0,2.0
            spectral-norm,0,1 dense,1,1.0
            spectral-norm,0,2 dense,0,3.0
            spectral-norm,25,1 dense,0,4.0
            spectral-norm,25,1 dense,1,1.0
            spectral-norm,25,2 dense,0,5.0
            unconstrained,0,1 dense,0,6.0
            """;

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private Map<String, Map<Metric, Curve>> curves(String text) throws IOException {
        return CurveReader.read(Files.writeString(folder.resolve("curves.csv"), text), notes::add);
    }

    private Map<String, List<SpectrumRecord>> spectra(String text) throws IOException {
        return SpectrumReader.read(Files.writeString(folder.resolve("spectra.csv"), text), notes::add);
    }

    @Test
    void everyPointOfEveryLaneComesBack() throws IOException {
        Map<String, Map<Metric, Curve>> read = curves(CURVES);
        assertThat(read.keySet()).containsExactly("spectral-norm", "unconstrained");
        Curve loss = read.get("spectral-norm").get(Metric.CRITIC_LOSS);
        assertThat(loss.steps()).containsExactly(1, 2);
        assertThat(loss.seconds()).containsExactly(0.01, 0.02);
        assertThat(loss.values()).containsExactly(1.5, Double.NaN);
        assertThat(read.get("unconstrained").get(Metric.CRITIC_LOSS).values())
                .containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(notes).isEmpty();
    }

    @Test
    void aNameThatAMetricHadInAFormerVersionIsRead() throws IOException {
        Map<Metric, Curve> read = curves(CURVES.replace("gap_over_steepest_slope", "gap_over_slope"))
                .get("spectral-norm");
        assertThat(read.get(Metric.GAP_OVER_SLOPE).values()).containsExactly(0.5);
        assertThat(notes).isEmpty();
    }

    @Test
    void aMetricThatNobodyKnowsIsLeftOutAndNamed() throws IOException {
        Map<Metric, Curve> read = curves(CURVES.replace("gap_over_steepest_slope", "inception_score"))
                .get("spectral-norm");
        assertThat(read).containsOnlyKeys(Metric.CRITIC_LOSS);
        assertThat(notes).singleElement().asString().contains("inception_score");
    }

    @Test
    void aLastRowThatIsNotWholeIsLeftOutEvenWhereItLooksLikeANumber() throws IOException {
        String cut = CURVES + "unconstrained,2,0.010,critic_loss,1.2";
        assertThat(curves(cut).get("unconstrained").get(Metric.CRITIC_LOSS).steps())
                .containsExactly(1);
        assertThat(curves(CURVES + "unconstr")
                        .get("unconstrained")
                        .get(Metric.CRITIC_LOSS)
                        .steps())
                .containsExactly(1);
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("not whole"));
    }

    @Test
    void aTableThatIsDamagedAnywhereElseIsRefusedWithItsRow() {
        assertThatThrownBy(() -> curves(CURVES.replace(",1.5", ",1.5e")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 3, value: expected a number, found '1.5e'");
        assertThatThrownBy(() -> curves(CURVES.replace("norm,2,0.020", "norm,0,0.020")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 4, step: expected steps that rise, found 0");
        assertThatThrownBy(() -> curves(CURVES.replace("norm,2,", "norm,-2,")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a whole number from 0 on, found '-2'");
        assertThatThrownBy(() -> curves(CURVES.replace("norm,2,0.020,", "norm,2,")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 4: expected 5 columns, found 4");
        assertThatThrownBy(() -> curves("x,y\n1,2\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected the columns lane,step,seconds,metric,value, found 'x,y'");
        assertThatThrownBy(() -> curves("")).isInstanceOf(InputException.class).hasMessageContaining("an empty file");
    }

    @Test
    void everySpectrumComesBackWithTheStableRankOfItsSingularValues() throws IOException {
        Map<String, List<SpectrumRecord>> read = spectra(SPECTRA);
        List<SpectrumRecord> lane = read.get("spectral-norm");
        assertThat(lane).extracting(SpectrumRecord::step).containsExactly(0, 25);
        LayerSpectrum first = lane.get(0).layers().get(0);
        assertThat(first.layer()).isEqualTo("1 dense");
        assertThat(first.sigma()).containsExactly(2, 1);
        // (2² + 1²) / 2².
        assertThat(first.stableRank()).isEqualTo(1.25);
        assertThat(lane.get(1).layers().get(1).sigma()).containsExactly(5);
        assertThat(read.get("unconstrained").get(0).layers().get(0).sigma()).containsExactly(6);
        assertThat(notes).isEmpty();
    }

    @Test
    void aSpectrumThatIsNotWholeIsLeftOut() throws IOException {
        String cut = SPECTRA.substring(0, SPECTRA.indexOf("5.0") + 1);
        assertThat(spectra(cut).get("spectral-norm"))
                .extracting(SpectrumRecord::step)
                .containsExactly(0);
        assertThat(notes).singleElement().asString().contains("not whole");
    }

    @Test
    void aSingularValueThatIsMissingIsNamed() {
        assertThatThrownBy(() -> spectra(SPECTRA.replace("spectral-norm,25,1 dense,0,4.0\n", "")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("row 5, index: expected 0, found 1");
    }
}
