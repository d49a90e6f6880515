package lipschitzlab.compute;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** An engine of whose every call somebody is told. */
final class WatchedEngine {
    private WatchedEngine() {}

    /** A call that is to be made as if nobody watched. */
    interface Call {
        Object make() throws Throwable;
    }

    /** Makes the call and returns its result, before or after what it is there for. */
    interface Watcher {
        Object watch(String operation, Object[] arguments, Call call) throws Throwable;
    }

    static Engine of(Engine engine, Watcher watcher) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) ->
                        watcher.watch(method.getName(), arguments, () -> call(engine, method, arguments)));
    }

    private static Object call(Engine engine, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(engine, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
