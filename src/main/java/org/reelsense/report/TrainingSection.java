package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;

/** How training went: how soon two cells get to the same accuracy, and whether the last epochs still helped. */
final class TrainingSection {

    private TrainingSection() {}

    /** Empty if nothing was trained by epochs. */
    static Optional<Section> of(List<Contender> ranked, Optional<Pairing> headline) {
        List<Model> trained = ranked.stream()
                .flatMap(contender -> contender.models().stream())
                .filter(model -> !model.history().isEmpty())
                .toList();
        if (trained.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        headline.flatMap(pair -> race(pair, ranked)).ifPresent(sentences::add);
        sentences.add(lastEpochs(trained));
        return Optional.of(new Section(
                Section.TRAINING,
                "How they were trained",
                sentences,
                List.of(),
                "Dev accuracy is of the averaged weights after each epoch. Seconds are training alone."));
    }

    private static String lastEpochs(List<Model> trained) {
        long atLast = trained.stream()
                .filter(model -> model.bestEpoch() == model.history().size())
                .count();
        if (trained.size() == 1) {
            return "The only training was best on dev "
                    + (atLast == 1 ? "at its last epoch: more might help." : "before its last epoch.");
        }
        if (atLast == 0) {
            return "None of the " + trained.size() + " trainings was best on dev at its last epoch.";
        }
        return atLast + " of " + trained.size() + " trainings " + (atLast == 1 ? "was" : "were")
                + " best on dev at the last epoch: more epochs might help there.";
    }

    /** To the best dev accuracy that all trainings of both reached. Empty if their seconds are of different machines. */
    private static Optional<String> race(Pairing pair, List<Contender> ranked) {
        if (pair.time() == null) {
            return Optional.empty();
        }
        List<Model> a = models(pair.a(), ranked);
        List<Model> b = models(pair.b(), ranked);
        OptionalDouble level = List.of(a, b).stream()
                .flatMap(List::stream)
                .mapToDouble(TrainingSection::best)
                .min();
        if (a.isEmpty() || b.isEmpty() || level.isEmpty() || !Double.isFinite(level.getAsDouble())) {
            return Optional.empty();
        }
        double first = seconds(a, level.getAsDouble());
        double second = seconds(b, level.getAsDouble());
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            return Optional.empty();
        }
        String one = Plain.of(pair.a()) + " after " + Figures.amount(first) + " s";
        String other = Plain.of(pair.b()) + " after " + Figures.amount(second) + " s";
        return Optional.of("Training reaches " + Figures.percent(level.getAsDouble()) + " % on dev with "
                + (first <= second ? one + ", with " + other : other + ", with " + one)
                + (a.size() > 1 || b.size() > 1 ? " (means over seeds)" : "") + ".");
    }

    private static List<Model> models(String name, List<Contender> ranked) {
        return ranked.stream()
                .filter(contender -> contender.name().equals(name))
                .flatMap(contender -> contender.models().stream())
                .filter(model -> !model.history().isEmpty())
                .toList();
    }

    private static double best(Model model) {
        return model.history().stream()
                .mapToDouble(Epoch::devAccuracy)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    private static double seconds(List<Model> models, double level) {
        return models.stream()
                .mapToDouble(model -> seconds(model, level))
                .average()
                .orElse(Double.NaN);
    }

    private static double seconds(Model model, double level) {
        double seconds = 0;
        for (Epoch epoch : model.history()) {
            seconds += epoch.seconds();
            if (epoch.devAccuracy() >= level) {
                return seconds;
            }
        }
        return Double.NaN;
    }
}
