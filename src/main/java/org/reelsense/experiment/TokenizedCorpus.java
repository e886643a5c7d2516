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
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;

/**
 * A corpus as ids. The vocabulary and its counts come from training and unlabelled reviews; dev and test are only looked
 * up in it. The texts are train, unlabelled, dev and test, one part after another, so that a part is a range.
 *
 * @param counts of {@code texts.types()}, over training and unlabelled reviews
 * @param ids of {@code texts.types()}
 */
record TokenizedCorpus(Corpus corpus, TokenizedTexts texts, int[] counts, Vocabulary vocabulary, int[] ids) {

    /**
     * Tokenizes, or takes the tokens from their cache in {@code dataFolder}.
     *
     * @throws IOException if the cache cannot be written
     * @throws InterruptedException if the calling thread is interrupted
     */
    static TokenizedCorpus of(Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        TokenizedTexts texts = tokenize(corpus, dataFolder, threads, progress);
        int[] counts = texts.countsOver(IntStream.range(0, beginOfDev(corpus)));
        Vocabulary vocabulary = Vocabulary.build(texts.types(), counts, settings.minimumCount(), settings.mostWords());
        return new TokenizedCorpus(corpus, texts, counts, vocabulary, vocabulary.idsOf(texts.types()));
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

    private static TokenizedTexts tokenize(Corpus corpus, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        String key = key(corpus);
        Path file = dataFolder.resolve("tokens-" + Integer.toHexString(key.hashCode()) + ".cache");
        Optional<TokenizedTexts> kept = TokenizedTexts.load(file, key);
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Review> reviews = Stream.of(corpus.train(), corpus.unlabelled(), corpus.dev(), corpus.test())
                .flatMap(List::stream)
                .toList();
        TokenizedTexts texts = TokenizedTexts.build(
                reviews.size(), review -> reviews.get(review).text(), threads, progress);
        texts.save(file, key);
        return texts;
    }

    private static int beginOfDev(Corpus corpus) {
        return corpus.train().size() + corpus.unlabelled().size();
    }

    private static int beginOfTest(Corpus corpus) {
        return beginOfDev(corpus) + corpus.dev().size();
    }

    /** How many reviews the word vectors are trained on: the first so many. */
    int vectorTexts(Settings settings) {
        return settings.vectorsFromUnlabelled()
                ? beginOfDev(corpus)
                : corpus.train().size();
    }

    EncodedReviews train() {
        return labelled(0, corpus.train());
    }

    EncodedReviews dev() {
        return labelled(beginOfDev(corpus), corpus.dev());
    }

    EncodedReviews test() {
        return labelled(beginOfTest(corpus), corpus.test());
    }

    /** Which of {@code texts} the dev reviews are. */
    int[] devDocuments() {
        return IntStream.range(beginOfDev(corpus), beginOfTest(corpus)).toArray();
    }

    /** Which of {@code texts} the test reviews are. */
    int[] testDocuments() {
        return IntStream.range(beginOfTest(corpus), texts.size()).toArray();
    }

    private EncodedReviews labelled(int begin, List<Review> reviews) {
        boolean[] positive = new boolean[reviews.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = reviews.get(i).label() == Label.POSITIVE;
        }
        return new EncodedReviews(encode(begin, begin + positive.length), positive);
    }

    /** The ids of the texts from {@code begin} to before {@code end}. */
    List<int[]> encode(int begin, int end) {
        return IntStream.range(begin, end)
                .mapToObj(document -> oneAtLeast(texts.encode(document, ids)))
                .toList();
    }

    /** A review without a token still has to be scored: as one unknown token. */
    private static int[] oneAtLeast(int[] document) {
        return document.length == 0 ? new int[] {0} : document;
    }

    /** [V], how often each id occurs in training and unlabelled reviews. */
    long[] countsOfIds() {
        long[] countsOfIds = new long[vocabulary.size()];
        for (int type = 0; type < counts.length; type++) {
            countsOfIds[ids[type]] += counts[type];
        }
        return countsOfIds;
    }
}
