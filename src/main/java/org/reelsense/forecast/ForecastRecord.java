package org.reelsense.forecast;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.RunRecord.Machine;
import org.reelsense.network.Normalisation;

/**
 * What a forecasting run was and what came of it: its {@code results.json}, field by field. RMSE is on the axis where
 * the least and the largest of the values that {@code scaling} names are 0 and 1; directional accuracy is a share, 0 to 1;
 * seconds are wall time. All figures are finite and all lists complete, or the record cannot be made.
 *
 * @param schema version of this format
 * @param kind {@value #KIND}, which tells it from the record of an experiment
 * @param scaling {@code all} if series are scaled by all of their values, {@code train} if by those before the test part
 * @param window values that a forecast is made from
 * @param testLength values at the end of each series that are forecast
 * @param season values of a season, which the seasonal baseline repeats
 * @param started time, ISO 8601
 * @param command the command line that made the run
 * @param horizons how many steps are forecast at a time; ascending, none twice
 * @param models one for each name, horizon and seed
 * @param summaries one for each name and horizon
 * @param comparisons of each network with each baseline and with each other network, at each horizon
 */
public record ForecastRecord(
        int schema,
        String kind,
        Series series,
        String scaling,
        int window,
        int testLength,
        int season,
        Machine machine,
        String commit,
        String started,
        String command,
        Settings settings,
        List<Integer> horizons,
        List<Model> models,
        List<Summary> summaries,
        List<Comparison> comparisons) {

    /** The version this program writes. */
    public static final int SCHEMA = 1;

    /** What {@code kind} says. */
    public static final String KIND = "forecast";

    public ForecastRecord {
        require(KIND.equals(kind), "kind is " + kind + "; it must be " + KIND);
        Objects.requireNonNull(series, "series is missing");
        Objects.requireNonNull(scaling, "scaling is missing");
        Objects.requireNonNull(machine, "machine is missing");
        Objects.requireNonNull(commit, "commit is missing");
        Objects.requireNonNull(started, "started is missing");
        Objects.requireNonNull(command, "command is missing");
        Objects.requireNonNull(settings, "settings are missing");
        require(window > 0 && testLength > 0 && season > 0, "window, testLength and season must be more than 0");
        horizons = List.copyOf(Objects.requireNonNull(horizons, "horizons are missing"));
        models = List.copyOf(Objects.requireNonNull(models, "models are missing"));
        summaries = List.copyOf(Objects.requireNonNull(summaries, "summaries are missing"));
        comparisons = List.copyOf(Objects.requireNonNull(comparisons, "comparisons are missing"));
        require(!models.isEmpty(), "there are no models");
        Set<List<Object>> seen = new HashSet<>();
        for (Model model : models) {
            requireSeries(
                    model.name(),
                    series.count(),
                    model.rmse().series(),
                    model.directionalAccuracy().series());
            require(horizons.contains(model.horizon()), model.name() + " has a horizon that is none of the run's");
            require(seen.add(model.identity()), "the model " + model.identity() + " is there twice");
        }
        require(
                horizons.equals(horizons.stream().distinct().sorted().toList()),
                "horizons are " + horizons + "; they must ascend, none twice");
        Set<List<Object>> summed = new HashSet<>();
        for (Summary summary : summaries) {
            require(
                    summed.add(List.of(summary.name(), summary.horizon())),
                    "the summary of " + summary.name() + " at horizon " + summary.horizon() + " is there twice");
            requireSeries(
                    summary.name(),
                    series.count(),
                    summary.rmse().series(),
                    summary.directionalAccuracy().series());
        }
        for (Model model : models) {
            require(
                    summed.contains(List.of(model.name(), model.horizon())),
                    "there is no summary of " + model.name() + " at horizon " + model.horizon());
        }
    }

    /**
     * With the horizons, summaries and comparisons that follow from the models.
     *
     * @throws IllegalArgumentException if the models do not fit the series, or one is there twice
     */
    public static ForecastRecord of(
            Series series,
            String scaling,
            int window,
            int testLength,
            int season,
            Machine machine,
            String commit,
            String started,
            String command,
            Settings settings,
            List<Model> models) {
        List<Summary> summaries = ForecastSummaries.of(models);
        return new ForecastRecord(
                SCHEMA,
                KIND,
                series,
                scaling,
                window,
                testLength,
                season,
                machine,
                commit,
                started,
                command,
                settings,
                models.stream().map(Model::horizon).distinct().sorted().toList(),
                models,
                summaries,
                ForecastComparisons.of(summaries));
    }

    private static void requireSeries(String name, int count, List<Double> rmse, List<Double> direction) {
        require(
                rmse.size() == count && direction.size() == count,
                name + " has figures of " + rmse.size() + " and " + direction.size() + " series, the run has " + count);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static double finite(String field, double value) {
        require(Double.isFinite(value), field + " is " + value + "; it must be finite");
        return value;
    }

    private static List<Double> finite(String field, List<Double> values) {
        List<Double> copy = List.copyOf(Objects.requireNonNull(values, field + " is missing"));
        copy.forEach(value -> finite(field, value));
        return copy;
    }

    /**
     * The data.
     *
     * @param sha256 of the file, or of the values that were generated
     * @param count of series
     * @param length values in each of them
     */
    public record Series(String name, String sha256, int count, int length) {

        public Series {
            Objects.requireNonNull(name, "name of the series is missing");
            Objects.requireNonNull(sha256, "sha256 of the series is missing");
            require(count > 0 && length > 0, "count and length of the series must be more than 0");
        }
    }

    /**
     * What the networks were trained with.
     *
     * @param hidden H, units of the one layer
     * @param batch windows in a training step
     * @param normalisation id of a {@link org.reelsense.network.Normalisation}; a record without one has {@code none}
     */
    public record Settings(int hidden, int epochs, int batch, double learningRate, String normalisation) {

        public Settings {
            finite("learningRate", learningRate);
            normalisation = Objects.requireNonNullElse(normalisation, Normalisation.NONE.id());
        }

        /** With windows as they come. */
        public Settings(int hidden, int epochs, int batch, double learningRate) {
            this(hidden, epochs, batch, learningRate, Normalisation.NONE.id());
        }

        /** Whether networks see each window on an axis of its own. */
        public boolean normalises() {
            return !normalisation.equals(Normalisation.NONE.id());
        }
    }

    /**
     * One network at one horizon and seed, or one baseline at one horizon.
     *
     * @param name {@code lstm}, {@code gru}, {@code rnn}, {@code persistence}, {@code seasonal}, {@code ridge} or
     *     {@code linear}
     * @param kind {@link #NETWORK} or {@link #BASELINE}
     * @param cell absent for a baseline
     * @param seed absent for a baseline, which has no chance in it
     * @param parameters 0 if nothing is fitted
     * @param trainSeconds of all epochs or of the fit; 0 if nothing is fitted
     * @param training absent for a baseline
     * @param file of the model, from the run folder; absent if there is none
     * @param forecasts their file, from the run folder; see {@link ForecastFile}
     */
    public record Model(
            String name,
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cell,

            int horizon,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long seed,

            long parameters,
            double trainSeconds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Training training,

            Scores rmse,
            Scores directionalAccuracy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file,

            String forecasts) {

        /** What {@code kind} says. */
        public static final String NETWORK = "network";

        public static final String BASELINE = "baseline";

        public Model {
            Objects.requireNonNull(name, "name of a model is missing");
            require(NETWORK.equals(kind) || BASELINE.equals(kind), "kind of " + name + " is " + kind);
            require(kind.equals(BASELINE) || seed != null && training != null, name + " lacks its seed or training");
            require(horizon > 0, "horizon of " + name + " is " + horizon + "; it must be more than 0");
            finite("trainSeconds of " + name, trainSeconds);
            Objects.requireNonNull(rmse, "rmse of " + name + " is missing");
            Objects.requireNonNull(directionalAccuracy, "directionalAccuracy of " + name + " is missing");
            Objects.requireNonNull(forecasts, "forecasts of " + name + " are missing");
        }

        private List<Object> identity() {
            return List.of(name, horizon, seed == null ? "no seed" : seed);
        }
    }

    /**
     * How a network was trained.
     *
     * @param epochs made
     * @param windowsPerSecond while training
     * @param peakMemoryBytes of the process up to this model's end, 0 if the system does not say
     * @param losses mean squared error on the training windows, epoch by epoch
     */
    public record Training(
            int epochs, double secondsPerEpoch, double windowsPerSecond, long peakMemoryBytes, List<Double> losses) {

        public Training {
            finite("secondsPerEpoch", secondsPerEpoch);
            finite("windowsPerSecond", windowsPerSecond);
            losses = finite("losses", losses);
        }
    }

    /**
     * A figure of one model on each series.
     *
     * @param series in the order of the data
     * @param sd standard deviation over the series, with the divisor n, as in the paper
     */
    public record Scores(List<Double> series, double mean, double sd) {

        public Scores {
            series = finite("a figure of a series", series);
            finite("mean", mean);
            finite("sd", sd);
        }

        /**
         * With mean and deviation.
         *
         * @throws IllegalArgumentException if there is no series, or a figure is not finite
         */
        public static Scores of(double... series) {
            OverSeries over = OverSeries.of(series);
            return new Scores(DoubleStream.of(series).boxed().toList(), over.mean(), over.deviation());
        }
    }

    /**
     * A network over its seeds at one horizon, or a baseline.
     *
     * @param seeds ascending; none for a baseline
     * @param trainSeconds mean over the seeds
     * @param secondsPerEpoch mean over the seeds; absent for a baseline
     */
    public record Summary(
            String name,
            String kind,
            int horizon,
            List<Long> seeds,
            long parameters,
            SeedScores rmse,
            SeedScores directionalAccuracy,
            double trainSeconds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double secondsPerEpoch) {

        public Summary {
            Objects.requireNonNull(name, "name of a summary is missing");
            Objects.requireNonNull(kind, "kind of the summary of " + name + " is missing");
            seeds = List.copyOf(Objects.requireNonNull(seeds, "seeds of " + name + " are missing"));
            Objects.requireNonNull(rmse, "rmse of the summary of " + name + " is missing");
            Objects.requireNonNull(
                    directionalAccuracy, "directionalAccuracy of the summary of " + name + " is missing");
            finite("trainSeconds of " + name, trainSeconds);
            finite("secondsPerEpoch of " + name, secondsPerEpoch == null ? 0 : secondsPerEpoch);
        }

        /** Or else a baseline. */
        @JsonIgnore
        public boolean isNetwork() {
            return kind.equals(Model.NETWORK);
        }
    }

    /**
     * A figure of a model over its seeds.
     *
     * @param series the mean over the seeds on each series
     * @param mean of all
     * @param sd standard deviation of {@code series}, with the divisor n
     * @param seedSd standard deviation between the seeds' means, with the divisor n - 1; absent for fewer than two seeds
     * @param least mean of any seed
     * @param most mean of any seed
     */
    public record SeedScores(
            List<Double> series,
            double mean,
            double sd,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double seedSd,

            double least,
            double most) {

        public SeedScores {
            series = finite("a figure of a series", series);
            finite("mean", mean);
            finite("sd", sd);
            finite("seedSd", seedSd == null ? 0 : seedSd);
            finite("least", least);
            finite("most", most);
        }
    }

    /**
     * Two models at one horizon, by their figures on each series, of a network the mean over its seeds.
     *
     * @param a a network
     * @param b a baseline, or another network
     * @param rmseDifference mean of a minus mean of b: negative if a is better
     */
    public record Comparison(
            String a, String b, int horizon, double rmseDifference, Tests rmse, Tests directionalAccuracy) {

        public Comparison {
            Objects.requireNonNull(a, "a of a comparison is missing");
            Objects.requireNonNull(b, "b of a comparison is missing");
            finite("rmseDifference of " + a + " and " + b, rmseDifference);
            Objects.requireNonNull(rmse, "rmse of a comparison is missing");
            Objects.requireNonNull(directionalAccuracy, "directionalAccuracy of a comparison is missing");
        }
    }

    /**
     * Whether the figures of two models differ; p-values are two-sided.
     *
     * @param mannWhitneyU of a, 0 to n squared: 0 if each of its figures is below each of b's. The paper's test, which takes
     *     the series for two unrelated samples; see {@link org.reelsense.evaluation.MannWhitney}
     * @param wilcoxonW the smaller sum of signed ranks, of the same series in pairs; see {@link
     *     org.reelsense.evaluation.WilcoxonSignedRank}
     */
    public record Tests(double mannWhitneyU, double mannWhitneyP, double wilcoxonW, double wilcoxonP) {

        public Tests {
            finite("mannWhitneyU", mannWhitneyU);
            finite("mannWhitneyP", mannWhitneyP);
            finite("wilcoxonW", wilcoxonW);
            finite("wilcoxonP", wilcoxonP);
        }
    }
}
