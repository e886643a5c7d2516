package org.reelsense.baseline;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import org.reelsense.progress.Progress;

/**
 * Logistic regression with an L2 penalty, by liblinear's Newton method (Lin, Weng and Keerthi 2008; Galli and Lin 2021):
 * the least of |w|^2 / 2 + cost * (sum of log losses), the bias being one of the weights.
 *
 * <p>No random number takes part and no second thread, so that the same data give the same bits.
 */
final class LogisticRegression {

    private static final int MOST_STEPS = 200;

    private final Problem problem = new Problem();
    private final double cost;
    private final double tolerance;

    /**
     * @param rows [documents], features numbered from 1 to {@code features}, ascending; the last of each is the bias,
     *     feature number {@code features} with value 1
     * @param positive [documents]
     * @param tolerance the gradient's norm at which to stop, as a share of what it is at zero weights
     */
    LogisticRegression(Feature[][] rows, int features, boolean[] positive, double cost, double tolerance) {
        this.cost = cost;
        this.tolerance = tolerance;
        problem.x = rows;
        problem.l = rows.length;
        problem.n = features;
        problem.y = new double[rows.length];
        Arrays.setAll(problem.y, d -> positive[d] ? 1 : -1);
    }

    /** The feature whose weight is the bias. */
    static Feature bias(int number) {
        return new FeatureNode(number, 1);
    }

    /**
     * The weights, the bias last.
     *
     * <p>liblinear cannot be stopped nor say how far it is, so it is asked for one Newton step at a time, each from
     * where the last one ended. Its line search keeps nothing else between steps.
     *
     * @throws InterruptedException if the calling thread is interrupted, at the next step
     */
    double[] solve(Progress progress) throws InterruptedException {
        // For the whole process, since a call has no setting of its own: liblinear prints to standard output else.
        Linear.disableDebugOutput();
        double[] weights = new double[problem.n];
        for (int step = 0; step < MOST_STEPS; step++) {
            Interruption.check();
            double[] next = step(weights);
            progress.advance(1);
            if (Arrays.equals(next, weights)) {
                break;
            }
            weights = next;
        }
        return oneNegativeClass() ? negated(weights) : weights;
    }

    /** liblinear's positive class is the only one there is, whatever its label. */
    private boolean oneNegativeClass() {
        return Arrays.stream(problem.y).allMatch(label -> label < 0);
    }

    private static double[] negated(double[] weights) {
        return Arrays.stream(weights).map(weight -> -weight).toArray();
    }

    private double[] step(double[] weights) {
        Parameter parameter = new Parameter(SolverType.L2R_LR, cost, 1, tolerance);
        parameter.setInitSol(weights);
        Model model = Linear.train(problem, parameter);
        return model.getFeatureWeights();
    }
}
