package lipschitzlab.compute.device;

import static lipschitzlab.compute.StubProvider.failing;
import static lipschitzlab.compute.StubProvider.notInstalled;
import static lipschitzlab.compute.StubProvider.working;
import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CPU;
import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CUDA;
import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CUDA13;
import static lipschitzlab.compute.device.EngineKind.ND4J_CPU;
import static lipschitzlab.compute.device.EngineKind.ND4J_CUDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.Machines;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ranges are those of the libraries' binaries: ND4J 1.0.0-M2.1 from 3.7 to 8.9, LibTorch 2.5.1 from 5.0 to 9.0, LibTorch with
 * CUDA 13 from 7.5.
 */
class BackendTest {
    private static final List<EngineProvider> DEFAULT_BUILD = List.of(working(ND4J_CPU));
    private static final List<EngineProvider> WITH_ND4J_CUDA = List.of(working(ND4J_CPU), working(ND4J_CUDA));
    private static final List<EngineProvider> WITH_LIBTORCH_CUDA =
            List.of(working(ND4J_CPU), notInstalled(ND4J_CUDA), working(LIBTORCH_CPU), working(LIBTORCH_CUDA));
    private static final List<EngineProvider> WITH_CUDA13 =
            List.of(working(ND4J_CPU), working(LIBTORCH_CPU), working(LIBTORCH_CUDA13));
    private static final List<EngineProvider> EVERYTHING = Stream.of(EngineKind.values())
            .map(kind -> (EngineProvider) working(kind))
            .toList();

    private static String auto(List<EngineProvider> providers, NvidiaCard... cards) {
        return Backend.choose("auto", Machines.with(cards), providers).device().engine();
    }

    private static List<String> notes(List<EngineProvider> providers, NvidiaCard... cards) {
        return Backend.choose("auto", Machines.with(cards), providers).notes();
    }

    @Test
    void theDefaultBuildWithoutACardComputesOnTheProcessorAndHasNothingToExplain() {
        assertThat(auto(DEFAULT_BUILD)).isEqualTo("nd4j-cpu");
        assertThat(notes(DEFAULT_BUILD)).isEmpty();
    }

    @Test
    void onACardOfBothLibrariesLibTorchComesFirst() {
        assertThat(auto(EVERYTHING, Machines.T4)).isEqualTo("libtorch-cuda");
        assertThat(auto(EVERYTHING, Machines.L4)).isEqualTo("libtorch-cuda");
    }

    @Test
    void onKeplersLastCardItIsNd4jAndOnBlackwellLibTorchWithCuda13() {
        assertThat(auto(EVERYTHING, Machines.K80)).isEqualTo("nd4j-cuda");
        assertThat(auto(EVERYTHING, Machines.RTX_5090)).isEqualTo("libtorch-cuda13");
    }

    @Test
    void onKeplersFirstCardsOrWithoutACardItIsLibTorchOnTheProcessor() {
        assertThat(auto(EVERYTHING, Machines.K40)).isEqualTo("libtorch-cpu");
        assertThat(auto(EVERYTHING)).isEqualTo("libtorch-cpu");
    }

    @Test
    void nd4jsCudaProfileOnAnH100TrainsOnTheCpuAndSaysWhy() {
        assertThat(auto(WITH_ND4J_CUDA, Machines.H100)).isEqualTo("nd4j-cpu");
        assertThat(notes(WITH_ND4J_CUDA, Machines.H100))
                .containsExactly("NVIDIA H100 has compute capability 9.0; ND4J 1.0.0-M2.1 supports up to 8.9."
                        + " Start with -Pgpu, or train on the CPU.");
    }

    @Test
    void nd4jsCudaProfileOnBlackwellTrainsOnTheCpuAndSaysWhy() {
        assertThat(notes(WITH_ND4J_CUDA, Machines.RTX_5090))
                .containsExactly("NVIDIA GeForce RTX 5090 has compute capability 12.0; ND4J 1.0.0-M2.1 supports up to"
                        + " 8.9. Start with -Pgpu-cuda13, or train on the CPU.");
    }

    @Test
    void aCardTooOldForEveryLibraryIsNotSentElsewhere() {
        assertThat(notes(WITH_ND4J_CUDA, Machines.K40))
                .containsExactly("Tesla K40c has compute capability 3.5; ND4J 1.0.0-M2.1 supports 3.7 to 8.9. No engine"
                        + " of the lab reaches this card: train on the CPU.");
    }

    @Test
    void nd4jsCudaProfileWithoutACardSaysHowItLooked() {
        assertThat(auto(WITH_ND4J_CUDA)).isEqualTo("nd4j-cpu");
        assertThat(notes(WITH_ND4J_CUDA))
                .containsExactly(
                        "ND4J 1.0.0-M2.1 would compute on an NVIDIA card, and there is none. No NVIDIA card was"
                                + " described.");
    }

    @Test
    void aCardThatTheDefaultBuildLeavesIdleIsPointedOutWithItsProfile() {
        assertThat(notes(DEFAULT_BUILD, Machines.T4))
                .containsExactly("Tesla T4 is not in use: no engine for it is on the class path. Start with -Pgpu, or"
                        + " train on the CPU.");
        assertThat(notes(DEFAULT_BUILD, Machines.K40))
                .singleElement()
                .asString()
                .endsWith("No engine of the lab reaches this card: train on the CPU.");
    }

    @Test
    void libTorchWithCuda13OnACardBeforeTuringPointsToTheOther() {
        assertThat(auto(WITH_CUDA13, Machines.P100)).isEqualTo("libtorch-cpu");
        assertThat(notes(WITH_CUDA13, Machines.P100))
                .containsExactly("Tesla P100-PCIE-16GB has compute capability 6.0; LibTorch 2.10.0 supports 7.5 and"
                        + " newer. Start with -Pgpu, or train on the CPU.");
    }

    @Test
    void anOldDriverIsNamedWithTheVersionThatIsNeededBeforeAnythingIsLoaded() {
        NvidiaCard old = Machines.withDriver("515.105.01", Machines.H100);

        assertThat(auto(WITH_LIBTORCH_CUDA, old)).isEqualTo("libtorch-cpu");
        assertThat(notes(WITH_LIBTORCH_CUDA, old))
                .containsExactly(
                        "LibTorch 2.5.1 needs NVIDIA's driver 525 or newer; this machine has 515.105.01. Update"
                                + " NVIDIA's driver to 525 or newer and start with -Pgpu, or train on the CPU.");
        assertThat(auto(WITH_LIBTORCH_CUDA, Machines.withDriver("525.60.13", Machines.H100)))
                .isEqualTo("libtorch-cuda");
        assertThat(auto(WITH_LIBTORCH_CUDA, Machines.withDriver("[N/A]", Machines.H100)))
                .isEqualTo("libtorch-cuda");
    }

    @ParameterizedTest
    @MethodSource("cardsAndAdvice")
    void theOwnerOfACardIsToldTheOneFlagThatItWants(List<NvidiaCard> cards, String advice) {
        Machine machine = Machines.with(cards.toArray(NvidiaCard[]::new));

        assertThat(new EngineCatalog(machine, DEFAULT_BUILD).advice()).contains(advice);
        assertThat(Backend.choose("auto", machine, DEFAULT_BUILD).notes())
                .singleElement()
                .asString()
                .endsWith(advice);
    }

    private static Stream<Arguments> cardsAndAdvice() {
        String gpu = "Start with -Pgpu, or train on the CPU.";
        String cuda = "Start with -Pcuda, or train on the CPU.";
        String hide =
                " and hide the other cards with the environment variable CUDA_VISIBLE_DEVICES, or train on the CPU.";
        return Stream.of(
                arguments(List.of(Machines.K40), "No engine of the lab reaches this card: train on the CPU."),
                arguments(List.of(Machines.K80), cuda),
                arguments(List.of(Machines.P100), gpu),
                arguments(List.of(Machines.GTX_1080), gpu),
                arguments(List.of(Machines.T4), gpu),
                arguments(List.of(Machines.A100), gpu),
                arguments(List.of(Machines.L4), gpu),
                arguments(List.of(Machines.H100), gpu),
                arguments(List.of(Machines.RTX_5090), "Start with -Pgpu-cuda13, or train on the CPU."),
                arguments(List.of(Machines.withDriver("515.65.01", Machines.T4)), cuda),
                arguments(
                        List.of(Machines.withDriver("470.42.01", Machines.T4)),
                        "Update NVIDIA's driver to 525 or newer and start with -Pgpu, or train on the CPU."),
                arguments(
                        List.of(Machines.withDriver("570.86.15", Machines.RTX_5090)),
                        "Update NVIDIA's driver to 580 or newer and start with -Pgpu-cuda13, or train on the CPU."),
                arguments(List.of(Machines.T4, Machines.H100), gpu),
                arguments(List.of(Machines.T4, Machines.RTX_5090), "Start with -Pgpu-cuda13, or train on the CPU."),
                arguments(
                        List.of(Machines.P100, Machines.RTX_5090),
                        "Start with -Pgpu for " + Machines.P100.name() + hide),
                arguments(List.of(Machines.K40, Machines.H100), "Start with -Pgpu for " + Machines.H100.name() + hide),
                arguments(
                        List.of(Machines.K40, Machines.K40),
                        "No engine of the lab reaches these cards: train on the CPU."));
    }

    @Test
    void withoutACardOrWithItsEngineThereIsNoFlagToAdvise() {
        assertThat(new EngineCatalog(Machines.with(Machines.T4), WITH_LIBTORCH_CUDA).advice())
                .isEmpty();
        assertThat(new EngineCatalog(Machines.with(), DEFAULT_BUILD).advice()).isEmpty();
    }

    @Test
    void amongUnequalCardsTheOneThatDoesNotFitIsToBeHidden() {
        assertThat(auto(WITH_ND4J_CUDA, Machines.T4, Machines.H100)).isEqualTo("nd4j-cpu");
        assertThat(notes(WITH_ND4J_CUDA, Machines.T4, Machines.H100))
                .singleElement()
                .asString()
                .startsWith("NVIDIA H100 has compute capability 9.0;")
                .contains("CUDA_VISIBLE_DEVICES");
    }

    @Test
    void anEngineThatFailsItsProductIsPassedOverWithItsReason() {
        List<EngineProvider> providers = List.of(
                failing(ND4J_CUDA, new EngineUnavailableException("The card gave a wrong product.", null)),
                failing(LIBTORCH_CPU, new IllegalStateException("expected 19, found 0")),
                working(ND4J_CPU));
        Backend chosen = Backend.choose("auto", Machines.with(Machines.T4), providers);

        assertThat(chosen.device().engine()).isEqualTo("nd4j-cpu");
        assertThat(chosen.reason()).contains("The card gave a wrong product.", "expected 19, found 0");
    }

    @Test
    void whereNothingRunsEveryReasonIsGiven() {
        List<EngineProvider> providers =
                List.of(failing(ND4J_CPU, new EngineUnavailableException("The processor lacks AVX2.", null)));

        assertThatThrownBy(() -> Backend.choose("auto", Machines.with(), providers))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("The processor lacks AVX2.");
        assertThatThrownBy(() -> Backend.choose("auto", Machines.with(), List.of()))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("libraries beside its jar");
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void anEngineAskedForByNameIsTheOneThatComputes(EngineKind kind) {
        Backend chosen = Backend.choose(kind.id(), Machines.with(Machines.T4), EVERYTHING);

        assertThat(chosen.device().engine()).isEqualTo(kind.id());
        assertThat(chosen.reason()).isEqualTo("It was asked for by name.");
    }

    @Test
    void anEngineAskedForByNameThatCannotRunIsNeverReplaced() {
        assertThatThrownBy(() -> Backend.choose("nd4j-cuda", Machines.with(Machines.H100), EVERYTHING))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("supports up to 8.9");
    }

    @Test
    void anEngineAskedForByNameThatIsNotThereIsAnsweredWithItsProfile() {
        assertThatThrownBy(() -> Backend.choose("libtorch-cpu", Machines.with(), DEFAULT_BUILD))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("not on the class path")
                .hasMessageContaining("-Plibtorch ");
    }

    @Test
    void anUnknownNameIsAnsweredWithAllNames() {
        assertThatThrownBy(() -> Backend.choose("cuda", Machines.with(), EVERYTHING))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("auto, libtorch-cuda, nd4j-cuda, libtorch-cuda13, libtorch-cpu, nd4j-cpu")
                .hasMessageContaining("'cuda'");
    }

    @Test
    void aWishThatCannotBeMetIsReplacedWithANote() {
        Backend chosen = new EngineCatalog(Machines.with(), WITH_LIBTORCH_CUDA).prefer("libtorch-cuda");

        assertThat(chosen.device().engine()).isEqualTo("libtorch-cpu");
        assertThat(chosen.notes())
                .containsExactly("LibTorch 2.5.1 would compute on an NVIDIA card, and there is none. No NVIDIA card was"
                        + " described.");
        assertThat(chosen.reason()).contains("in place of libtorch-cuda");
    }

    @Test
    void theSurveyTellsOfEveryEngineWhetherItIsThereAndRuns() {
        List<EngineReport> survey = new EngineCatalog(Machines.with(Machines.H100), WITH_ND4J_CUDA).survey();

        assertThat(survey)
                .extracting(report -> report.kind().id(), EngineReport::installed, EngineReport::canRun)
                .containsExactly(
                        tuple("libtorch-cuda", false, false),
                        tuple("nd4j-cuda", true, false),
                        tuple("libtorch-cuda13", false, false),
                        tuple("libtorch-cpu", false, false),
                        tuple("nd4j-cpu", true, true));
        assertThat(survey.get(1).sentence()).contains("supports up to 8.9");
        assertThat(survey.get(0).sentence()).contains("-Pgpu:");
    }

    @Test
    void theSurveyDescribesTheCard() {
        Device device = new EngineCatalog(Machines.with(Machines.T4), WITH_ND4J_CUDA)
                .survey()
                .get(1)
                .device()
                .orElseThrow();

        assertThat(device.card()).contains(Machines.T4);
        assertThat(device.memoryMiB()).isEqualTo(15_360);
    }

    @Test
    void anObstacleIsKnownBeforeAnythingIsLoaded() {
        EngineProvider untouched = failing(ND4J_CUDA, new IllegalStateException("expected that nothing is loaded"));

        assertThat(new EngineCatalog(Machines.with(Machines.H100), List.of(untouched)).obstacle(ND4J_CUDA))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("up to 8.9"));
        assertThat(new EngineCatalog(Machines.with(Machines.T4), List.of(untouched)).obstacle(ND4J_CUDA))
                .isEmpty();
        assertThat(new EngineCatalog(Machines.with(Machines.T4), List.of(untouched)).obstacle(LIBTORCH_CUDA))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("-Pgpu:"));
    }
}
