package org.reelsense.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.PairSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Model;

/** A record of yardsticks, networks and an average over two seeds, with invented figures; public for tests of {@code cli}. */
public final class OverSeeds {

    private static final List<Long> SEEDS = List.of(1L, 2L);

    private OverSeeds() {}

    /** Two models are the best to two decimals; bigru trains and scores fastest of the networks. */
    public static RunRecord record() {
        return of(
                Stream.of(1L, 2L)
                        .flatMap(seed -> Stream.of(
                                model(Model.YARDSTICK, "majority", seed, 0.5, 0, 0, 0),
                                model(Model.YARDSTICK, "nbsvm", seed, 0.916, 21.3, 90_000, 1_234_567),
                                model(
                                        Model.NETWORK,
                                        "bilstm",
                                        seed,
                                        0.9266,
                                        377,
                                        seed == 1 ? 6_000 : 12_000,
                                        5_091_585),
                                model(Model.NETWORK, "bigru", seed, 0.9252, 307.4, 9_000, 5_066_753),
                                model(Model.AVERAGE, "bilstm+nbsvm", seed, 0.9352, 0, 5_000, 0)))
                        .toList(),
                List.of(
                        summary("majority", 0.5, 0.0, 0),
                        summary("nbsvm", 0.916, 0.0, 21.3),
                        summary("bilstm", 0.93521, 0.00124, 377.2),
                        summary("bigru", 0.9252, 0.0123, 307.4),
                        summary("bilstm+nbsvm", 0.93519, 0.0004, 0)));
    }

    /** The same without sentences, whose words are not this record's matter. */
    static RunRecord of(List<Model> models, @Nullable List<ModelSummary> summaries, PairSummary... pairs) {
        return Runs.with(Runs.of("imdb", models), summaries, List.of(pairs), null);
    }

    static ModelSummary summary(String name, double accuracy, @Nullable Double sd, double seconds) {
        return new ModelSummary(
                name, SEEDS, accuracy, sd, accuracy - 0.0035, accuracy + 0.0034, accuracy - 0.003, 0.2, seconds, sd);
    }

    static Model model(
            @Nullable String kind,
            String name,
            long seed,
            double accuracy,
            double seconds,
            double rate,
            long parameters) {
        boolean network = Model.NETWORK.equals(kind);
        return new Model(
                name,
                network ? name.substring(2) : null,
                network,
                network ? 64 : 0,
                parameters,
                seed,
                network ? 1 : 0,
                network ? 1 : 0,
                seconds,
                seconds,
                100,
                rate,
                0,
                accuracy - 0.003,
                accuracy,
                accuracy - 0.0034,
                accuracy + 0.0033,
                0.9,
                0.9,
                0.9,
                0.2,
                0.97,
                new Confusion(11_000, 1_500, 11_000, 1_500),
                network ? "models/" + name + "-" + seed + ".safetensors" : null,
                network ? List.of(Runs.epoch(1, accuracy - 0.003)) : List.of(),
                network ? "float" : null,
                null,
                kind,
                null);
    }
}
