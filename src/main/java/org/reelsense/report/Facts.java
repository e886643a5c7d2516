package org.reelsense.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reelsense.experiment.RunRecord;

/** What ran, where and on what. */
final class Facts {

    private Facts() {}

    /** By name, in order. */
    static Map<String, String> of(RunRecord record) {
        RunRecord.Dataset data = record.dataset();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Dataset", Plain.of(data.name()));
        facts.put("Reviews", reviews(data));
        facts.put("SHA-256 of the data", Plain.of(data.sha256()));
        facts.put("Tokenizer", Plain.of(data.tokenizer()));
        facts.put("Word vectors", vectors(record.embedding()));
        facts.putAll(run(record.machine(), record.commit(), record.started(), record.command()));
        return Collections.unmodifiableMap(facts);
    }

    /** What is said of every kind of run. */
    static Map<String, String> run(RunRecord.Machine machine, String commit, String started, String command) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Machine", Plain.of(machine.cpu()) + ", " + Figures.count(machine.cores(), "core"));
        facts.put("Threads", Figures.count(machine.threads()));
        facts.put("Operating system", Plain.of(machine.os()));
        facts.put("JDK", Plain.of(machine.jdk()));
        facts.put("Engine", Plain.of(machine.engine()));
        facts.put("Commit", Plain.of(commit));
        facts.put("Started", Plain.of(started));
        facts.put("Command", Plain.of(command));
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
}
