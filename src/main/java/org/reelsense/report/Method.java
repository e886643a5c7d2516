package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/** How it was measured: only what the record's figures are made by. */
final class Method {

    private static final String OVER_SEEDS =
            "Intervals of a model's mean accuracy are 95 %, by bootstrap over test reviews"
                    + " and seeds. They speak of other reviews like these and, less surely, of other seeds: of the variance"
                    + " between k seeds a bootstrap counts (k - 1) / k, half of it with 2 seeds and two thirds with 3. That is"
                    + " enough as long as the standard deviation between seeds, which stands beside each interval, is near 0.1"
                    + " points; where it is much more, the intervals over seeds are too narrow. Word vectors and the split into"
                    + " train and dev, which all seeds share, are taken as given.";
    private static final String OF_ONE_SEED =
            "Intervals in the table of results are 95 %, by bootstrap over test reviews."
                    + " With one seed they speak of other reviews like these, not of other seeds.";
    private static final String PAIRS_OVER_SEEDS = "Differences over several seeds are means over the seeds that both"
            + " models have, in percentage points, on the same test reviews; their standard deviation is that between"
            + " seeds. Their 95 % interval and p (two-sided) come from a paired bootstrap over test reviews and seeds,"
            + " which counts the variance between seeds as above; the verdict rests on this p alone. Ratios of training"
            + " times are geometric means, with the least and the most of any seed.";
    private static final String PAIRS_AT_ONE_SEED = "Differences at one seed are in percentage points, on the same test"
            + " reviews, with Newcombe's paired interval (1998, method 10), 95 %. The test is McNemar's, exact and"
            + " two-sided. They speak of other reviews, not of other seeds.";

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
                "Dev was cut from the labelled training reviews by film: no known film is in both.",
                "Each network was kept as it stood after the epoch with the best dev accuracy. Nothing was chosen on"
                        + " test, which was scored once a model, after its training.",
                record.embedding().given() == null
                        ? "The word vectors never saw the text of dev or test."
                        : "The word vectors come from a file; whether they saw the text of dev or test is not known"
                                + " here.");
    }

    private static List<String> intervals(RunRecord record) {
        List<Pairing> pairings = Pairing.all(record);
        boolean several = Contender.all(record).stream()
                .anyMatch(contender -> contender.figures().seeds().size() > 1);
        List<String> method = new ArrayList<>();
        if (record.summaries() != null) {
            method.add(several ? OVER_SEEDS : OF_ONE_SEED);
        }
        method.add("Intervals of one model at one seed are Wilson's, 95 %. They speak of other reviews like these, not"
                + " of other seeds.");
        if (pairings.stream().anyMatch(pair -> pair.test() == Pairing.Test.BOOTSTRAP)) {
            method.add(PAIRS_OVER_SEEDS);
        }
        if (!record.comparisons().isEmpty()) {
            method.add(PAIRS_AT_ONE_SEED);
        }
        if (!pairings.isEmpty()) {
            method.add("A difference is called significant if p < 0.05.");
        }
        long tests = pairings.size();
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
            method.add(
                    "A name with a plus is the mean of the calibrated logits of a network and NB-SVM; nothing is trained for it.");
        }
        return method;
    }
}
