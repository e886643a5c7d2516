package org.reelsense.scoring;

import java.util.List;

/** Reviews that stand on the command line itself; each counts as a line. */
public record GivenTexts(String option, List<String> texts) implements ScoringRun.Source {

    @Override
    public void forEach(EntrySink sink) throws InterruptedException {
        for (int i = 0; i < texts.size(); i++) {
            Place place = Place.of(option + " " + (i + 1));
            sink.accept(Reviews.of(place, texts.get(i), Row.of(PlaceColumns.LINE, List.of(Integer.toString(i + 1)))));
        }
    }
}
