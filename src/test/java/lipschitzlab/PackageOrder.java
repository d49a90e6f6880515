package lipschitzlab;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which package may import which: those in the rows above its own. Packages of one row do not import each other. */
final class PackageOrder {
    private static final String ROOT = "lipschitzlab";

    /** From bottom to top; CONTRIBUTING has the same table with what lives where. */
    private static final List<List<String>> ROWS = List.of(
            List.of("setting", "statistic", "game"),
            List.of("file"),
            List.of("compute"),
            List.of("compute.conformance"),
            List.of("compute.spi"),
            List.of("compute.device"),
            List.of("compute.unpacking"),
            List.of("compute.profile"),
            List.of("compute.openblas"),
            List.of("compute.baseline"),
            List.of("compute.nd4j", "compute.libtorch.baseline"),
            List.of("compute.nd4j.cpu", "compute.libtorch"),
            List.of("autodiff"),
            List.of("network"),
            List.of("optimizer", "objective", "constraint"),
            List.of("picture"),
            List.of("dataset"),
            List.of("diagnostic"),
            List.of("diagnostic.sample"),
            List.of("diagnostic.feature"),
            List.of("neighbour"),
            List.of("inspection"),
            List.of("yaml"),
            List.of("preset"),
            List.of("measurement"),
            List.of("training"),
            List.of("experiment"),
            List.of("lesson", "benchmark", "observation"),
            List.of("figure"),
            List.of("plot.style"),
            List.of("plot"),
            List.of("plot.game"),
            List.of("plot.curve"),
            List.of("plot.card"),
            List.of("plot.grid"),
            List.of("export.figure", "export.network"),
            List.of("export.checkpoint"),
            List.of("export"),
            List.of("export.trace", "export.run"),
            List.of("export.autosave"),
            List.of("desktop.control"),
            List.of("desktop.model"),
            List.of("desktop.card"),
            List.of("desktop.picture"),
            List.of("desktop.file"),
            List.of("desktop.share"),
            List.of("desktop.weights"),
            List.of("desktop.welcome"),
            List.of("desktop.autosave"),
            List.of("desktop.panel"),
            List.of("desktop.lesson"),
            List.of("desktop"),
            List.of("cli.doctor"),
            List.of("cli"),
            List.of(""));

    /** The rule. A class in a package that is not in the table breaks it too. */
    static final ArchCondition<JavaClass> IMPORT_ONLY_PACKAGES_BELOW =
            new ArchCondition<>("import only packages in the rows above their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    OptionalInt own = row(type);
                    if (own.isEmpty()) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getPackageName() + " has no place in the order of the packages"));
                        return;
                    }
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> breaks(type, own.getAsInt(), dependency))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            };

    private static final Map<String, Integer> ROW_OF = rowOf();

    private PackageOrder() {}

    private static Map<String, Integer> rowOf() {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < ROWS.size(); row++) {
            for (String name : ROWS.get(row)) {
                rows.put(name.isEmpty() ? ROOT : ROOT + "." + name, row);
            }
        }
        return rows;
    }

    private static OptionalInt row(JavaClass type) {
        Integer row = ROW_OF.get(type.getPackageName());
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private static boolean breaks(JavaClass type, int own, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String name = target.getPackageName();
        boolean ours = name.equals(ROOT) || name.startsWith(ROOT + ".");
        if (!ours || name.equals(type.getPackageName())) {
            return false;
        }
        OptionalInt row = row(target);
        return row.isEmpty() || row.getAsInt() >= own;
    }
}
