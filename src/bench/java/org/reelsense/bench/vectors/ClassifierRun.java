package org.reelsense.bench.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reelsense.bench.process.ScratchCheckpoint;
import org.reelsense.embedding.CoveredVocabulary;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.embedding.WordVectors;
import org.reelsense.evaluation.Interval;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.Preset;
import org.reelsense.experiment.Settings;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;
import org.reelsense.training.TrainedModel;
import org.reelsense.training.Trainer;

/** Trains the quick preset's BiGRU from given word vectors and prints its dev accuracy. */
final class ClassifierRun {

    private static final double CONFIDENCE = 0.95;

    private ClassifierRun() {}

    /** {@code VECTORS FOLDER SEED THREADS}; the folder is {@link CorpusFiles}'. */
    static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]);
        long seed = Long.parseLong(args[2]);
        TokenFile text = TokenFile.read(folder.resolve("tokens.txt"));
        WordVectors vectors = read(Path.of(args[0]), text.vocabulary()).standardised(text.counts());
        Settings settings = Preset.QUICK.settings();
        NetworkSpec network = new NetworkSpec(
                Cell.GRU,
                true,
                text.vocabulary().size(),
                vectors.dimension(),
                settings.hiddenSize(),
                settings.pieceLength());
        try (ScratchCheckpoint checkpoint = ScratchCheckpoint.make()) {
            TrainedModel trained = new Trainer(
                            settings.training().withSeed(seed), Integer.parseInt(args[3]), Progress.SILENT)
                    .train(
                            "bigru",
                            Weights.initial(network, vectors.values(), seed),
                            labelled(folder.resolve("train.tsv"), text.vocabulary()),
                            labelled(folder.resolve("dev.tsv"), text.vocabulary()),
                            checkpoint.path(),
                            args[0]);
            print(trained, dev(folder));
        }
    }

    private static void print(TrainedModel trained, int reviews) {
        double accuracy = trained.best().devAccuracy();
        Interval interval = new Proportion(Math.round(accuracy * reviews), reviews).wilson(CONFIDENCE);
        System.out.printf(
                Locale.ROOT,
                "{\"devAccuracy\": %.4f, \"low\": %.4f, \"high\": %.4f, \"reviews\": %d, \"seconds\": %.1f}%n",
                accuracy,
                interval.low(),
                interval.high(),
                reviews,
                trained.seconds());
    }

    private static int dev(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("dev.tsv")).size();
    }

    /** Words without a vector have a row of zeros. */
    private static WordVectors read(Path file, Vocabulary vocabulary) throws IOException {
        VectorFile content = VectorFile.read(file, VectorFormat.TEXT, word -> vocabulary.id(word) > 0);
        return CoveredVocabulary.of(vocabulary, content.vectors()).vectors();
    }

    private static EncodedReviews labelled(Path file, Vocabulary vocabulary) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<int[]> documents = new ArrayList<>();
        boolean[] positive = new boolean[lines.size()];
        for (int i = 0; i < positive.length; i++) {
            String[] parts = lines.get(i).split("\t", 2);
            positive[i] = parts[0].equals("1");
            documents.add(vocabulary.encode(List.of(parts[1].split(" "))));
        }
        return new EncodedReviews(documents, positive);
    }
}
