package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.InstalledEngineConformance;

class Nd4jProcessorTest extends InstalledEngineConformance {
    Nd4jProcessorTest() {
        super(EngineKind.ND4J_CPU);
    }
}
