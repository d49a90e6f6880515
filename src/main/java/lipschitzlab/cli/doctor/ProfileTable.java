package lipschitzlab.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import lipschitzlab.benchmark.StepProfile;
import lipschitzlab.benchmark.StepProfile.Part;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.profile.OperationProfile.Entry;

/** Which operations a method's updates spend their time on. */
public final class ProfileTable {
    private static final String ROW = "%-18s %-34s %7s %9s %7s %8s%n";

    /** Operations that take less than this share of an update stand together in one row. */
    private static final double LEAST_SHARE = 0.01;

    private final PrintWriter out;
    private final Backend backend;

    public ProfileTable(PrintWriter out, Backend backend) {
        this.out = out;
        this.backend = backend;
    }

    /** Measures and prints. */
    public void print(List<StepProfile> profiles) {
        out.println();
        if (backend.device().card().isPresent()) {
            out.println("Profile: none, since a card's operations go on after their calls have returned.");
            return;
        }
        out.println("Operations of one update, 1 native thread, on "
                + backend.device().engine() + ", " + backend.device().name() + ".");
        profiles.forEach(profile -> profile.run(backend).forEach(part -> print(profile.title(), part)));
    }

    private void print(String title, Part part) {
        out.println();
        out.printf("%s, %s's update: %.2f ms%n", title, part.network(), part.milliseconds());
        out.printf(ROW, "operation", "sizes", "calls", "ms", "share", "GFLOP/s");
        double few = 0;
        for (Entry entry : part.entries()) {
            double milliseconds = entry.milliseconds() / part.updates();
            if (milliseconds < LEAST_SHARE * part.milliseconds()) {
                few += milliseconds;
            } else {
                row(entry, part, milliseconds);
            }
        }
        row("all others", few, part);
        row("Java between them", part.outside(), part);
        out.flush();
    }

    private void row(Entry entry, Part part, double milliseconds) {
        out.printf(
                ROW,
                entry.operation(),
                entry.sizes(),
                String.format("%.3g", (double) entry.calls() / part.updates()),
                String.format("%.3f", milliseconds),
                share(milliseconds, part),
                entry.flops() == 0 ? "" : String.format("%.0f", entry.flops() / entry.milliseconds() / 1e6));
    }

    private void row(String what, double milliseconds, Part part) {
        out.printf(ROW, what, "", "", String.format("%.3f", milliseconds), share(milliseconds, part), "");
    }

    private static String share(double milliseconds, Part part) {
        return String.format("%.1f %%", 100 * milliseconds / part.milliseconds());
    }
}
