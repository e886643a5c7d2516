package org.reelsense.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.evaluation.Interval;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Layer.Span;

/** Test accuracy on parts of the reviews: a row for each part and model. */
final class SliceCharts {

    private static final String NOTE =
            "Mean over the seeds; the line is the 95 % interval for as many reviews as the part has. The axis does not begin"
                    + " at 0.";
    private static final double CONFIDENCE = 0.95;
    private static final int LONGEST = 14;
    private static final int MODEL = 9;
    private static final double BETWEEN = 1.4;

    /** What reviews are sorted by. */
    private enum Trait {
        LENGTH("length", "Test accuracy by length of the review", "length (tokens)"),
        STARS("stars", "Test accuracy by stars", "stars (1 to 10)"),
        NEGATION("negation", "Test accuracy by negation", "negations (for each 100 tokens)"),
        RARITY("rarity", "Test accuracy by rarity of words", "rare words (% of tokens)");

        private final String by;
        private final String title;
        private final String axis;

        Trait(String by, String title, String axis) {
            this.by = by;
            this.title = title;
            this.axis = axis;
        }
    }

    /** Mean accuracy over the seeds, in percent, of a part of so many reviews. */
    private record Share(String label, double accuracy, double low, double high, long reviews) {

        /** Seeds see the same reviews, so their number is that of one seed. */
        static Optional<Share> of(String label, List<Slice> slices) {
            long reviews = slices.get(0).reviews();
            double correct = slices.stream().mapToLong(Slice::correct).average().orElseThrow();
            if (reviews > Integer.MAX_VALUE || slices.stream().anyMatch(slice -> !fits(slice, reviews))) {
                return Optional.empty();
            }
            Interval interval = new Proportion(Math.round(correct), reviews).wilson(CONFIDENCE);
            double accuracy = correct / reviews;
            return Optional.of(new Share(
                    label,
                    100 * accuracy,
                    100 * Math.min(accuracy, interval.low()),
                    100 * Math.max(accuracy, interval.high()),
                    reviews));
        }

        private static boolean fits(Slice slice, long reviews) {
            return slice.reviews() == reviews && reviews >= 1 && slice.correct() >= 0 && slice.correct() <= reviews;
        }
    }

    /** A model's accuracies. */
    private record Profile(Key key, List<Share> shares) {}

    private final Trait trait;
    private final List<Profile> profiles;
    private final List<String> labels;

    private SliceCharts(Trait trait, List<Profile> profiles) {
        this.trait = trait;
        this.profiles = profiles;
        this.labels = profiles.stream()
                .flatMap(profile -> profile.shares().stream().map(Share::label))
                .distinct()
                .toList();
    }

    static List<Figure> all(RunRecord record) {
        return Stream.of(Trait.values())
                .map(trait -> of(record, trait))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> of(RunRecord record, Trait trait) {
        Looks looks = Looks.of(record);
        List<Profile> profiles = Seeds.trained(record).stream()
                .map(seeds -> new Profile(seeds.key(looks), shares(seeds, trait)))
                .filter(profile -> !profile.shares().isEmpty())
                .toList();
        return profiles.isEmpty() ? Optional.empty() : Optional.of(new SliceCharts(trait, profiles).figure());
    }

    private static List<Share> shares(Seeds seeds, Trait trait) {
        List<Slice> slices = seeds.diagnostics()
                .flatMap(diagnostics -> diagnostics.slices().stream())
                .filter(slice -> trait.by.equals(slice.by()) && slice.label() != null)
                .toList();
        return slices.stream()
                .map(Slice::label)
                .distinct()
                .map(label -> Share.of(
                        label,
                        slices.stream()
                                .filter(slice -> slice.label().equals(label))
                                .toList()))
                .flatMap(Optional::stream)
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
                "test accuracy (%)",
                profiles.stream()
                        .flatMap(profile -> profile.shares().stream())
                        .flatMapToDouble(share -> DoubleStream.of(share.low(), share.high())));
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

    private double row(int model, Share share) {
        return -labels.indexOf(share.label()) * step() + (profiles.size() - 1) / 2.0 - model;
    }

    private List<Trace> points() {
        return IntStream.range(0, profiles.size())
                .mapToObj(i -> new Trace(
                        i,
                        profiles.get(i).shares().stream()
                                .map(share -> new Point(share.accuracy(), row(i, share)))
                                .toList()))
                .toList();
    }

    private List<Span> spans() {
        return IntStream.range(0, profiles.size())
                .boxed()
                .flatMap(i -> profiles.get(i).shares().stream()
                        .map(share -> new Span(
                                i, new Point(share.low(), row(i, share)), new Point(share.high(), row(i, share)))))
                .toList();
    }

    private String words() {
        return labels.stream().map(this::words).collect(Collectors.joining("; ")) + ".";
    }

    private String words(String label) {
        return Plain.of(label) + ": "
                + profiles.stream()
                        .flatMap(profile -> profile.shares().stream()
                                .filter(share -> share.label().equals(label))
                                .map(share -> profile.key().name() + " " + figures(share)))
                        .collect(Collectors.joining(", "));
    }

    private static String figures(Share share) {
        return Figures.percent(share.accuracy() / 100, share.low() / 100, share.high() / 100) + " % of "
                + Figures.count(share.reviews());
    }
}
