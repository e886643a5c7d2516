package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord;
import org.reelsense.report.Section.Sheet;

/**
 * What every report says, in words and figures, before any format.
 *
 * @param lead two or three sentences that say it all
 * @param results a row for each model, the best first
 * @param notes how the results are to be read
 * @param comparisons a sentence for each pair that differs in one thing
 * @param pairs a row for each pair that was compared
 * @param sections what there is to see beside the results, those that the record has something for
 * @param facts what ran, by name, in order
 * @param method how it was measured, a sentence each
 * @param signature what the scores depend on, in one line, in the manner of sacreBLEU (Post 2018)
 */
record Content(
        String title,
        List<String> lead,
        Table results,
        List<String> notes,
        List<String> comparisons,
        Table pairs,
        List<Section> sections,
        Map<String, String> facts,
        List<String> method,
        String signature) {

    private static final int SHORT_HASH = 12;
    private static final int MOST_NAMES = 4;
    /** Of sentences; whoever compares more folders than that reads the table. */
    private static final int MOST_SENTENCES = 24;

    static Content of(RunRecord record) {
        List<Contender> ranked = Contender.ranked(record);
        List<Pairing> pairings = Pairing.all(record);
        return new Content(
                "Reelsense: " + names(record) + " on "
                        + Plain.of(record.dataset().name()),
                Lead.of(ranked, pairings),
                ResultTables.results(ranked),
                ResultNotes.of(ranked, pairings),
                comparisons(ranked, pairings),
                ResultTables.pairs(pairings),
                sections(record, ranked, pairings),
                Facts.of(record),
                Method.of(record),
                signature(record));
    }

    private static String names(RunRecord record) {
        List<String> names =
                Contender.all(record).stream().map(Contender::shown).toList();
        return names.isEmpty() || names.size() > MOST_NAMES ? names.size() + " models" : String.join(", ", names);
    }

    private static List<String> comparisons(List<Contender> ranked, List<Pairing> pairings) {
        List<Pairing> chosen = new PairChoice(ranked).chosen(pairings);
        List<String> sentences =
                ComparisonSentence.all(chosen.subList(0, Math.min(chosen.size(), MOST_SENTENCES)), ranked);
        return chosen.size() <= MOST_SENTENCES
                ? sentences
                : Stream.concat(
                                sentences.stream(),
                                Stream.of("The table has " + Figures.count(chosen.size() - MOST_SENTENCES, "more pair")
                                        + " like these."))
                        .toList();
    }

    private static List<Section> sections(RunRecord record, List<Contender> ranked, List<Pairing> pairings) {
        Optional<Pairing> headline = new PairChoice(ranked).headline(pairings);
        List<Section> sections = new ArrayList<>();
        TrainingSection.of(ranked, headline).ifPresent(sections::add);
        SliceSection.of(ranked, headline).ifPresent(sections::add);
        ProbabilitySection.of(ranked).ifPresent(sections::add);
        SizeSection.of(record.sizes()).ifPresent(sections::add);
        words(record).ifPresent(sections::add);
        sections.add(seeds(record));
        return List.copyOf(sections);
    }

    private static Optional<Section> words(RunRecord record) {
        List<String> sentences = WordSentences.all(record.embedding());
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(Section.WORDS, "Word vectors", sentences, List.of(), ""));
    }

    private static Section seeds(RunRecord record) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(Sheet.open("Scores on test", ModelTables.scores(record)));
        sheets.add(Sheet.folded("Sizes, times and files", ModelTables.details(record)));
        Table epochs = ModelTables.epochs(record);
        if (!epochs.rows().isEmpty()) {
            sheets.add(Sheet.folded("Epochs", epochs));
        }
        return new Section(Section.SEEDS, "Every model and seed", List.of(), sheets, "");
    }

    private static String signature(RunRecord record) {
        String sha256 = Plain.of(record.dataset().sha256());
        String seeds = record.models().stream()
                .map(model -> Long.toString(model.seed()))
                .distinct()
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                "data:" + Plain.of(record.dataset().name()) + "#"
                        + sha256.substring(0, Math.min(SHORT_HASH, sha256.length())),
                "tokenizer:" + Plain.of(record.dataset().tokenizer()),
                "seeds:" + seeds,
                "commit:" + Plain.of(record.commit()));
    }
}
