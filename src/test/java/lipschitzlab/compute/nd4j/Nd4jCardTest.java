package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.InstalledEngineConformance;

class Nd4jCardTest extends InstalledEngineConformance {
    Nd4jCardTest() {
        super(EngineKind.ND4J_CUDA);
    }
}
