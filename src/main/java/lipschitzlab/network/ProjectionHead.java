package lipschitzlab.network;

import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;

/**
 * The score of a conditional critic, φ·w + b + ⟨V_y, φ⟩ for features φ and class y (Miyato and Koyama 2018, equation 4):
 * {@code [n, features]} to {@code [n, 1]}.
 *
 * @param weight w, {@code [features, 1]}
 * @param bias b, {@code [1]}
 * @param embedding V, {@code [classes, features]}: a weight, so that it is under the same constraint as all others
 */
public record ProjectionHead(Parameter weight, Parameter bias, Parameter embedding) implements Layer {
    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias, embedding);
    }

    @Override
    public int classes() {
        return embedding.shape().size(0);
    }

    @Override
    public Var apply(Var x, Binding bound) {
        int rows = x.shape().size(0);
        Var own = bound.classes(rows).matmul(false, bound.of(embedding), false);
        Var inner = own.multiply(x).rowSum().reshape(Shape.of(rows, 1));
        return x.dense(bound.of(weight), bound.of(bias)).add(inner);
    }

    /** For one class y it is φ·(w + V_y), and no row of V is longer than V's largest singular value. */
    @Override
    public LipschitzConstant lipschitz() {
        return new LipschitzConstant.Sum(List.of(matrix(weight), matrix(embedding)));
    }

    private static LipschitzConstant matrix(Parameter parameter) {
        return new LipschitzConstant.OfWeight(
                parameter,
                new LinearMap.Matrix(
                        parameter.shape().size(0), parameter.shape().size(1)));
    }
}
