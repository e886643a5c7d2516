package org.reelsense.bench.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.reelsense.network.Weights;

/**
 * libtorch's embedding [V, E] with Adam on the rows that were touched. Its C++ side has no sparse Adam, and its dense one
 * walks all of V; this does the arithmetic of Python's {@code SparseAdam} on gathered rows, with libtorch's own operations.
 */
final class TorchRows {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Tensor values;
    private final Tensor firstMoments;
    private final Tensor secondMoments;
    private final double rate;
    private long step;

    TorchRows(Weights initial, double rate) {
        long rows = initial.spec().vocabularySize();
        long width = initial.spec().embeddingSize();
        values = Tensor.create(initial.embedding(), rows, width);
        firstMoments = torch.zeros(rows, width);
        secondMoments = torch.zeros(rows, width);
        this.rate = rate;
    }

    /** [U, E], a leaf to differentiate by. */
    Tensor gather(Tensor unique) {
        return values.index_select(0, unique).requires_grad_(true);
    }

    /** Moves the rows along their gradient; for a scope without gradients. */
    void update(Tensor unique, Tensor rows) {
        step++;
        double correction1 = 1 - Math.pow(BETA1, step);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
        Tensor gradient = rows.grad();
        Tensor first =
                firstMoments.index_select(0, unique).mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
        Tensor second = secondMoments
                .index_select(0, unique)
                .mul_(new Scalar(BETA2))
                .addcmul_(gradient, gradient, new Scalar(1 - BETA2));
        Tensor scale = second.sqrt().add_(new Scalar(EPSILON * correction2));
        Tensor moved = rows.detach().addcdiv_(first, scale, new Scalar(-rate * correction2 / correction1));
        values.index_copy_(0, unique, moved);
        firstMoments.index_copy_(0, unique, first);
        secondMoments.index_copy_(0, unique, second);
    }
}
