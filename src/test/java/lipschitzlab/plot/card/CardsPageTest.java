package lipschitzlab.plot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.export.Screenshots;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.SlopeMap;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.LaneSpectrum;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.SpectrumChart;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.plot.style.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of cards say by themselves what they show. */
class CardsPageTest {
    private static final int SIZE = 61;
    private static final double EXTENT = 3;

    @TempDir
    private Path folder;

    @Test
    void aCardsPictureCarriesLaneStepAxesAndScaleOfItsColours() throws IOException {
        Path file = folder.resolve("card.svg");
        page(ChartTheme.LIGHT, SurfaceQuantity.VALUE, 1).write(file, Map.of());
        String svg = Files.readString(file);
        assertThat(svg)
                .contains("gradient penalty", "step 950 of 3,000", "8 Gaussians · seed 1")
                .contains(">x₁<", ">x₂<", ">−2<", ">2<", "D, from its median", "real", "generated")
                .contains("Singular values of 2 dense", "index, largest first");
        assertThat(svg).as("the plane is pixels inside").contains("<image");
    }

    @Test
    void slopesHaveTheirUnitTheirPowersOfTenAndTheMeaningOfTheirCrosses() throws IOException {
        Path file = folder.resolve("slopes.svg");
        page(ChartTheme.LIGHT, SurfaceQuantity.SLOPE, 1).write(file, Map.of());
        assertThat(Files.readString(file))
                .contains("‖∇D‖ per unit of the data", ">0.1<", ">1<", ">10<", "between the two");
    }

    @Test
    void theNameSaysWhetherAPictureIsPngOrSvg() throws IOException {
        Path png = folder.resolve("all.PNG");
        page(ChartTheme.DARK, SurfaceQuantity.VALUE, 2).write(png, Map.of("step", "950"));
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isGreaterThan(2 * 3 * CardPainter.WIDTH);
        assertThat(Files.readString(png, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("step", "Lipschitz Lab");
    }

    @Test
    void aLaneThatStoppedSaysWhyInItsPicture() throws IOException {
        Path file = folder.resolve("stopped.svg");
        CardPicture stopped = new CardPicture(
                "unconstrained",
                Palette.of(0, ConstraintKind.UNCONSTRAINED),
                "step 12 of 3,000",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "The loss is no finite number at step 12. Lower the learning rate.");
        page(ChartTheme.LIGHT, List.of(stopped)).write(file, Map.of());
        assertThat(Files.readString(file)).contains("The loss is no finite number", "unconstrained");
    }

    @Test
    void labelsOfAnAxisAreRoundAndFew() {
        for (double extent : new double[] {0.003, 1, 1.5, 2.4, 3, 4.2, 9.9, 250, 3e7}) {
            for (double middle : new double[] {0, 1.5 * extent, -100 * extent}) {
                assertThat(new PlaneAxis("x", middle - extent, middle + extent).ticks())
                        .as(middle + " ± " + extent)
                        .hasSizeBetween(3, 11)
                        .allSatisfy(tick -> assertThat(tick.place()).isBetween(-1e-6, 1 + 1e-6));
            }
        }
        assertThat(new PlaneAxis("longitude", 8.4, 9.6).ticks())
                .extracting(PlaneAxis.Tick::label)
                .containsExactly("8.4", "8.6", "8.8", "9.0", "9.2", "9.4", "9.6");
        assertThat(new PlaneAxis("x", -3, 3).ticks())
                .extracting(PlaneAxis.Tick::label)
                .containsExactly("−3", "−2", "−1", "0", "1", "2", "3");
    }

    @Test
    void axesOfATableThatWasScaledAreInTheTablesUnits() {
        PlaneUnits units = new PlaneUnits("lon", "lat", 10.2, 5_400_048, 4, 2);
        PlaneScale scale = PlaneScale.around(1.5, SurfaceQuantity.SLOPE, 1).in(units);
        assertThat(scale.title()).isEqualTo("‖∇D‖ per unit of training");
        // 10.2 ± 1.5 · 4 and 5,400,048 ± 1.5 · 2.
        assertThat(scale.x().name()).isEqualTo("lon");
        assertThat(scale.x().ticks())
                .extracting(PlaneAxis.Tick::label)
                .containsExactly("6", "8", "10", "12", "14", "16");
        assertThat(scale.y().ticks()).extracting(PlaneAxis.Tick::label).contains("5,400,045", "5,400,051");
    }

    @Test
    void aGridOfPicturesSaysHowManyThereAreAndWhatBlackAndWhiteMean() {
        float[] pixels = new float[4 * 6 * 6];
        Snapshot images = new Snapshot(0, Shape.of(1, 6, 6), pixels, Optional.empty(), List.of());
        SamplePlot samples = SamplePlot.of(
                images,
                List.of(images),
                new float[0],
                SurfaceQuantity.VALUE,
                Palette.of(0, ConstraintKind.R1),
                ChartTheme.LIGHT);
        assertThat(samples.plane()).isEmpty();
        assertThat(samples.words()).isEqualTo("4 generated pictures of 6 × 6 pixels; black is −1, white +1");
    }

    @Test
    void picturesToLookAt() {
        for (ChartTheme theme : ChartTheme.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            Screenshots.save(
                    "card-" + name, page(theme, SurfaceQuantity.VALUE, 1).toImage(2));
            Screenshots.save(
                    "card-slope-" + name, page(theme, SurfaceQuantity.SLOPE, 1).toImage(2));
            Screenshots.save(
                    "cards-" + name, page(theme, SurfaceQuantity.VALUE, 4).toImage(1));
        }
    }

    private static Page page(ChartTheme theme, SurfaceQuantity surfaceQuantity, int lanes) {
        List<CardPicture> cards = new ArrayList<>();
        ConstraintKind[] kinds = {
            ConstraintKind.GRADIENT_PENALTY,
            ConstraintKind.SPECTRAL_NORM,
            ConstraintKind.WEIGHT_CLIPPING,
            ConstraintKind.UNCONSTRAINED
        };
        for (int i = 0; i < lanes; i++) {
            cards.add(card(kinds[i], surfaceQuantity, theme));
        }
        return page(theme, cards);
    }

    private static Page page(ChartTheme theme, List<CardPicture> cards) {
        String heading = cards.size() == 1 ? "" : "8 Gaussians, only the constraint differs";
        return new CardsPage(
                        heading,
                        "Only the constraint differs between these lanes.",
                        cards,
                        Optional.empty(),
                        "8 Gaussians · seed 1 · Lipschitz Lab")
                .page(theme);
    }

    private static CardPicture card(ConstraintKind kind, SurfaceQuantity surfaceQuantity, ChartTheme theme) {
        LaneStyle style = Palette.of(0, kind);
        SpectrumChart chart = new SpectrumChart(theme);
        LayerSpectrum spectrum = new LayerSpectrum(
                "2 dense",
                new double[] {3, 2, 1.2, 0.8, 0.5, 0.1},
                1.7,
                3,
                OptionalDouble.empty(),
                OptionalDouble.of(3));
        chart.show("2 dense", List.of(new LaneSpectrum(kind.title(), style, spectrum)), 0);
        chart.chart().getSubtitle(0).setVisible(false);
        Snapshot snapshot = snapshot();
        return new CardPicture(
                kind.title(),
                style,
                SamplesPage.step(950, 3000),
                List.of(
                        new CardPicture.Measured("7/8", "modes"),
                        new CardPicture.Measured("16 %", "within 3σ"),
                        new CardPicture.Measured("0.118", "distance"),
                        new CardPicture.Measured("1.16", "slope")),
                Optional.of(SamplePlot.of(snapshot, List.of(snapshot), ring(0.4f, 800), surfaceQuantity, style, theme)),
                Optional.of(new CardPicture.Chart(
                        "Singular values of 2 dense, as a matrix", "σ₁ 3.00  ·  stable rank 1.7", chart.chart())),
                "");
    }

    private static Snapshot snapshot() {
        float[] values = new float[SIZE * SIZE];
        float[] slopes = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            double x = EXTENT * (2.0 * (i % SIZE) / (SIZE - 1) - 1);
            double y = EXTENT * (2.0 * (i / SIZE) / (SIZE - 1) - 1);
            double radius = Math.hypot(x, y);
            values[i] = (float) (2 * Math.cos(3 * radius) + 0.3 * x);
            slopes[i] = (float) Math.max(0.05, 3 * Math.abs(Math.sin(3 * radius)));
        }
        return new Snapshot(
                950,
                Shape.of(2),
                ring(0.25f, 256),
                Optional.of(new Surface(SIZE, EXTENT, values)),
                Optional.of(new SlopeMap(new PlaneMap(SIZE, EXTENT, values, slopes), ring(0.6f, 60))),
                List.of(),
                Details.none(),
                Optional.empty());
    }

    /** Points near a circle of radius 2. */
    private static float[] ring(float width, int count) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            double angle = 2.4 * i;
            double radius = 2 + width * Math.sin(17.3 * i);
            points[2 * i] = (float) (radius * Math.cos(angle));
            points[2 * i + 1] = (float) (radius * Math.sin(angle));
        }
        return points;
    }
}
