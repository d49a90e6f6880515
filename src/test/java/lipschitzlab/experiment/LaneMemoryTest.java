package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LaneMemoryTest {
    /** A backend whose first engine has memory for so many results of one operation only. */
    private static final class SmallCard implements EngineProvider {
        private final EngineProvider computer = StubProvider.working(EngineKind.ND4J_CUDA);
        private final List<Engine> made = new ArrayList<>();
        private final String operation;
        private final int room;
        private int results;

        SmallCard(String operation, int room) {
            this.operation = operation;
            this.room = room;
        }

        @Override
        public String id() {
            return computer.id();
        }

        @Override
        public boolean isInstalled() {
            return true;
        }

        @Override
        public Device probe(Machine machine) {
            return new Device(id(), "a small card", 1, java.util.Optional.empty(), Map.of());
        }

        @Override
        public Engine create(int threads) {
            Engine engine = computer.create(threads);
            made.add(engine);
            return made.size() > 1 ? engine : limited(engine);
        }

        private Engine limited(Engine engine) {
            return (Engine) Proxy.newProxyInstance(
                    Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals(operation) && ++results > room) {
                            throw new MemoryExhaustedException("the NVIDIA card", new RuntimeException("error code 2"));
                        }
                        try {
                            return method.invoke(engine, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    private static Backend backend(SmallCard card) {
        return Backend.choose(EngineKind.ND4J_CUDA.id(), Machines.with(Machines.T4), List.of(card));
    }

    private static void stopsTheFirstLaneAlone(SmallCard card) throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), backend(card))) {
            experiment.play();
            experiment.awaitRest();
            Lane stopped = experiment.lanes().get(0);

            assertThat(stopped.state()).isEqualTo(LaneState.FAILED);
            assertThat(stopped.failure().orElseThrow().cause()).startsWith("The memory of the NVIDIA card ran out at");
            assertThat(stopped.failure().orElseThrow().remedy()).contains("batch", "width", "lanes", "Reset");
            assertThat(card.made.get(0).liveArrays()).isZero();
            assertThat(experiment.lanes().subList(1, experiment.lanes().size()))
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.FINISHED));
        }
    }

    @Test
    void aCardThatHasNoRoomForTheNetworksStopsTheirLaneAlone() throws InterruptedException {
        stopsTheFirstLaneAlone(new SmallCard("of", 2));
    }

    @Test
    void aCardThatIsFullBeforeTheFirstStepStopsItsLaneAlone() throws InterruptedException {
        stopsTheFirstLaneAlone(new SmallCard("dense", 0));
    }

    @Test
    void aCardThatFillsUpInTrainingStopsItsLaneAlone() throws InterruptedException {
        stopsTheFirstLaneAlone(new SmallCard("dense", 150));
    }

    @Test
    void aRemovedLaneGivesItsArraysBackWhileTheOthersGoOn() throws InterruptedException {
        SmallCard card = new SmallCard("dense", Integer.MAX_VALUE);
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), backend(card))) {
            experiment.step();
            experiment.awaitRest();
            assertThat(card.made.get(0).liveArrays()).isPositive();
            experiment.remove(experiment.lanes().get(0).id());
            experiment.play();
            experiment.awaitRest();

            assertThat(card.made.get(0).liveArrays()).isZero();
            assertThat(experiment.lanes()).hasSize(3).allSatisfy(lane -> assertThat(lane.state())
                    .isEqualTo(LaneState.FINISHED));
        }
    }

    @Test
    void aLaneThatStoppedByItselfCanBeRemovedAndAddedAgain() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), backend(new SmallCard("dense", 150)))) {
            experiment.play();
            experiment.awaitRest();
            Lane stopped = experiment.lanes().get(0);
            assertThat(stopped.state()).isEqualTo(LaneState.FAILED);
            experiment.remove(stopped.id());
            experiment.add(stopped.spec());
            experiment.play();
            experiment.awaitRest();

            assertThat(experiment.lane(stopped.id()).state()).isEqualTo(LaneState.FINISHED);
        }
    }
}
