package org.reelsense.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --seeds}, for commands that train models to compare them. */
final class SeedOptions {

    @Option(
            names = "--seeds",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Each model is trained once for each seed (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    List<Long> seeds() {
        return seeds;
    }
}
