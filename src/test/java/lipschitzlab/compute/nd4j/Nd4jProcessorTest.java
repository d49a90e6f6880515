package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.InstalledEngineConformance;
import lipschitzlab.compute.device.EngineKind;

class Nd4jProcessorTest extends InstalledEngineConformance {
    Nd4jProcessorTest() {
        super(EngineKind.ND4J_CPU);
    }
}
