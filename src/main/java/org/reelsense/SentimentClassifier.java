package org.reelsense;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Attribution;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.ScoringWeights;
import org.reelsense.parallel.StatefulThreads;
import org.reelsense.storage.DataException;
import org.reelsense.text.Token;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * A trained model that says whether a text is positive. Load it once, share it between any number of threads, close it at
 * the end: its weights are in memory once, and its own worker threads, one a core, do the work in the order it comes.
 *
 * <p>A text gets the same bits whichever thread asks and whatever was asked before. In a list, texts of like length are
 * computed together, which is faster and may change the last digits of a probability (by less than 1e-6).
 *
 * <p>Time is linear in the text. Memory to score it does not grow with it but for the text itself, cleaned, and four bytes
 * a token: a review of 50 MB is scored in a heap of 768 MB.
 *
 * <p>Besides what is said below, each {@code classify} and {@code explain} throws {@link IllegalStateException} after
 * {@link #close}, {@link ScoringInterruptedException} if the calling thread is interrupted, {@link CompletionException}
 * with the cause if the engine fails, as when no memory is left, and {@link UncheckedIOException} of a
 * {@link DataException} if the model gives no number.
 */
public final class SentimentClassifier implements AutoCloseable {

    /** Enough to be worth a task, few enough for all workers to end together. */
    private static final int TEXTS_A_TASK = 32;

    private static final int MOST_TOKENS_EXPLAINED = 20_000;

    private final String name;
    private final Vocabulary vocabulary;
    private final int pieceLength;
    private final Tokenizer tokenizer = new Tokenizer();
    private final ScoringThreads threads;

    private SentimentClassifier(String name, SentimentModel model, int threads, Precision precision)
            throws DataException {
        model.requireTokenizer(name);
        this.name = name;
        vocabulary = model.vocabulary();
        pieceLength = model.weights().spec().pieceLength();
        this.threads = new ScoringThreads(ScoringWeights.of(model.weights(), precision.arithmetic()), threads);
    }

    /**
     * Loads the model in the box, trained on the IMDB reviews, with a worker thread a core.
     *
     * @throws DataException if this build holds no model
     */
    public static SentimentClassifier load() throws IOException {
        return load(cores());
    }

    /**
     * As {@link #load()}, with fewer or more workers.
     *
     * @param threads 1 or more
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static SentimentClassifier load(int threads) throws IOException {
        return load(threads, Precision.FLOAT);
    }

    /**
     * As {@link #load(int)}, in the given precision.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1, or the processor cannot compute in that precision
     */
    public static SentimentClassifier load(int threads, Precision precision) throws IOException {
        return new SentimentClassifier(SentimentModel.BUILT_IN, SentimentModel.builtIn(), threads, precision);
    }

    /**
     * Loads a model with a worker thread a core.
     *
     * @param model a {@code .safetensors} file written by {@code reelsense train}
     * @throws DataException if the file is missing, damaged, no model of ours or one for another tokenizer
     */
    public static SentimentClassifier load(Path model) throws IOException {
        return load(model, cores());
    }

    /**
     * As {@link #load(Path)}, with fewer or more workers.
     *
     * @param threads 1 or more
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static SentimentClassifier load(Path model, int threads) throws IOException {
        return load(model, threads, Precision.FLOAT);
    }

    /**
     * As {@link #load(Path, int)}, in the given precision.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1, or the precision is not for the model's cells or not
     *     for the processor
     */
    public static SentimentClassifier load(Path model, int threads, Precision precision) throws IOException {
        return new SentimentClassifier(model.toString(), SentimentModel.read(model), threads, precision);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Classifies a text of any length. A text without a word is one unknown word. */
    public Prediction classify(String text) {
        return classify(List.of(text)).get(0);
    }

    /** Classifies texts; the predictions come in their order. */
    public List<Prediction> classify(List<String> texts) {
        threads.requireOpen();
        return predictions(logits(List.copyOf(texts)));
    }

    private void run(int tasks, StatefulThreads.Task<ScoringThreads.Worker> task) {
        try {
            threads.forEach(tasks, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringInterruptedException(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException noNumber ? noNumber : e;
        }
    }

    /**
     * Classifies a text and says which of its words made it so, at the cost of a hundred texts of its length. All its
     * tokens are in memory at once, at some 8 kB each; a text of more than {@value #MOST_TOKENS_EXPLAINED} gets its
     * prediction without an explanation.
     */
    public Prediction explain(String text) {
        return explain(List.of(text)).get(0);
    }

    /** As {@link #explain(String)}, for each text; the predictions come in the order of the texts. */
    public List<Prediction> explain(List<String> texts) {
        threads.requireOpen();
        List<String> all = List.copyOf(texts);
        Prediction[] predictions = new Prediction[all.size()];
        run(all.size(), (worker, index) -> predictions[index] = explained(worker, all.get(index)));
        return List.of(predictions);
    }

    private Prediction explained(ScoringThreads.Worker worker, String text) {
        int[] ids = encode(text);
        float logit = worker.logits(List.of(ids))[0];
        Prediction prediction = prediction(logit);
        if (ids.length > MOST_TOKENS_EXPLAINED) {
            return prediction;
        }
        Attribution attribution = worker.attribution(ids);
        double rest = attribution.rest(logit);
        if (!Double.isFinite(rest)) { // neither is what it is made of
            throw noNumber();
        }
        return prediction.explainedBy(
                new Explanation(contributions(text, attribution.shares()), attribution.baseline(), rest));
    }

    private List<Contribution> contributions(String text, double[] shares) {
        List<Token> tokens = tokenizer.locate(text);
        if (tokens.isEmpty()) {
            tokens = List.of(new Token(Vocabulary.UNKNOWN, 0, text.length()));
        }
        List<Contribution> contributions = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            Token token = tokens.get(i);
            contributions.add(new Contribution(token.text(), token.begin(), token.end(), shares[i]));
        }
        return contributions;
    }

    private float[] logits(List<String> texts) {
        List<int[]> documents = encode(texts);
        List<int[]> batches = BatchScorer.batches(documents, pieceLength);
        float[] logits = new float[texts.size()];
        run(batches.size(), (worker, index) -> {
            int[] members = batches.get(index);
            float[] scored =
                    worker.logits(IntStream.of(members).mapToObj(documents::get).toList());
            for (int i = 0; i < members.length; i++) {
                logits[members[i]] = scored[i];
            }
        });
        return logits;
    }

    /** One text is not worth a trip to a worker and back. */
    private List<int[]> encode(List<String> texts) {
        if (texts.size() == 1) {
            return List.of(encode(texts.get(0)));
        }
        int[][] documents = new int[texts.size()][];
        run((texts.size() - 1) / TEXTS_A_TASK + 1, (worker, index) -> {
            int end = Math.min((index + 1) * TEXTS_A_TASK, documents.length);
            for (int i = index * TEXTS_A_TASK; i < end; i++) {
                documents[i] = encode(texts.get(i));
            }
        });
        return List.of(documents);
    }

    private int[] encode(String text) {
        int[] ids = tokenizer.encode(text, vocabulary);
        return ids.length == 0 ? new int[] {0} : ids;
    }

    private List<Prediction> predictions(float[] logits) {
        return IntStream.range(0, logits.length)
                .mapToObj(i -> prediction(logits[i]))
                .toList();
    }

    private Prediction prediction(float logit) {
        if (Float.isNaN(logit)) {
            throw noNumber();
        }
        return Prediction.ofProbability(1 / (1 + Math.exp(-logit)));
    }

    private UncheckedIOException noNumber() {
        return new UncheckedIOException(
                new DataException(name + ": gives no number for a text, for its weights are too large; train it anew"));
    }

    /** How many of the worker threads are alive. */
    int threadsAlive() {
        return threads.alive();
    }

    /**
     * Ends the worker threads and frees their memory. What has begun is finished; a list under way on another thread ends
     * with {@link IllegalStateException}. Closing twice does nothing.
     */
    @Override
    public void close() {
        threads.close();
    }
}
