package org.reelsense.cli;

import java.util.List;
import java.util.Optional;
import org.reelsense.dataset.Corpus;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.Preset;
import picocli.CommandLine.Option;

/** {@code --preset} and {@code --limit}: how thoroughly to train, and on how much. */
final class SettingsOptions {

    @Option(
            names = "--preset",
            paramLabel = "quick|default",
            defaultValue = "default",
            description = "Settings to train with: quick takes minutes, default gives the best results.")
    private String preset = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = Option.NULL_VALUE,
            description = "Use only N training reviews, and as many of the others in proportion (20 or more).")
    private Optional<Integer> limit = Optional.empty();

    /**
     * What to train; all settings are checked here, before any data are opened.
     *
     * @throws IllegalArgumentException if a name or number is not known or out of range
     */
    ExperimentSpec spec(List<String> models, List<Long> seeds, ThreadOptions threads, String command) {
        limit.ifPresent(Corpus::requireLimit);
        return new ExperimentSpec(
                models.stream().map(ModelKind::named).toList(),
                seeds,
                Preset.ofId(preset).settings(),
                threads.count(),
                command);
    }

    /** The corpus, or the part of it that was asked for. */
    Corpus limited(Corpus corpus) {
        return limit.map(corpus::limitedTo).orElse(corpus);
    }
}
