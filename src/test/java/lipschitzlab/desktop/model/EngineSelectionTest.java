package lipschitzlab.desktop.model;

import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CPU;
import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CUDA;
import static lipschitzlab.compute.device.EngineKind.ND4J_CPU;
import static lipschitzlab.compute.device.EngineKind.ND4J_CUDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.NvidiaCard;
import lipschitzlab.desktop.UnsavedPreference;
import org.junit.jupiter.api.Test;

class EngineSelectionTest {
    private static final NvidiaCard[] NO_CARD = {};

    private static EngineCatalog catalog(NvidiaCard[] cards, EngineProvider... providers) {
        return new EngineCatalog(Machines.with(cards), List.of(providers));
    }

    private static EngineCatalog both(NvidiaCard... cards) {
        return catalog(
                cards,
                StubProvider.working(ND4J_CPU),
                StubProvider.working(LIBTORCH_CPU),
                StubProvider.working(LIBTORCH_CUDA));
    }

    private static EngineSelection selection(EngineCatalog catalog, EnginePreference preference, String... asked) {
        return new EngineSelection(
                () -> catalog, preference, Arrays.stream(asked).findFirst());
    }

    private static EngineOffer offer(List<EngineOffer> offers, EngineKind kind) {
        return offers.stream()
                .filter(offer -> offer.id().equals(kind.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theEngineThatWasRememberedComputes() {
        EngineSelection.Choice choice =
                selection(both(NO_CARD), UnsavedPreference.wishing("nd4j-cpu")).start();

        assertThat(choice.backend().device().engine()).isEqualTo("nd4j-cpu");
        assertThat(choice.backend().notes()).isEmpty();
    }

    @Test
    void aRememberedEngineThatCannotRunIsReplacedAndTheReasonTold() {
        EngineSelection.Choice choice = selection(both(NO_CARD), UnsavedPreference.wishing("libtorch-cuda"))
                .start();

        assertThat(choice.backend().device().engine()).isEqualTo("libtorch-cpu");
        assertThat(choice.backend().notes()).singleElement().asString().contains("there is none");
        assertThat(choice.wished()).isEqualTo("libtorch-cuda");
    }

    @Test
    void whereNoEngineCanRunWhateverAsksForOneLaterHearsTheTrueReason() {
        EngineSelection selection = selection(
                catalog(
                        NO_CARD,
                        StubProvider.failing(ND4J_CPU, new EngineUnavailableException("The folder is noexec.", null))),
                UnsavedPreference.wishing("auto"));
        assertThatThrownBy(selection::start).isInstanceOf(EngineUnavailableException.class);

        assertThatThrownBy(selection::current)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("The folder is noexec.");
    }

    @Test
    void anEngineThatThisStartAsksForIsNeverReplacedNorRemembered() {
        EnginePreference preference = UnsavedPreference.wishing("auto");

        assertThat(selection(both(NO_CARD), preference, "nd4j-cpu")
                        .start()
                        .backend()
                        .device()
                        .engine())
                .isEqualTo("nd4j-cpu");
        assertThatThrownBy(selection(both(NO_CARD), preference, "libtorch-cuda")::start)
                .isInstanceOf(EngineUnavailableException.class);
        assertThat(preference.wished()).isEqualTo("auto");
    }

    @Test
    void aChangeTakesEffectAtOnceAndIsRemembered() {
        EnginePreference preference = UnsavedPreference.wishing("auto");
        EngineSelection selection = selection(both(NO_CARD), preference);
        selection.start();
        selection.change("nd4j-cpu");

        assertThat(selection.current().device().engine()).isEqualTo("nd4j-cpu");
        assertThat(preference.wished()).isEqualTo("nd4j-cpu");
    }

    @Test
    void enginesThatCannotRunAreOfferedAsImpossibleWithTheReason() {
        List<EngineOffer> offers = selection(both(Machines.K40), UnsavedPreference.wishing("auto"))
                .start()
                .offers();

        assertThat(offers)
                .extracting(EngineOffer::id)
                .containsExactly("auto", "libtorch-cuda", "nd4j-cuda", "libtorch-cuda13", "libtorch-cpu", "nd4j-cpu");
        assertThat(offer(offers, ND4J_CUDA).possible()).isFalse();
        assertThat(offer(offers, ND4J_CUDA).help()).contains("-Pcuda");
        assertThat(offer(offers, LIBTORCH_CUDA).help()).contains("compute capability 3.5");
        assertThat(offer(offers, ND4J_CPU).possible()).isTrue();
        assertThat(offer(offers, ND4J_CPU).help()).contains("at once");
    }

    @Test
    void anEngineThatFailsWhenItIsChosenIsImpossibleFromThenOnAndNothingElseChanges() {
        EngineCatalog catalog = catalog(
                NO_CARD,
                StubProvider.working(ND4J_CPU),
                StubProvider.failing(LIBTORCH_CPU, new EngineUnavailableException("LibTorch is broken.", null)));
        EnginePreference preference = UnsavedPreference.wishing("nd4j-cpu");
        EngineSelection selection = selection(catalog, preference);
        selection.start();

        assertThat(offer(selection.offers(), LIBTORCH_CPU).possible()).isTrue();
        assertThatThrownBy(() -> selection.change("libtorch-cpu")).hasMessage("LibTorch is broken.");
        assertThat(offer(selection.offers(), LIBTORCH_CPU))
                .isEqualTo(new EngineOffer("libtorch-cpu", false, "LibTorch is broken."));
        assertThat(selection.current().device().engine()).isEqualTo("nd4j-cpu");
        assertThat(preference.wished()).isEqualTo("nd4j-cpu");
    }

    @Test
    void anEngineThatOnlyANewStartCanBringIsRememberedAndTheOtherComputesOn() {
        EngineCatalog catalog =
                catalog(new NvidiaCard[] {Machines.T4}, StubProvider.working(ND4J_CPU), new Blocked(ND4J_CUDA));
        EnginePreference preference = UnsavedPreference.wishing("nd4j-cpu");
        EngineSelection selection = selection(catalog, preference);
        selection.start();
        EngineSelection.Choice choice = selection.change("nd4j-cuda");

        assertThat(choice.backend().device().engine()).isEqualTo("nd4j-cpu");
        assertThat(preference.wished()).isEqualTo("nd4j-cuda");
        assertThat(offer(choice.offers(), ND4J_CUDA).help()).contains("next start");
    }

    /** A provider whose library another one in the program keeps from loading. */
    private record Blocked(EngineKind kind) implements EngineProvider {
        @Override
        public String id() {
            return kind.id();
        }

        @Override
        public boolean isInstalled() {
            return true;
        }

        @Override
        public boolean needsNewStart() {
            return true;
        }

        @Override
        public Device probe(Machine machine) {
            return new Device(id(), "never", 0, Optional.empty(), Map.of());
        }

        @Override
        public Engine create(int threads) {
            throw new IllegalStateException("expected no engine of a provider that is blocked");
        }
    }
}
