package org.reelsense.training;

/**
 * Adam (Kingma and Ba 2015) over part of an array. The caller owns the moments; this holds only a step's constants.
 *
 * @param rate learning rate of this step, the correction of both moments' start included
 * @param epsilon to be added to the root of the uncorrected second moment
 */
record Adam(float rate, float epsilon) {

    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.999f;

    /** The constants of a step, counted from 1 (the efficient form at the end of the paper's section 2). */
    static Adam ofStep(long step, double learningRate, AdamSpec.Epsilon epsilon) {
        double correction1 = 1 - Math.pow(BETA1, step);
        double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
        return new Adam((float) (learningRate * correction2 / correction1), (float) epsilon.of(correction2));
    }

    /**
     * Moves the weights from {@code begin} to before {@code end} by gradients times {@code scale}. All arrays share the
     * index: then C2 makes vector instructions of the loop (0.13 ns a weight; 3.2 with an offset to one of them).
     */
    void update(
            float[] weights,
            float[] firstMoments,
            float[] secondMoments,
            float[] gradients,
            int begin,
            int end,
            float scale) {
        for (int i = begin; i < end; i++) {
            float gradient = gradients[i] * scale;
            float first = BETA1 * firstMoments[i] + (1 - BETA1) * gradient;
            float second = BETA2 * secondMoments[i] + (1 - BETA2) * gradient * gradient;
            firstMoments[i] = first;
            secondMoments[i] = second;
            weights[i] -= rate * first / ((float) Math.sqrt(second) + epsilon);
        }
    }
}
