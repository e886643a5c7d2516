package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/** How it was measured: only what the record's figures are made by. */
final class Method {

    private Method() {}

    /** A sentence or two each. */
    static List<String> of(RunRecord record) {
        List<String> method = new ArrayList<>(data(record));
        method.addAll(intervals(record));
        method.addAll(models(record));
        method.add("Log-loss is the mean of the negative natural logarithm of the probability given to the truth. F1,"
                + " precision and recall are those of the class \"positive\".");
        method.add("Seconds are wall time of training, without scoring dev. Peak memory is the whole process's, up to"
                + " the end of that model.");
        return List.copyOf(method);
    }

    private static List<String> data(RunRecord record) {
        return List.of(
                "Dev was cut from the labelled training reviews by film: no film is in both.",
                "Each network was kept as it stood after the epoch with the best dev accuracy. Nothing was chosen on"
                        + " test, which was scored once a model, after its training.",
                record.embedding().given() == null
                        ? "The word vectors never saw the text of dev or test."
                        : "The word vectors come from a file; whether they saw the text of dev or test is not known"
                                + " here.");
    }

    private static List<String> intervals(RunRecord record) {
        List<String> method = new ArrayList<>();
        if (record.summaries() != null) {
            method.add("Intervals of a model's mean accuracy are 95 %, by bootstrap over test reviews and seeds: they"
                    + " speak of other reviews and of other seeds like these. With one seed they speak of other"
                    + " reviews only.");
        }
        method.add("Intervals of one model at one seed are Wilson's, 95 %. They speak of other reviews like these, not"
                + " of other seeds.");
        if (record.pairs() != null && !record.pairs().isEmpty()) {
            method.add("Differences over several seeds are means over the seeds that both models have, in percentage"
                    + " points, on the same test reviews. Their 95 % interval and p (two-sided) come from a paired"
                    + " bootstrap over test reviews and seeds, so that they cover both; the verdict rests on this p"
                    + " alone. Ratios of training times are geometric means, with the least and the most of any"
                    + " seed.");
        }
        if (!record.comparisons().isEmpty()) {
            method.add("Differences at one seed are in percentage points, on the same test reviews, with Newcombe's"
                    + " paired interval (1998, method 10), 95 %. The test is McNemar's, exact and two-sided. They speak"
                    + " of other reviews, not of other seeds.");
            method.add("A difference is called significant if p < 0.05.");
        }
        long tests = Pairing.all(record).size();
        if (tests > 1) {
            method.add("The " + Figures.count(tests)
                    + " pairs are tested one by one; p is not corrected for their number.");
        }
        return method;
    }

    private static List<String> models(RunRecord record) {
        Set<String> names = record.models().stream()
                .map(model -> ModelName.of(model.name()).base())
                .collect(Collectors.toSet());
        List<String> method = new ArrayList<>();
        if (names.contains("majority")) {
            method.add("majority gives every review the more frequent class of the training reviews.");
        }
        if (names.contains("wordcount")) {
            method.add("wordcount weighs a review's positive words against its negative ones.");
        }
        if (names.contains("nbsvm")) {
            method.add("nbsvm is NB-SVM (Wang and Manning 2012): linear, over words and their neighbours.");
        }
        if (record.models().stream().anyMatch(model -> Model.AVERAGE.equals(model.kind()))) {
            method.add("A name with a plus is the average of a network and NB-SVM; it is not trained again.");
        }
        return method;
    }
}
