package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.InstalledEngineConformance;
import lipschitzlab.compute.device.EngineKind;

class Nd4jCardTest extends InstalledEngineConformance {
    Nd4jCardTest() {
        super(EngineKind.ND4J_CUDA);
    }
}
