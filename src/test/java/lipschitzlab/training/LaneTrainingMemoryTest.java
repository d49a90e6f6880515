package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaneTrainingMemoryTest {
    private static final int STEPS = 500;

    static Stream<Arguments> lanes() {
        Stream<Arguments> alone = Stream.of("eight-gaussians", "more-methods")
                .flatMap(name ->
                        TinyPresets.tiny(name, "[8, 8]").lanes().stream().map(lane -> Arguments.of(name, lane.id())));
        return Stream.concat(alone, Stream.of(Arguments.of("combinations", "gamma-gradient-penalty")));
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void liveArraysAreTheSameAfterEveryStepOf500(String name, String id) {
        Preset preset = TinyPresets.tiny(name, "[8, 8]");
        LaneSpec spec = preset.lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
        Engine engine = EngineUnderTest.chosen().create(1);
        try (LaneTraining training =
                new LaneTraining(preset, spec, spec.values(), preset.data().load(), engine)) {
            LaneDiagnosis diagnosis = new LaneDiagnosis(training);
            int before = engine.liveArrays();
            for (int step = 0; step < STEPS; step++) {
                training.train(1);
                if (step % 100 == 0) {
                    diagnosis.measure(0);
                    diagnosis.gauge((metric, reason) -> {});
                    List<LayerSpectrum> spectra = diagnosis.spectra();
                    diagnosis.snapshot(
                            spectra,
                            diagnosis.details(EnumSet.allOf(Detail.class), spectra),
                            EnumSet.allOf(Detail.class));
                }
                assertThat(engine.liveArrays()).as("after step " + step).isEqualTo(before);
            }
        }
    }
}
