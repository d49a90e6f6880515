package lipschitzlab.compute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lipschitzlab.compute.conformance.EngineCases;
import lipschitzlab.compute.conformance.ReferenceEngine;

/** Which of an engine's operations the cases of the suite call. */
final class CalledOperations {
    /** What is no operation: each of these has tests of its own in {@link EngineConformance}. */
    private static final Set<String> NO_OPERATIONS = Set.of(
            "description", "openScope", "keep", "free", "liveArrays", "counts", "close", "of", "read", "readAll");

    private CalledOperations() {}

    /** The names of the operations that an engine interface declares or inherits. */
    private static Set<String> operationsOf(Class<? extends Engine> type) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .filter(name -> !NO_OPERATIONS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operations of an engine interface that no case of the table calls when it runs. */
    static Set<String> untestedOperationsOf(Class<? extends Engine> type) {
        Set<String> untested = operationsOf(type);
        untested.removeAll(calledOperations());
        return untested;
    }

    private static Set<String> calledOperations() {
        Set<String> called = new TreeSet<>();
        try (ReferenceEngine reference = new ReferenceEngine()) {
            InvocationHandler recorder = (proxy, method, arguments) -> {
                called.add(method.getName());
                try {
                    return method.invoke(reference, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            };
            Engine recording = (Engine)
                    Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, recorder);
            EngineCases.all().forEach(each -> each.run(recording));
        }
        return called;
    }
}
