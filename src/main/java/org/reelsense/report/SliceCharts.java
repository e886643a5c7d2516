package org.reelsense.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.evaluation.Interval;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Layer.Span;
import org.reelsense.report.SliceFigures.Part;

/** Test accuracy on parts of the reviews: a row for each part and model. */
final class SliceCharts {

    private static final String NOTE =
            "Mean over the seeds; the line is the 95 % interval for as many reviews as the part has. The axis does not begin"
                    + " at 0.";
    private static final int LONGEST = 14;
    private static final int MODEL = 9;
    private static final double BETWEEN = 1.4;

    /** What reviews are sorted by. */
    private enum Trait {
        LENGTH("length", "Test accuracy by length of the review", "length, tokens"),
        STARS("stars", "Test accuracy by stars", "stars"),
        NEGATION("negation", "Test accuracy by negation", "negations per 100 tokens"),
        RARITY("rarity", "Test accuracy by rarity of words", "rare words, % of tokens");

        private final String by;
        private final String title;
        private final String axis;

        Trait(String by, String title, String axis) {
            this.by = by;
            this.title = title;
            this.axis = axis;
        }
    }

    /** A model's accuracies. */
    private record Profile(Key key, List<Part> parts) {}

    private final Trait trait;
    private final List<Profile> profiles;
    private final List<String> labels;

    private SliceCharts(Trait trait, List<Profile> profiles) {
        this.trait = trait;
        this.profiles = profiles;
        this.labels = profiles.stream()
                .flatMap(profile -> profile.parts().stream().map(Part::label))
                .distinct()
                .toList();
    }

    static List<Figure> all(RunRecord record) {
        List<Contender> trained = Contender.trained(record);
        SliceFigures figures = new SliceFigures(trained);
        Looks looks = Looks.of(record);
        return Stream.of(Trait.values())
                .map(trait -> new SliceCharts(trait, profiles(trait, trained, figures, looks)))
                .filter(chart -> !chart.profiles.isEmpty())
                .map(SliceCharts::figure)
                .toList();
    }

    private static List<Profile> profiles(Trait trait, List<Contender> trained, SliceFigures figures, Looks looks) {
        return trained.stream()
                .map(contender -> new Profile(contender.key(looks), figures.parts(contender.name(), trait.by)))
                .filter(profile -> !profile.parts().isEmpty())
                .toList();
    }

    private Figure figure() {
        int rows = labels.size();
        Plot plot = new Plot(across(), up(), keys(), true, (int) (MODEL * rows * step()), List.of())
                .and(Layer.spans(spans()))
                .and(Layer.points(points(), 2.6));
        return plot.figure("slice-" + trait.by, trait.title, NOTE, words());
    }

    private List<Key> keys() {
        return profiles.stream().map(Profile::key).toList();
    }

    private Scale across() {
        return Scale.percent(
                "test accuracy, %",
                profiles.stream()
                        .flatMap(profile -> profile.parts().stream().map(Part::interval))
                        .flatMapToDouble(interval -> DoubleStream.of(100 * interval.low(), 100 * interval.high())));
    }

    /** In rows of one model, all models of a part together. */
    private double step() {
        return profiles.size() + BETWEEN;
    }

    private Scale up() {
        double half = step() / 2;
        return new Scale(
                trait.axis,
                half - labels.size() * step(),
                half,
                false,
                IntStream.range(0, labels.size()).mapToObj(i -> -i * step()).toList(),
                labels.stream()
                        .map(label -> Svg.shorten(Plain.of(label), LONGEST))
                        .toList());
    }

    private double row(int model, Part part) {
        return -labels.indexOf(part.label()) * step() + (profiles.size() - 1) / 2.0 - model;
    }

    private List<Trace> points() {
        return IntStream.range(0, profiles.size())
                .mapToObj(i -> new Trace(
                        i,
                        profiles.get(i).parts().stream()
                                .map(part -> new Point(100 * part.accuracy(), row(i, part)))
                                .toList()))
                .toList();
    }

    private List<Span> spans() {
        return IntStream.range(0, profiles.size())
                .boxed()
                .flatMap(i -> profiles.get(i).parts().stream().map(part -> span(i, part)))
                .toList();
    }

    private Span span(int model, Part part) {
        Interval interval = part.interval();
        return new Span(
                model,
                new Point(100 * interval.low(), row(model, part)),
                new Point(100 * interval.high(), row(model, part)));
    }

    private String words() {
        return labels.stream().map(this::words).collect(Collectors.joining("; ")) + ".";
    }

    private String words(String label) {
        return Plain.of(label) + ": "
                + profiles.stream()
                        .flatMap(profile -> profile.parts().stream()
                                .filter(part -> part.label().equals(label))
                                .map(part -> profile.key().name() + " " + figures(part)))
                        .collect(Collectors.joining(", "));
    }

    private static String figures(Part part) {
        Interval interval = part.interval();
        return Figures.percent(part.accuracy(), interval.low(), interval.high()) + " % of "
                + Figures.count(part.reviews());
    }
}
