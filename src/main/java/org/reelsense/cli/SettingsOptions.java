package org.reelsense.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.reelsense.dataset.Corpus;
import org.reelsense.experiment.ExperimentSpec;
import org.reelsense.experiment.ModelKind;
import org.reelsense.experiment.Preset;
import org.reelsense.experiment.Settings;
import org.reelsense.experiment.VectorSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --preset}, {@code --limit} and {@code --vectors}: how thoroughly to train, on how much, and from where. */
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

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    /**
     * What to train; all settings are checked here, before any data are opened.
     *
     * @throws IllegalArgumentException if a name or number is not known or out of range
     * @throws IOException if the vectors to start from are missing or wrong at their beginning
     */
    ExperimentSpec spec(List<ModelKind> models, List<Long> seeds, ThreadOptions threads, String command)
            throws IOException {
        return new ExperimentSpec(models, seeds, settings(), threads.count(), command);
    }

    /**
     * The preset's settings, with the vectors to start from if there are any.
     *
     * @throws IllegalArgumentException if a name or number is not known or out of range
     * @throws IOException if the vectors to start from are missing or wrong at their beginning
     */
    Settings settings() throws IOException {
        Settings settings = preset();
        Optional<VectorSource> source = vectors.source();
        return source.isPresent() ? settings.startingFrom(source.get()) : settings;
    }

    /** The preset's settings, whatever vectors are given. */
    Settings preset() {
        limit.ifPresent(Corpus::requireLimit);
        return Preset.ofId(preset).settings();
    }

    /**
     * For what uses no reviews unless some are named.
     *
     * @throws IllegalArgumentException if their number is limited all the same
     */
    void requireNoLimit() {
        if (limit.isPresent()) {
            throw new IllegalArgumentException("--limit is " + limit.get()
                    + ", but no reviews are used: name them with --dataset or --archive, or leave it out");
        }
    }

    /** The vectors given. */
    VectorOptions vectors() {
        return vectors;
    }

    /** The corpus, or the part of it that was asked for. */
    Corpus limited(Corpus corpus) {
        return limit.map(corpus::limitedTo).orElse(corpus);
    }
}
