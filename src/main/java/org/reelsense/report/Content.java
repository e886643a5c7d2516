package org.reelsense.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelsense.experiment.RunRecord;

/**
 * What every report says, in words and figures, before any format.
 *
 * @param facts what ran, by name, in order
 * @param comparisons a sentence each
 * @param epochs without rows if nothing was trained by epochs
 * @param words what the word vectors know of sentiment, a sentence each
 * @param method how it was measured, a sentence each
 * @param signature what the scores depend on, in one line, in the manner of sacreBLEU (Post 2018)
 */
record Content(
        String title,
        Map<String, String> facts,
        Table results,
        Table details,
        Table epochs,
        List<String> comparisons,
        List<String> words,
        List<String> method,
        String signature) {

    private static final int SHORT_HASH = 12;

    static Content of(RunRecord record) {
        return new Content(
                "Reelsense: " + names(record) + " on "
                        + Plain.of(record.dataset().name()),
                facts(record),
                ModelTables.results(record),
                ModelTables.details(record),
                ModelTables.epochs(record),
                ComparisonSentence.all(record),
                WordSentences.all(record.embedding()),
                method(record),
                signature(record));
    }

    private static String names(RunRecord record) {
        return record.models().stream()
                .map(model -> Plain.of(model.name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> facts(RunRecord record) {
        RunRecord.Dataset data = record.dataset();
        RunRecord.Machine machine = record.machine();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Dataset", Plain.of(data.name()));
        facts.put("Reviews", reviews(data));
        facts.put("SHA-256 of the data", Plain.of(data.sha256()));
        facts.put("Tokenizer", Plain.of(data.tokenizer()));
        facts.put("Word vectors", vectors(record.embedding()));
        facts.put("Machine", Plain.of(machine.cpu()) + ", " + Figures.count(machine.cores()) + " cores");
        facts.put("Threads", Figures.count(machine.threads()));
        facts.put("Operating system", Plain.of(machine.os()));
        facts.put("JDK", Plain.of(machine.jdk()));
        facts.put("Engine", Plain.of(machine.engine()));
        facts.put("Commit", Plain.of(record.commit()));
        facts.put("Started", Plain.of(record.started()));
        facts.put("Command", Plain.of(record.command()));
        return facts;
    }

    private static String reviews(RunRecord.Dataset data) {
        return Figures.count(data.train()) + " training, " + Figures.count(data.dev()) + " dev, "
                + Figures.count(data.test()) + " test, " + Figures.count(data.unlabelled()) + " unlabelled";
    }

    private static String vectors(RunRecord.Embedding embedding) {
        String size = Figures.count(embedding.dimension()) + " dimensions, " + Figures.count(embedding.vocabulary())
                + " words; ";
        RunRecord.GivenVectors given = embedding.given();
        if (given != null) {
            return size + Figures.count(given.words()) + " from " + Plain.of(given.file()) + " (SHA-256 "
                    + Plain.of(given.sha256()) + "), " + Figures.count(given.missing()) + " initialised at random";
        }
        return size + "trained in " + Figures.amount(embedding.seconds()) + " s at "
                + Figures.count(embedding.wordsPerSecond()) + " words/s, in this run or before it";
    }

    private static List<String> method(RunRecord record) {
        List<String> method = new ArrayList<>(List.of(
                "Dev was cut from the labelled training reviews by film: no film is in both.",
                "Each model was kept as it stood after the epoch with the best dev accuracy. Nothing was chosen on test,"
                        + " which was scored once a model, after its training.",
                record.embedding().given() == null
                        ? "The word vectors never saw the text of dev or test."
                        : "The word vectors come from a file; whether they saw the text of dev or test is not known"
                                + " here.",
                "Accuracy intervals are Wilson's, 95 %. They speak of other reviews like these, not of other seeds.",
                "Differences of accuracy are in percentage points, on the same test reviews, with Newcombe's paired"
                        + " interval (1998, method 10), 95 %. The test is McNemar's, exact and two-sided; a difference"
                        + " is called significant if p < 0.05.",
                "Log-loss is the mean of the negative natural logarithm of the probability given to the truth. F1,"
                        + " precision and recall are those of the class \"positive\".",
                "Seconds are wall time of training, without scoring dev. Peak memory is the whole process's, up to the"
                        + " end of that model."));
        if (record.comparisons().size() > 1) {
            method.add("The " + Figures.count(record.comparisons().size())
                    + " comparisons are tested one by one; p is not corrected for their number.");
        }
        return List.copyOf(method);
    }

    private static String signature(RunRecord record) {
        String sha256 = Plain.of(record.dataset().sha256());
        String seeds = record.models().stream()
                .map(model -> Long.toString(model.seed()))
                .distinct()
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                "data:" + Plain.of(record.dataset().name()) + "#"
                        + sha256.substring(0, Math.min(SHORT_HASH, sha256.length())),
                "tokenizer:" + Plain.of(record.dataset().tokenizer()),
                "seeds:" + seeds,
                "commit:" + Plain.of(record.commit()));
    }
}
