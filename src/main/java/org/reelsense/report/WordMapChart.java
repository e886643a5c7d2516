package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reelsense.embedding.WordMap;
import org.reelsense.embedding.WordMap.Place;
import org.reelsense.experiment.RunRecord;

/** The most polar words on a plane: a dot for a positive word, a diamond for a negative one. */
final class WordMapChart {

    static final String TITLE = "The most polar words in the space of word vectors";
    static final String NOTE = "Principal components of the words' directions. A dot is a word of positive reviews, a"
            + " diamond one of negative reviews. A word is written where there is room; all of them: Word vectors.";

    private static final int LEFT = 46;
    private static final int RIGHT = Svg.WIDTH - 12;
    private static final int TOP = 32;
    private static final int BOTTOM = 432;
    private static final int LEGEND = BOTTOM + 66;
    private static final int HEIGHT = LEGEND + 12;
    /** Beyond it nothing is a coordinate of words, whatever a file says. */
    private static final double FARTHEST = 1e6;

    private final WordMap map;
    private final List<Place> places;
    private final Axis across;
    private final Axis up;

    private WordMapChart(WordMap map, List<Place> places) {
        this.map = map;
        this.places = places;
        this.across = Axis.around(places.stream().mapToDouble(Place::x).toArray());
        this.up = Axis.around(places.stream().mapToDouble(Place::y).toArray());
    }

    /** Empty if the run has no map. */
    static Optional<Markup> of(RunRecord record) {
        WordMap map = record.embedding().map();
        return map == null ? Optional.empty() : of(map).map(WordMapChart::draw);
    }

    /** The same as a file of its own. */
    static Optional<Markup> document(WordMap map) {
        return of(map).map(chart -> Svg.document(HEIGHT, chart.draw()));
    }

    private static Optional<WordMapChart> of(WordMap map) {
        List<Place> places = map.words().stream()
                .filter(place -> Math.abs(place.x()) <= FARTHEST && Math.abs(place.y()) <= FARTHEST)
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new WordMapChart(map, places));
    }

    private Markup draw() {
        List<Markup> shapes = new ArrayList<>(axes());
        places.stream().map(this::mark).forEach(shapes::add);
        WordLabels labels = new WordLabels(LEFT, TOP, RIGHT, BOTTOM);
        places.forEach(place -> labels.keepFree(x(place), y(place)));
        for (Place place : inTurn()) {
            labels.put(Svg.shorten(Plain.of(place.word())), x(place), y(place)).ifPresent(shapes::add);
        }
        shapes.addAll(legend());
        return Svg.chart("words", HEIGHT, TITLE, words(), shapes);
    }

    /** The most telling first, from both sides by turns: who comes first finds room. */
    private List<Place> inTurn() {
        List<Place> positive = places.stream().filter(Place::positive).toList();
        List<Place> negative =
                places.stream().filter(place -> !place.positive()).toList();
        List<Place> turns = new ArrayList<>();
        for (int i = 0; i < Math.max(positive.size(), negative.size()); i++) {
            turns.addAll(positive.subList(Math.min(i, positive.size()), Math.min(i + 1, positive.size())));
            turns.addAll(negative.subList(Math.min(i, negative.size()), Math.min(i + 1, negative.size())));
        }
        return turns;
    }

    private String words() {
        return axis("Across", map.shareX()) + "; " + axis("up", map.shareY()) + ". Positive words: " + side(true)
                + ". Negative words: " + side(false) + ".";
    }

    private static String axis(String direction, double share) {
        return direction + ": " + Figures.percent(share) + " % of the variance";
    }

    private String side(boolean positive) {
        return places.stream()
                .filter(place -> place.positive() == positive)
                .map(place -> Plain.of(place.word()) + " (" + Figures.fixed(place.x(), 2) + ", "
                        + Figures.fixed(place.y(), 2) + ")")
                .collect(Collectors.joining(", "));
    }

    private List<Markup> axes() {
        List<Markup> shapes = new ArrayList<>();
        for (double tick : up.ticks()) {
            shapes.add(Svg.line("grid", LEFT, y(tick), RIGHT, y(tick)));
            shapes.add(Svg.label("end", LEFT - 6, y(tick) + 4, up.label(tick)));
        }
        for (double tick : across.ticks()) {
            shapes.add(Svg.line("grid", x(tick), TOP, x(tick), BOTTOM));
            shapes.add(Svg.label("middle", x(tick), BOTTOM + 18, across.label(tick)));
        }
        shapes.add(Svg.label("start", 2, 14, "second component (" + Figures.percent(map.shareY()) + " % of variance)"));
        shapes.add(Svg.label(
                "middle",
                (LEFT + RIGHT) / 2.0,
                BOTTOM + 38,
                "first component (" + Figures.percent(map.shareX()) + " % of variance)"));
        return shapes;
    }

    private Markup mark(Place place) {
        return place.positive()
                ? Svg.dot("dot c0", x(place), y(place), 3.5)
                : Svg.diamond("dot c1", x(place), y(place), 4.5);
    }

    private static List<Markup> legend() {
        return List.of(
                Svg.dot("dot c0", LEFT + 4, LEGEND - 4, 3.5),
                Svg.label("start", LEFT + 14, LEGEND, "positive"),
                Svg.diamond("dot c1", LEFT + 100, LEGEND - 4, 4.5),
                Svg.label("start", LEFT + 110, LEGEND, "negative"));
    }

    private double x(Place place) {
        return x(place.x());
    }

    private double x(double value) {
        return LEFT + across.position(value) * (RIGHT - LEFT);
    }

    private double y(Place place) {
        return y(place.y());
    }

    private double y(double value) {
        return BOTTOM - up.position(value) * (BOTTOM - TOP);
    }
}
