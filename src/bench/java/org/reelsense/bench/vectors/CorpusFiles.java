package org.reelsense.bench.vectors;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;
import org.reelsense.text.Vocabulary;

/**
 * Writes a corpus so that every engine reads the same words: {@code tokens.txt} has a review of train or unlabelled a
 * line, {@code train.tsv} and {@code dev.tsv} have label, tab and tokens. Words under the minimum count are left out.
 */
final class CorpusFiles {

    private static final int MINIMUM_COUNT = 5;
    private static final int MOST_WORDS = 39_000;
    private static final int THREADS = 2;

    private CorpusFiles() {}

    static void write(Path data, String limit, Path folder) throws IOException, InterruptedException {
        Corpus whole = Datasets.open(DatasetSource.imdb(), data, Progress.SILENT);
        Corpus corpus = limit.equals("all") ? whole : whole.limitedTo(Integer.parseInt(limit));
        List<Review> reviews = Stream.of(corpus.train(), corpus.unlabelled(), corpus.dev())
                .flatMap(List::stream)
                .toList();
        int train = corpus.train().size();
        int dev = train + corpus.unlabelled().size();
        TokenizedTexts texts =
                TokenizedTexts.build(reviews.size(), i -> reviews.get(i).text(), THREADS, Progress.SILENT);
        int[] counts = texts.countsOver(IntStream.range(0, dev));
        Vocabulary vocabulary = Vocabulary.build(texts.types(), counts, MINIMUM_COUNT, MOST_WORDS);
        int[] ids = vocabulary.idsOf(texts.types());
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("tokens.txt"))) {
            for (int i = 0; i < dev; i++) {
                out.write(line(texts.encode(i, ids), vocabulary) + "\n");
            }
        }
        writeLabelled(folder.resolve("train.tsv"), reviews, texts, ids, vocabulary, 0, train);
        writeLabelled(folder.resolve("dev.tsv"), reviews, texts, ids, vocabulary, dev, reviews.size());
    }

    private static void writeLabelled(
            Path file, List<Review> reviews, TokenizedTexts texts, int[] ids, Vocabulary vocabulary, int from, int to)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = from; i < to; i++) {
                int label = reviews.get(i).label() == Label.POSITIVE ? 1 : 0;
                out.write(label + "\t" + line(texts.encode(i, ids), vocabulary) + "\n");
            }
        }
    }

    private static String line(int[] document, Vocabulary vocabulary) {
        StringJoiner line = new StringJoiner(" ");
        for (int id : document) {
            if (id > 0) {
                line.add(vocabulary.token(id));
            }
        }
        return line.toString();
    }
}
