package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.evaluation.Evaluation;

/** Trials whose verdicts are made up, and run folders of them, as if something had been trained. */
final class MadeTrials {

    /** Of a verdict that is right. */
    static final float SURE = 0.75f;

    private MadeTrials() {}

    /**
     * A network's.
     *
     * @param right one digit a test review, 1 for a right verdict; the first review is positive, then every other
     */
    static ScoredTrial network(String name, long seed, double seconds, String right) {
        return of(RunRecord.Model.NETWORK, name, seed, seconds, right);
    }

    static ScoredTrial yardstick(String name, long seed, String right) {
        return of(RunRecord.Model.YARDSTICK, name, seed, 1, right);
    }

    private static ScoredTrial of(String kind, String name, long seed, double seconds, String right) {
        boolean[] positive = positive(right.length());
        float[] test = new float[positive.length];
        for (int i = 0; i < test.length; i++) {
            test[i] = positive[i] == (right.charAt(i) == '1') ? SURE : 1 - SURE;
        }
        boolean isNetwork = kind.equals(RunRecord.Model.NETWORK);
        Evaluation scores = Evaluation.of(test, positive);
        ModelParts parts = new ModelParts(
                new ModelParts.Identity(
                        name, seed, kind, isNetwork ? "gru" : null, false, 0, 7, null, isNetwork ? "float" : null),
                new ModelParts.Cost(List.of(), 0, seconds, 1, 1, 0),
                new ModelParts.Worth(scores, scores, null, null));
        return new ScoredTrial(parts.record(), test.clone(), test);
    }

    /** What each test review is. */
    static boolean[] positive(int reviews) {
        boolean[] positive = new boolean[reviews];
        for (int i = 0; i < reviews; i += 2) {
            positive[i] = true;
        }
        return positive;
    }

    /** A finished run of trials and their averages with NB-SVM. */
    static RunFolder folder(Path path, String commit, String command, ScoredTrial... trained) throws IOException {
        boolean[] positive = positive(trained[0].test().length);
        List<ScoredTrial> trials = Stream.concat(
                        Stream.of(trained), new Averages(positive, positive).of(List.of(trained)).stream())
                .toList();
        RunFolder folder = new RunFolder(path);
        for (ScoredTrial trial : trials) {
            predictions(trial.test(), positive).write(folder.predictions(trial.name()));
        }
        folder.write(record(commit, command, trials, null));
        return folder;
    }

    static Predictions predictions(float[] test, boolean[] positive) {
        List<String> reviews =
                IntStream.range(0, test.length).mapToObj(i -> "test/" + i).toList();
        return new Predictions(reviews, positive, test);
    }

    static RunRecord record(String commit, String command, List<ScoredTrial> trials, @Nullable List<SizeRecord> sizes) {
        return new RunRecord(
                RunRecord.SCHEMA,
                new RunRecord.Dataset("made up", "0", 4, 2, trials.get(0).test().length, 0, "t"),
                new RunRecord.Machine("os", "cpu", 2, "jdk", "engine", 1),
                commit,
                "2026-01-01T00:00:00Z",
                command,
                new RunRecord.Embedding(1, 2, 3, 4),
                trials.stream().map(ScoredTrial::model).toList(),
                List.of(),
                null,
                null,
                sizes);
    }
}
