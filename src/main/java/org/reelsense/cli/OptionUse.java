package org.reelsense.cli;

import java.util.List;
import org.reelsense.experiment.ModelKind;
import picocli.CommandLine.ParseResult;

/** Which options of {@code experiment} change nothing with the models asked for: they are refused and not ignored. */
final class OptionUse {

    private OptionUse() {}

    /** @throws IllegalArgumentException if an option was given that none of the models uses */
    static void require(ParseResult given, List<ModelKind> models) {
        boolean networks = models.stream().anyMatch(ModelKind.Network.class::isInstance);
        for (String option : List.of("--embeddings", "--words", "--pieces", "--vectors")) {
            require(given, option, networks, "name a network too, e.g. bilstm");
        }
        require(given, "--ngrams", models.contains(ModelKind.Yardstick.NBSVM), "name nbsvm too");
        boolean learning = models.stream().anyMatch(model -> model != ModelKind.Yardstick.MAJORITY);
        require(given, "--sizes", learning, "name a model that learns more from more reviews");
    }

    private static void require(ParseResult given, String option, boolean used, String remedy) {
        if (!used && given.hasMatchedOption(option)) {
            throw new IllegalArgumentException(
                    option + " changes none of these models: " + remedy + ", or leave the option out");
        }
    }
}
