package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LaneSchedulerTest {
    /** A backend whose first engine, once it is told to, stays within a step until it is let go. */
    private static final class StuckProvider implements EngineProvider {
        private final EngineProvider computer = StubProvider.working(EngineKind.ND4J_CUDA);
        private final CountDownLatch stuck = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean sticking;
        private boolean made;

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
            return new Device(id(), "a slow card", 1, Optional.empty(), Map.of());
        }

        @Override
        public Engine create(int threads) {
            Engine engine = computer.create(threads);
            if (made) {
                return engine;
            }
            made = true;
            return (Engine) Proxy.newProxyInstance(
                    Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                        if (sticking && method.getName().equals("dense")) {
                            stuck.countDown();
                            released.await();
                        }
                        try {
                            return method.invoke(engine, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    /** The first lane's step lasts, so whatever waited for it would wait too. */
    @Test
    void aChangeInOneLaneLetsNoLaneWaitForAnother() throws InterruptedException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two lanes train at once on two cores only");
        StuckProvider slow = new StuckProvider();
        Backend backend = Backend.choose(EngineKind.ND4J_CUDA.id(), Machines.with(Machines.T4), List.of(slow));
        Preset preset = TinyPresets.toy("schedule.mode", "free", "schedule.steps", "1000000");
        try (Experiment experiment = Experiment.open(preset, backend)) {
            experiment.awaitRest();
            slow.sticking = true;
            experiment.play();
            slow.stuck.await();
            Lane changed = experiment.lane("gradient-penalty");
            Lane other = experiment.lane("weight-clipping");
            int stuckAt = experiment.lanes().get(0).step();
            experiment.change(changed.id(), new Assignment<>(GradientPenalty.LAMBDA, 3.0));
            Await.until("the change", () -> changed.values().get(GradientPenalty.LAMBDA) == 3);
            int changedAt = changed.step();
            int otherAt = other.step();
            Await.until("steps of the others", () -> changed.step() >= changedAt + 3 && other.step() >= otherAt + 3);

            assertThat(experiment.lanes().get(0).step()).isEqualTo(stuckAt);
            slow.released.countDown();
        } finally {
            slow.released.countDown();
        }
    }

    @Test
    void anExtensionFindsAllLanesOfALockstepAtOneStepAndGivesThemOneHorizon() throws InterruptedException {
        try (Experiment experiment = Experiment.open(
                TinyPresets.toy("schedule.steps", "1000000"),
                Backend.choose(EngineKind.ND4J_CUDA.id(), Machines.with(Machines.T4), List.of(new StuckProvider())))) {
            experiment.play();
            Await.until("step 3", () -> experiment.lanes().stream().allMatch(lane -> lane.step() >= 3));
            experiment.extend(5);
            experiment.awaitRest();

            assertThat(experiment.lanes().stream().map(Lane::horizon).distinct())
                    .hasSize(1);
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(lane.horizon()));
        }
    }
}
