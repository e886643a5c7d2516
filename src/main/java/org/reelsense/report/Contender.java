package org.reelsense.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Model;

/**
 * A model over all its seeds.
 *
 * @param models one for each seed, at least one
 * @param figures from the record, or made from {@code models} if it has none
 */
record Contender(String name, List<Model> models, ModelSummary figures) {

    /** Best first on test; who has no figure comes last. */
    static List<Contender> ranked(RunRecord record) {
        return all(record).stream()
                .sorted(Comparator.comparingDouble(
                        contender -> -contender.figures().testAccuracy()))
                .toList();
    }

    /** In the record's order. */
    static List<Contender> all(RunRecord record) {
        Map<String, List<Model>> byName = new LinkedHashMap<>();
        for (Model model : record.models()) {
            byName.computeIfAbsent(Objects.requireNonNullElse(model.name(), ""), name -> new ArrayList<>())
                    .add(model);
        }
        Map<String, ModelSummary> summaries = summaries(record.summaries());
        return byName.entrySet().stream()
                .map(entry -> new Contender(
                        entry.getKey(),
                        List.copyOf(entry.getValue()),
                        summaries.getOrDefault(entry.getKey(), summary(entry.getKey(), entry.getValue()))))
                .toList();
    }

    /** Of those that a chart with many lines has room for: the networks and NB-SVM. In the record's order. */
    static List<Contender> trained(RunRecord record) {
        return all(record).stream()
                .filter(contender -> contender.isNetwork() || contender.parts().isNbSvm())
                .toList();
    }

    private static Map<String, ModelSummary> summaries(@Nullable List<ModelSummary> summaries) {
        return summaries == null
                ? Map.of()
                : summaries.stream()
                        .filter(summary -> summary.name() != null)
                        .collect(Collectors.toMap(ModelSummary::name, Function.identity(), (first, second) -> first));
    }

    /** With one seed the interval is the model's own; with more there is none to be had from a record alone. */
    private static ModelSummary summary(String name, List<Model> models) {
        Spread test = spread(models, Model::testAccuracy);
        Spread seconds = spread(models, Model::trainSeconds);
        Model first = models.get(0);
        boolean single = models.size() == 1;
        return new ModelSummary(
                name,
                models.stream().map(Model::seed).toList(),
                test.mean(),
                single ? null : test.sd(),
                single ? first.testAccuracyLow() : Double.NaN,
                single ? first.testAccuracyHigh() : Double.NaN,
                spread(models, Model::devAccuracy).mean(),
                spread(models, Model::testLogLoss).mean(),
                seconds.mean(),
                single ? null : seconds.sd());
    }

    private static Spread spread(List<Model> models, ToDoubleFunction<Model> figure) {
        return Spread.of(models.stream().mapToDouble(figure).toArray());
    }

    /** The name, fit to be shown. */
    String shown() {
        return Plain.of(name);
    }

    /** What stands for it in a chart. */
    Key key(Looks looks) {
        return new Key(shown(), looks.of(shown()));
    }

    ModelName parts() {
        return ModelName.of(name);
    }

    /** {@link Model#NETWORK}, {@link Model#YARDSTICK} or {@link Model#AVERAGE}; records of the first release have networks. */
    String kind() {
        return Objects.requireNonNullElse(first().kind(), Model.NETWORK);
    }

    boolean isNetwork() {
        return kind().equals(Model.NETWORK);
    }

    /** Of a network: {@code rnn}, {@code lstm}, {@code gru}; empty otherwise. */
    String cell() {
        return isNetwork() ? Objects.requireNonNullElse(first().cell(), "") : "";
    }

    boolean bidirectional() {
        return first().bidirectional();
    }

    Model first() {
        return models.get(0);
    }

    /** Of the seeds that have any. */
    Stream<Diagnostics> diagnostics() {
        return models.stream().map(Model::diagnostics).filter(Objects::nonNull);
    }

    Spread testAccuracy() {
        return new Spread(figures.testAccuracy(), orNaN(figures.testAccuracySd()));
    }

    Spread trainSeconds() {
        return new Spread(figures.trainSeconds(), orNaN(figures.trainSecondsSd()));
    }

    /** The mean over those seeds that have the figure; not a number if none has. */
    double mean(Function<Model, @Nullable Double> figure) {
        return models.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** {@code 92.33 to 92.98}. */
    String interval() {
        return Figures.percent(figures.testAccuracyLow()) + " to " + Figures.percent(figures.testAccuracyHigh());
    }

    private static double orNaN(@Nullable Double figure) {
        return Objects.requireNonNullElse(figure, Double.NaN);
    }
}
