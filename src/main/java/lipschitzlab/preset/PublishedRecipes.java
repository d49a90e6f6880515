package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Assignment;

/**
 * The registry of published settings: for each method those of its paper, and where the paper leaves a number open, those of its
 * authors' code. For points in the plane they are those of an experiment on points, where the authors made one.
 */
public final class PublishedRecipes {
    private static final String ARJOVSKY = "Arjovsky et al. 2017, algorithm 1";
    private static final String GULRAJANI = "Gulrajani et al. 2017, algorithm 1";
    private static final String GULRAJANI_TOY = "the code of Gulrajani et al. 2017 for points, gan_toy.py";
    private static final String MIYATO_CODE = "the code of Miyato et al. 2018, configs/sn_cifar10_unconditional.yml";
    private static final String GOODFELLOW = "Goodfellow et al. 2014, section 3 and algorithm 1";
    private static final String RADFORD = "Radford et al. 2016, section 4";
    private static final String RADFORD_CODE = "the code of Radford et al. 2016, faces/train_uncond_dcgan.py";
    private static final String WU_CODE = "the code of Wu et al. 2018, wgan_div.py";
    private static final String MESCHEDER_CODE = "the code of Mescheder et al. 2018, configs/default.yaml";
    private static final String KODALI_CODE = "the code of Kodali et al. 2017 for MNIST, DRAGAN.ipynb";

    /** For points where a method was published for them, and else for everything. */
    private static final Map<ConstraintKind, PublishedRecipe> FOR_POINTS =
            byConstraint(clippingOfPoints(), penaltyOfPoints());

    private static final Map<ConstraintKind, PublishedRecipe> FOR_PICTURES =
            byConstraint(spectralNorm(), penalty(), clipping(), unconstrained(), divergence(), realPenalty(), dragan());

    private PublishedRecipes() {}

    /** What these methods were published with; empty for several at once, and where {@link #without} says why. */
    public static Optional<PublishedRecipe> find(ConstraintSet constraint, DatasetKind data) {
        if (constraint.kinds().size() > 1) {
            return Optional.empty();
        }
        PublishedRecipe forPictures = FOR_PICTURES.get(constraint.primary());
        return Optional.ofNullable(
                data.images() ? forPictures : FOR_POINTS.getOrDefault(constraint.primary(), forPictures));
    }

    /** Why these methods have no published settings here, as a sentence. */
    static String without(ConstraintSet constraint) {
        if (constraint.kinds().size() > 1) {
            return "No paper here trains these methods together.";
        }
        return constraint.primary() == ConstraintKind.WGAN_LP
                ? "Neither rates nor critic steps of Petzka et al. 2018 could be checked."
                : "Its paper states no settings for a GAN's critic that could be checked.";
    }

    private static Map<ConstraintKind, PublishedRecipe> byConstraint(PublishedRecipe... recipes) {
        Map<ConstraintKind, PublishedRecipe> map = new LinkedHashMap<>();
        Arrays.stream(recipes).forEach(recipe -> map.put(recipe.constraint(), recipe));
        return map;
    }

    private static PublishedRecipe clippingOfPoints() {
        return new Stated(ConstraintKind.WEIGHT_CLIPPING, OptimizerKind.RMS_PROP)
                .own(
                        ARJOVSKY,
                        "objective=wasserstein optimizer=rmsprop learningRate=5e-5 generatorLearningRate=5e-5 criticSteps=5 c=0.01")
                .own(GULRAJANI_TOY, "rateSchedule=constant")
                .own("the default of TensorFlow 1, with which gan_toy.py trains clipping", "decay=0.9")
                .shared(GULRAJANI_TOY, "batch=256 steps=100000")
                .recipe(
                        "Gulrajani et al. train clipping on points with the numbers of Arjovsky et al., who had pictures only.");
    }

    private static PublishedRecipe clipping() {
        return new Stated(ConstraintKind.WEIGHT_CLIPPING, OptimizerKind.RMS_PROP)
                .own(
                        ARJOVSKY,
                        "objective=wasserstein optimizer=rmsprop learningRate=5e-5 generatorLearningRate=5e-5 criticSteps=5 c=0.01")
                .own("the code of Arjovsky et al. 2017, main.py", "rateSchedule=constant")
                .own("the default of PyTorch, with which main.py trains", "decay=0.99")
                .shared(ARJOVSKY, "batch=64")
                .recipe(
                        "Algorithm 1 trains until it converges and states no number of steps. The code also trains the critic 100"
                                + " times for each of the first 25 generator steps and at every 500th, which the lab does not.");
    }

    private static PublishedRecipe penaltyOfPoints() {
        return new Stated(ConstraintKind.GRADIENT_PENALTY, OptimizerKind.ADAM)
                .own(
                        GULRAJANI_TOY,
                        "objective=wasserstein optimizer=adam learningRate=1e-4 generatorLearningRate=1e-4 beta1=0.5 beta2=0.9 rateSchedule=constant criticSteps=5 lambda=0.1")
                .shared(GULRAJANI_TOY, "batch=256 steps=100000")
                .recipe("For pictures algorithm 1 has λ = 10 and β₁ = 0.");
    }

    private static PublishedRecipe penalty() {
        return new Stated(ConstraintKind.GRADIENT_PENALTY, OptimizerKind.ADAM)
                .own(
                        GULRAJANI,
                        "objective=wasserstein optimizer=adam learningRate=1e-4 generatorLearningRate=1e-4 beta1=0 beta2=0.9 rateSchedule=constant criticSteps=5 lambda=10")
                .shared(GULRAJANI, "batch=64")
                .shared("the code of Gulrajani et al. 2017, gan_mnist.py", "steps=200000")
                .recipe("");
    }

    private static PublishedRecipe spectralNorm() {
        return new Stated(ConstraintKind.SPECTRAL_NORM, OptimizerKind.ADAM)
                .own("Miyato et al. 2018, algorithm 1", "powerIterations=1")
                .own("Miyato et al. 2018, equation 8", "bound=1")
                .own("the code of Miyato et al. 2018, source/links/sn_linear.py", "iterateAt=forward-pass")
                .own(
                        MIYATO_CODE,
                        "objective=hinge optimizer=adam learningRate=2e-4 generatorLearningRate=2e-4 beta1=0 beta2=0.9 rateSchedule=linear criticSteps=5")
                .shared(MIYATO_CODE, "batch=64 steps=50000")
                .recipe(
                        "These are its residual networks' on CIFAR-10; the paper has no experiment on points, and it tries six"
                                + " other settings, A to F, with its plain CNN.");
    }

    private static PublishedRecipe unconstrained() {
        return new Stated(ConstraintKind.UNCONSTRAINED, OptimizerKind.ADAM)
                .own(GOODFELLOW, "objective=non-saturating criticSteps=1")
                .own(RADFORD, "optimizer=adam learningRate=2e-4 generatorLearningRate=2e-4 beta1=0.5")
                .own("the code of Radford et al. 2016, lib/updates.py", "beta2=0.999")
                .own(RADFORD_CODE, "rateSchedule=constant")
                .shared(RADFORD, "batch=128")
                .shared(RADFORD_CODE + " (25 passes over 350,000 faces, every other batch)", "steps=34000")
                .recipe(
                        "An unconstrained critic with hinge is no paper's; this is the GAN that the constraints were made for, with"
                                + " the optimizer that made it train.");
    }

    private static PublishedRecipe divergence() {
        return new Stated(ConstraintKind.WGAN_DIV, OptimizerKind.ADAM)
                .own("Wu et al. 2018", "k=2 p=6")
                .own(
                        WU_CODE,
                        "objective=wasserstein optimizer=adam learningRate=2e-4 generatorLearningRate=2e-4 beta1=0 beta2=0.9 rateSchedule=constant criticSteps=4")
                .shared(WU_CODE, "batch=64 steps=200000")
                .recipe("The code has the factor 10 in place of the paper's k = 2. Pictures only.");
    }

    private static PublishedRecipe realPenalty() {
        return new Stated(ConstraintKind.R1, OptimizerKind.RMS_PROP)
                .own(
                        MESCHEDER_CODE,
                        "objective=non-saturating optimizer=rmsprop learningRate=1e-4 generatorLearningRate=1e-4 rateSchedule=constant criticSteps=1 gamma=10")
                .own("the code of Mescheder et al. 2018, gan_training/config.py", "decay=0.99")
                .shared(MESCHEDER_CODE, "batch=64")
                .recipe(
                        "The code has no factor ½ before the penalty, the paper and the lab have. Pictures only; no number of"
                                + " steps.");
    }

    private static PublishedRecipe dragan() {
        return new Stated(ConstraintKind.DRAGAN, OptimizerKind.ADAM)
                .own(
                        KODALI_CODE,
                        "objective=non-saturating optimizer=adam learningRate=1e-4 generatorLearningRate=1e-4 beta1=0.5 beta2=0.9 rateSchedule=constant criticSteps=1 lambda=10")
                .shared(KODALI_CODE, "batch=128 steps=200000")
                .recipe("");
    }

    /** A recipe while its numbers are written down, as key=value with spaces between them. */
    private static final class Stated {
        private final ConstraintKind constraint;
        private final OptimizerKind optimizer;
        private final List<PublishedValue> own = new ArrayList<>();
        private final List<PublishedValue> shared = new ArrayList<>();

        Stated(ConstraintKind constraint, OptimizerKind optimizer) {
            this.constraint = constraint;
            this.optimizer = optimizer;
        }

        Stated own(String reference, String values) {
            own.addAll(parsed(reference, values));
            return this;
        }

        Stated shared(String reference, String values) {
            shared.addAll(parsed(reference, values));
            return this;
        }

        private List<PublishedValue> parsed(String reference, String values) {
            return Arrays.stream(values.split(" "))
                    .map(text -> text.split("="))
                    .map(pair -> new PublishedValue(
                            Assignment.parse(
                                    PublishedRecipe.setting(constraint, optimizer, pair[0]), pair[1], reference),
                            reference))
                    .toList();
        }

        PublishedRecipe recipe(String remark) {
            return new PublishedRecipe(constraint, own, shared, remark);
        }
    }
}
