package org.reelsense.bench.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Max and mean over the tokens of a review, all its pieces: first over time, which leaves [R, F], then over pieces. */
final class TorchPooling {

    private TorchPooling() {}

    /** [T, R, F] to [D, F]; {@code max} with an index, whose way back touches the winners only. */
    static Tensor maximum(Tensor features, TorchBatch batch) {
        Tensor ofRows = features.masked_fill(batch.padding(), new Scalar(-Float.MAX_VALUE))
                .max(0)
                .get0();
        long reviews = batch.targets().size(0);
        long most = batch.rowsOfReview().size(0) / reviews;
        return ofRows.index_select(0, batch.rowsOfReview())
                .view(reviews, most, ofRows.size(1))
                .max(1)
                .get0();
    }

    /** [T, R, F] to [D, F]. */
    static Tensor mean(Tensor features, TorchBatch batch) {
        Tensor ofRows = features.masked_fill(batch.padding(), new Scalar(0f)).sum(0);
        return torch.zeros(batch.targets().size(0), ofRows.size(1))
                .index_add(0, batch.reviewOfRow(), ofRows)
                .div(batch.lengths());
    }
}
