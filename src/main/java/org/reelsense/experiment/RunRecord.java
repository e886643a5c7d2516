package org.reelsense.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.WordMap;

/**
 * What a run was and what came of it: {@code results.json}, field by field. Accuracies are shares, 0 to 1; seconds are
 * wall time.
 *
 * @param schema version of this format
 * @param started time, ISO 8601
 * @param command the command line that made the run, as far as it changes results
 * @param summaries of each model over its seeds; absent in records of the first release
 * @param pairs of models over their seeds; absent in records of the first release
 * @param sizes accuracy against the number of training reviews; absent if that was not asked for
 */
public record RunRecord(
        int schema,
        Dataset dataset,
        Machine machine,
        String commit,
        String started,
        String command,
        Embedding embedding,
        List<Model> models,
        List<Comparison> comparisons,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ModelSummary> summaries,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PairSummary> pairs,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SizeRecord> sizes) {

    /** The version this program writes. */
    public static final int SCHEMA = 1;

    public RunRecord {
        Objects.requireNonNull(dataset, "dataset is missing");
        Objects.requireNonNull(machine, "machine is missing");
        Objects.requireNonNull(embedding, "embedding is missing");
        Objects.requireNonNull(models, "models are missing");
        Objects.requireNonNull(comparisons, "comparisons are missing");
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
        summaries = summaries == null ? null : List.copyOf(summaries);
        pairs = pairs == null ? null : List.copyOf(pairs);
        sizes = sizes == null ? null : List.copyOf(sizes);
    }

    /** As the first release wrote it. */
    public RunRecord(
            int schema,
            Dataset dataset,
            Machine machine,
            String commit,
            String started,
            String command,
            Embedding embedding,
            List<Model> models,
            List<Comparison> comparisons) {
        this(schema, dataset, machine, commit, started, command, embedding, models, comparisons, null, null, null);
    }

    /**
     * The data.
     *
     * @param sha256 of the archive, or of the reviews of a folder
     * @param tokenizer its versioned id
     */
    public record Dataset(String name, String sha256, int train, int dev, int test, int unlabelled, String tokenizer) {}

    /** Where it ran. */
    public record Machine(String os, String cpu, int cores, String jdk, String engine, int threads) {}

    /**
     * The word vectors.
     *
     * @param seconds of training, when they were trained; they may have come from the cache
     * @param wordsPerSecond of training; 0 if they were given
     * @param vocabulary V, the unknown token included
     * @param given where they come from; absent if they were trained
     * @param quality how well neighbours keep to their sentiment; absent in records of the first release
     * @param map of the most polar words; absent if there are too few
     */
    public record Embedding(
            double seconds,
            long wordsPerSecond,
            int dimension,
            int vocabulary,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            GivenVectors given,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            NeighbourQuality quality,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            WordMap map) {

        /** Of trained vectors, of which nothing else is known. */
        public Embedding(double seconds, long wordsPerSecond, int dimension, int vocabulary) {
            this(seconds, wordsPerSecond, dimension, vocabulary, null, null, null);
        }
    }

    /**
     * Word vectors of a file that networks started from.
     *
     * @param words of the vocabulary that have a vector there
     * @param missing the others, which were initialised at random
     */
    public record GivenVectors(String file, String sha256, int words, int missing) {}

    /**
     * One trained model, or a yardstick or average beside it. What these have none of is 0, absent or empty.
     *
     * @param cell absent for a yardstick
     * @param hidden H of one direction
     * @param parameters all weights, the embedding's included; of an average those of both its models
     * @param epochs made; the best on dev was kept
     * @param bestEpoch the one kept, counted from 1
     * @param trainSeconds of all epochs, scoring dev not counted
     * @param peakMemoryBytes of the process up to this model's end, 0 if the system does not say
     * @param testAccuracyLow 95 % Wilson interval
     * @param testAuc area under the ROC curve; absent if test holds one class only
     * @param file of the model, from the run folder; absent but for networks
     * @param history epoch by epoch, before rounding and calibration
     * @param embeddings their precision in the file, {@code float} or {@code 8bit}; absent in records of the first release
     * @param calibration absent for an average, and in records of the first release, whose models were not calibrated
     * @param kind {@code network}, {@code yardstick} or {@code average} (of a network and NB-SVM, which is not trained);
     *     absent in records of the first release, which has networks only
     * @param diagnostics absent for an average, and in records of the first release
     */
    public record Model(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cell,

            boolean bidirectional,
            int hidden,
            long parameters,
            long seed,
            int epochs,
            int bestEpoch,
            double trainSeconds,
            double secondsPerEpoch,
            double trainReviewsPerSecond,
            double scoreReviewsPerSecond,
            long peakMemoryBytes,
            double devAccuracy,
            double testAccuracy,
            double testAccuracyLow,
            double testAccuracyHigh,
            double testPrecision,
            double testRecall,
            double testF1,
            double testLogLoss,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double testAuc,

            Confusion testConfusion,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file,

            List<Epoch> history,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String embeddings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Calibration calibration,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Diagnostics diagnostics) {

        /** What {@code kind} says. */
        public static final String NETWORK = "network";

        public static final String YARDSTICK = "yardstick";
        public static final String AVERAGE = "average";

        /** The same under another name. */
        Model named(String other) {
            return new Model(
                    other,
                    cell,
                    bidirectional,
                    hidden,
                    parameters,
                    seed,
                    epochs,
                    bestEpoch,
                    trainSeconds,
                    secondsPerEpoch,
                    trainReviewsPerSecond,
                    scoreReviewsPerSecond,
                    peakMemoryBytes,
                    devAccuracy,
                    testAccuracy,
                    testAccuracyLow,
                    testAccuracyHigh,
                    testPrecision,
                    testRecall,
                    testF1,
                    testLogLoss,
                    testAuc,
                    testConfusion,
                    file,
                    history,
                    embeddings,
                    calibration,
                    kind,
                    diagnostics);
        }

        public Model {
            history = List.copyOf(history);
        }
    }

    /**
     * What the temperature did, which was fitted on dev.
     *
     * @param temperature the logits were divided by
     * @param devCalibrationError expected calibration error, 15 bins
     */
    public record Calibration(
            double temperature,
            double devLogLossBefore,
            double devLogLoss,
            double devCalibrationErrorBefore,
            double devCalibrationError,
            double testCalibrationError) {}

    /** Reviews by truth and verdict; "positive" is the class looked for. */
    public record Confusion(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {}

    /** One epoch: mean training loss with dropout on, then dev with the averaged weights. */
    public record Epoch(int epoch, double seconds, double trainLoss, double devAccuracy, double devLoss) {}

    /**
     * Two models on the same test reviews.
     *
     * @param mcnemarP exact two-sided p-value
     * @param accuracyDifference a minus b
     * @param accuracyDifferenceLow 95 % interval (Newcombe 1998, method 10)
     * @param trainTimeRatio seconds of a over seconds of b; absent if one is no network, or they were not trained on one
     *     machine
     */
    public record Comparison(
            String a,
            String b,
            long seed,
            double mcnemarP,
            double accuracyDifference,
            double accuracyDifferenceLow,
            double accuracyDifferenceHigh,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double trainTimeRatio) {}
}
