package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reelsense.embedding.WordMap;
import org.reelsense.embedding.WordMap.Place;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Drawing.Panel;

/** The most polar words on a plane: a dot for a positive word, a diamond for a negative one. */
final class WordMapChart {

    private static final String ID = "words";
    private static final String TITLE = "The most polar words in the space of word vectors";
    private static final String NOTE =
            "Principal components of the words' directions. A dot is a word of positive reviews,"
                    + " a diamond one of negative reviews. A word is written where there is room; the sentences above name all.";
    private static final List<Key> KEYS =
            List.of(new Key("positive", new Look(0, 21, "solid")), new Key("negative", new Look(1, 23, "solid")));

    private static final int PANEL = 360;
    private static final int LONGEST = 28;
    private static final double DOT = 2.8;
    /** Beyond it nothing is a coordinate of words, whatever a file says. */
    private static final double FARTHEST = 1e6;

    private static final double LEAST_SPAN = 0.01;

    private final WordMap map;
    private final List<Place> places;
    private final Plot plot;

    private WordMapChart(WordMap map, List<Place> places) {
        this.map = map;
        this.places = places;
        Scale across = Scale.around(axis("first", map.shareX()), places.stream().mapToDouble(Place::x), LEAST_SPAN);
        Scale up = Scale.around(axis("second", map.shareY()), places.stream().mapToDouble(Place::y), LEAST_SPAN);
        this.plot = new Plot(across, up, KEYS, true, PANEL, List.of())
                .and(Layer.points(List.of(side(0, true), side(1, false)), DOT));
    }

    /** Empty if the run has no map. */
    static Optional<Figure> of(RunRecord record) {
        WordMap map = record.embedding().map();
        return map == null
                ? Optional.empty()
                : of(map).map(chart -> Figure.of(ID, TITLE, NOTE, chart.words(), chart::draw));
    }

    /** The same as a file of its own. */
    static Optional<Markup> document(WordMap map) {
        return of(map).map(chart -> Svg.document(chart.plot.height(), chart.draw()));
    }

    private static Optional<WordMapChart> of(WordMap map) {
        List<Place> places = map.words().stream()
                .filter(place -> Math.abs(place.x()) <= FARTHEST && Math.abs(place.y()) <= FARTHEST)
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new WordMapChart(map, places));
    }

    private static String axis(String ordinal, double share) {
        return ordinal + " component (" + Figures.percent(share) + " % of variance)";
    }

    private Trace side(int series, boolean positive) {
        return new Trace(
                series,
                places.stream()
                        .filter(place -> place.positive() == positive)
                        .map(place -> new Point(place.x(), place.y()))
                        .toList());
    }

    /** Words stand beside their dots, for which it must be known where Lets-Plot put these. */
    private Markup draw() {
        Drawing drawing = Redrawing.of(plot);
        Panel panel = drawing.panel();
        List<Markup> shapes = new ArrayList<>(drawing.shapes());
        WordLabels labels = new WordLabels(panel);
        places.forEach(place -> labels.keepFree(x(place, panel), y(place, panel)));
        for (Place place : inTurn()) {
            labels.put(Svg.shorten(Plain.of(place.word()), LONGEST), x(place, panel), y(place, panel))
                    .ifPresent(shapes::add);
        }
        return Svg.chart(ID, plot.height(), TITLE, words(), shapes);
    }

    private double x(Place place, Panel panel) {
        return panel.left() + plot.across().position(place.x()) * panel.width();
    }

    private double y(Place place, Panel panel) {
        return panel.top() + (1 - plot.up().position(place.y())) * panel.height();
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
        return direction("Across", map.shareX()) + "; " + direction("up", map.shareY()) + ". Positive words: "
                + side(true) + ". Negative words: " + side(false) + ".";
    }

    private static String direction(String name, double share) {
        return name + ": " + Figures.percent(share) + " % of the variance";
    }

    private String side(boolean positive) {
        return places.stream()
                .filter(place -> place.positive() == positive)
                .map(place -> Plain.of(place.word()) + " (" + Figures.fixed(place.x(), 2) + ", "
                        + Figures.fixed(place.y(), 2) + ")")
                .collect(Collectors.joining(", "));
    }
}
