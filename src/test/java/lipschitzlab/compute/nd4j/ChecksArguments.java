package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.Expect;

/** A kernel that checks what the pooled engine has checked; never run. */
public final class ChecksArguments {
    void check(Array a, Array b) {
        Expect.same(a, b);
    }
}
