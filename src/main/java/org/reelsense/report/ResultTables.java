package org.reelsense.report;

import static org.reelsense.report.Table.Column.figures;
import static org.reelsense.report.Table.Column.words;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.reelsense.experiment.RunRecord.Comparison;
import org.reelsense.report.Table.Column;

/** What came out, a row for each model and a row for each pair. */
final class ResultTables {

    private ResultTables() {}

    /** @param ranked best first */
    static Table results(List<Contender> ranked) {
        boolean several = ranked.stream()
                .anyMatch(contender -> contender.figures().seeds().size() > 1);
        List<Column<Contender>> columns = List.of(
                words("model", Contender::shown),
                figures(
                        "test accuracy",
                        several ? "%, mean ± sd" : "%",
                        row -> row.testAccuracy().percent(),
                        row -> row.figures().testAccuracy()),
                figures("95 % interval", "%", Contender::interval),
                figures(
                        "dev accuracy",
                        "%",
                        row -> Figures.percent(row.figures().devAccuracy()),
                        row -> row.figures().devAccuracy()),
                figures("training", several ? "s, mean ± sd" : "s", ResultTables::seconds),
                figures(
                        "parameters",
                        "",
                        row -> Figures.countOrAbsent(row.models().get(0).parameters())),
                figures(
                        "log-loss",
                        "nats",
                        row -> Figures.score(row.figures().testLogLoss()),
                        row -> -row.figures().testLogLoss()),
                figures("seeds", "", row -> Figures.count(row.figures().seeds().size())),
                words("kind", row -> Plain.of(row.kind())));
        return Table.of(columns, ranked);
    }

    /** Nothing was trained for an average. */
    private static String seconds(Contender contender) {
        return contender.trainSeconds().mean() == 0
                ? Figures.ABSENT
                : contender.trainSeconds().amount();
    }

    /** The more accurate of a pair stands first. */
    static Table pairs(List<Pairing> pairings) {
        boolean several = pairings.stream().anyMatch(pairing -> Double.isFinite(pairing.sd()));
        List<Column<Pairing>> columns = List.of(
                words("model", pairing -> Plain.of(pairing.a())),
                words("against", pairing -> Plain.of(pairing.b())),
                figures("seeds", "", pairing -> Figures.count(pairing.seeds().size())),
                figures(
                        "accuracy difference",
                        several ? "points, mean ± sd [95 % interval]" : "points [95 % interval]",
                        ResultTables::difference),
                figures("p", "over seeds", ResultTables::bootstrapP),
                figures("McNemar's p", "seed: p", ResultTables::mcnemar),
                figures("significant", "seeds", ResultTables::significantSeeds),
                figures("training time", "times the other's (least to most)", ResultTables::time));
        return Table.of(columns, pairings.stream().map(Pairing::betterFirst).toList());
    }

    private static String difference(Pairing pairing) {
        return new Spread(pairing.difference(), pairing.sd()).percent() + " [" + Figures.percent(pairing.low()) + ", "
                + Figures.percent(pairing.high()) + "]";
    }

    private static String bootstrapP(Pairing pairing) {
        return pairing.test() == Pairing.Test.BOOTSTRAP ? Figures.pValue(pairing.p()) : Figures.ABSENT;
    }

    private static String mcnemar(Pairing pairing) {
        return pairing.bySeed().isEmpty()
                ? Figures.ABSENT
                : pairing.bySeed().stream()
                        .sorted(Comparator.comparingLong(Comparison::seed))
                        .map(comparison -> comparison.seed() + ": " + Figures.pValue(comparison.mcnemarP()))
                        .collect(Collectors.joining("; "));
    }

    private static String significantSeeds(Pairing pairing) {
        return pairing.bySeed().isEmpty()
                ? Figures.ABSENT
                : pairing.significantSeeds() + " of " + pairing.bySeed().size();
    }

    private static String time(Pairing pairing) {
        Pairing.Ratio ratio = pairing.time();
        if (ratio == null) {
            return Figures.ABSENT;
        }
        String range = Double.isFinite(ratio.low()) && Double.isFinite(ratio.high())
                ? " (" + Figures.fixed(ratio.low(), 2) + " to " + Figures.fixed(ratio.high(), 2) + ")"
                : "";
        return Figures.fixed(ratio.mean(), 2) + range;
    }
}
