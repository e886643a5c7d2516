package org.reelsense.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.storage.DataException;

/**
 * A run that can be compared with others review by review.
 *
 * @param predictions of each model of the record, in its order
 */
record FinishedRun(RunFolder folder, RunRecord record, List<Predictions> predictions) {

    /** The same floats give the same log loss, but for the last digits of a logarithm on another processor. */
    private static final double SAME_LOSS = 1e-9;

    /**
     * Reads the predictions of a run.
     *
     * @param record the folder's
     * @throws DataException if the record is damaged, or a file is missing, damaged or of another run; the message names it
     */
    static FinishedRun of(RunFolder folder, RunRecord record) throws DataException {
        Set<String> seen = new HashSet<>();
        List<Predictions> predictions = new ArrayList<>();
        for (RunRecord.Model model : record.models()) {
            requireNumbers(folder, model);
            if (!seen.add(trial(model))) {
                throw damaged(folder, "it has " + trial(model) + " twice");
            }
            predictions.add(predictions(folder, record, model));
        }
        return new FinishedRun(folder, record, List.copyOf(predictions));
    }

    /** Such as {@code rnn-1}. */
    static String trial(RunRecord.Model model) {
        return model.name() + "-" + model.seed();
    }

    /** What a comparison computes with. */
    @SuppressWarnings("ConstantValue") // Jackson leaves null what the file leaves out
    private static void requireNumbers(RunFolder folder, RunRecord.Model model) throws DataException {
        boolean isTrained = model.kind() == null || RunRecord.Model.NETWORK.equals(model.kind());
        if (model.name() == null
                || !isShare(model.devAccuracy())
                || !isShare(model.testAccuracy())
                || !isFinite(model.testLogLoss())
                || !isFinite(model.trainSeconds())
                || isTrained && model.trainSeconds() == 0) {
            throw damaged(folder, trial(model) + " lacks its name, or an accuracy, a loss or a time is out of range");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static boolean isFinite(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    private static DataException damaged(RunFolder folder, String reason) {
        return new DataException(folder.results() + " is damaged: " + reason + "; run again");
    }

    /** A file that does not give the scores of the record is of another run. */
    private static Predictions predictions(RunFolder folder, RunRecord record, RunRecord.Model model)
            throws DataException {
        Path file = folder.predictions(trial(model));
        Predictions predictions = Predictions.read(file);
        int reviews = predictions.reviews().size();
        if (reviews == 0 || reviews != record.dataset().test()) {
            throw new DataException(file + " has " + reviews + " reviews and " + folder.results() + " "
                    + record.dataset().test() + ": one of them was changed; run again");
        }
        Evaluation scores = Evaluation.of(predictions.probabilities(), predictions.positive());
        if (scores.accuracy() != model.testAccuracy() || Math.abs(scores.logLoss() - model.testLogLoss()) > SAME_LOSS) {
            throw new DataException(file + " does not give the test scores of " + folder.results()
                    + ": one of them was changed; run again");
        }
        return predictions;
    }

    /** The folder's own name, without where it lies. */
    String name() {
        return String.valueOf(folder.path().toAbsolutePath().normalize().getFileName());
    }

    /** What seconds depend on. */
    List<Object> speed() {
        RunRecord.Machine machine = record.machine();
        return Arrays.asList(machine.cpu(), machine.cores(), machine.threads());
    }

    /**
     * Position by position: review by review.
     *
     * @throws DataException if the other run scored other test reviews
     */
    void requireSameReviewsAs(FinishedRun first) throws DataException {
        Predictions expected = first.predictions.get(0);
        for (Predictions one : predictions) {
            if (!one.reviews().equals(expected.reviews()) || !Arrays.equals(one.positive(), expected.positive())) {
                throw new DataException(folder.path() + " has predictions of other test reviews than "
                        + first.folder.path() + "; compare runs of the same data");
            }
        }
    }
}
