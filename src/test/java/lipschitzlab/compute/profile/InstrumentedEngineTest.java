package lipschitzlab.compute.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineConformance;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** A watched engine is an engine as any other: each of its operations does what the one below does. */
class InstrumentedEngineTest extends EngineConformance {
    @Override
    protected Engine engine() {
        return new InstrumentedEngine(new ReferenceEngine(), (operation, cost, nanoseconds) -> {});
    }

    /** Where {@link Engine} itself says how, the engine below may know better. */
    @Test
    void everyOperationIsPassedOnThoseWithADefaultToo() {
        assertThat(Arrays.stream(Engine.class.getMethods()).filter(Method::isDefault))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(
                                InstrumentedEngine.class.getMethod(method.getName(), method.getParameterTypes()))
                        .matches(passed -> passed.getDeclaringClass() != Engine.class));
    }

    @Test
    void operationsAreToldByTheirNamesInTheOrderInWhichTheyWereDone() {
        List<String> told = new ArrayList<>();
        Engine engine = new InstrumentedEngine(
                new ReferenceEngine(), (operation, cost, nanoseconds) -> told.add(operation + " of " + cost.sizes()));

        engine.clamp(List.of(engine.tanh(engine.full(Shape.of(2, 3), 1))), 0, 1);

        assertThat(told).containsExactly("full of 6 elements", "tanh of 6 elements", "clamp of ");
    }
}
