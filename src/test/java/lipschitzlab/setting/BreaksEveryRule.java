package lipschitzlab.setting;

import lipschitzlab.compute.Shape;

/** Breaks what the architecture forbids, to show that the rules see it; never run. */
public final class BreaksEveryRule {
    Shape importsUpwards() {
        return Shape.of(1);
    }

    Object usesNd4j() {
        return org.nd4j.linalg.factory.Nd4j.create(1);
    }

    Object usesLibTorch() {
        return new org.bytedeco.pytorch.Scalar(1);
    }

    Object usesJavaFx() {
        return new javafx.scene.control.Label();
    }

    Object usesCharts() {
        return new org.jfree.chart.JFreeChart(null);
    }

    Object usesPicocli() {
        return new picocli.CommandLine(this);
    }

    Object usesYaml() {
        return org.snakeyaml.engine.v2.api.LoadSettings.builder();
    }

    Object usesJson() {
        return new com.fasterxml.jackson.core.JsonFactory();
    }

    Object usesDecoders() {
        return new com.twelvemonkeys.imageio.metadata.tiff.TIFFReader();
    }

    Object usesExpressions() {
        return new com.ezylang.evalex.Expression("1");
    }

    Object code() {
        return new com.google.zxing.qrcode.QRCodeWriter();
    }

    Object usesButtonsOfJavaFx() {
        return javafx.scene.control.ButtonType.OK;
    }

    void prints(Exception failure) {
        System.out.println(failure);
        failure.printStackTrace();
    }
}
