package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.embedding.VectorCache;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;

/**
 * A corpus made ready for networks: tokenized, counted, encoded, with word vectors. Vocabulary and vectors come from
 * training and unlabelled reviews; dev and test are only looked up in them.
 *
 * @param vectors as trained, with what it took
 * @param embedding [V, E], the same standardised over the running text, where every network starts
 */
record Preparation(
        Vocabulary vocabulary,
        EncodedReviews train,
        EncodedReviews dev,
        EncodedReviews test,
        TrainedVectors vectors,
        float[] embedding) {

    /** One review after another, part after part, so that a part is a range. */
    private record Parts(Corpus corpus) {

        List<Review> all() {
            return Stream.of(corpus.train(), corpus.unlabelled(), corpus.dev(), corpus.test())
                    .flatMap(List::stream)
                    .toList();
        }

        int beginOfDev() {
            return corpus.train().size() + corpus.unlabelled().size();
        }

        int beginOfTest() {
            return beginOfDev() + corpus.dev().size();
        }
    }

    /**
     * Prepares a corpus; what was prepared before comes from caches in {@code dataFolder}.
     *
     * @throws IOException if a cache cannot be written
     * @throws InterruptedException if the calling thread is interrupted
     */
    static Preparation of(Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        Parts parts = new Parts(corpus);
        String key = key(corpus);
        TokenizedTexts texts = tokenize(parts, key, dataFolder, threads, progress);
        int[] counts = texts.countsOver(IntStream.range(0, parts.beginOfDev()));
        Vocabulary vocabulary = Vocabulary.build(texts.types(), counts, settings.minimumCount(), settings.mostWords());
        int[] ids = vocabulary.idsOf(texts.types());
        int vectorTexts = settings.vectorsFromUnlabelled()
                ? parts.beginOfDev()
                : corpus.train().size();
        TrainedVectors vectors = new VectorCache(dataFolder)
                .get(
                        settings.embedding(),
                        key + " first " + vectorTexts,
                        vocabulary,
                        () -> encode(texts, ids, 0, vectorTexts),
                        threads,
                        progress);
        return new Preparation(
                vocabulary,
                labelled(texts, ids, 0, corpus.train()),
                labelled(texts, ids, parts.beginOfDev(), corpus.dev()),
                labelled(texts, ids, parts.beginOfTest(), corpus.test()),
                vectors,
                vectors.vectors()
                        .standardised(countsOfIds(counts, ids, vocabulary.size()))
                        .values());
    }

    /** Names the reviews and how they were tokenized. */
    static String key(Corpus corpus) {
        return String.join(
                " ",
                corpus.sha256(),
                Integer.toString(corpus.train().size()),
                Integer.toString(corpus.unlabelled().size()),
                Integer.toString(corpus.dev().size()),
                Integer.toString(corpus.test().size()),
                Tokenizer.ID);
    }

    private static TokenizedTexts tokenize(Parts parts, String key, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        Path file = dataFolder.resolve("tokens-" + Integer.toHexString(key.hashCode()) + ".cache");
        Optional<TokenizedTexts> kept = TokenizedTexts.load(file, key);
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Review> reviews = parts.all();
        TokenizedTexts texts = TokenizedTexts.build(
                reviews.size(), review -> reviews.get(review).text(), threads, progress);
        texts.save(file, key);
        return texts;
    }

    private static List<int[]> encode(TokenizedTexts texts, int[] ids, int begin, int end) {
        return IntStream.range(begin, end)
                .mapToObj(document -> oneAtLeast(texts.encode(document, ids)))
                .toList();
    }

    /** A review without a token still has to be scored: as one unknown token. */
    private static int[] oneAtLeast(int[] document) {
        return document.length == 0 ? new int[] {0} : document;
    }

    private static EncodedReviews labelled(TokenizedTexts texts, int[] ids, int begin, List<Review> reviews) {
        boolean[] positive = new boolean[reviews.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = reviews.get(i).label() == Label.POSITIVE;
        }
        return new EncodedReviews(encode(texts, ids, begin, begin + positive.length), positive);
    }

    private static long[] countsOfIds(int[] counts, int[] ids, int size) {
        long[] countsOfIds = new long[size];
        for (int type = 0; type < counts.length; type++) {
            countsOfIds[ids[type]] += counts[type];
        }
        return countsOfIds;
    }
}
