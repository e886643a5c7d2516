package org.reelsense.experiment;

import java.util.Arrays;
import java.util.Locale;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.training.AdamSpec;
import org.reelsense.training.TrainingSpec;

/** Settings that were chosen on dev, by name. ARCHITECTURE.md tells how. */
public enum Preset {
    /** The whole comparison in a few minutes: small vectors, few epochs, no adversary. */
    QUICK(new Settings(
            new EmbeddingSpec(64, 5, 5, 3, 1e-4, 1),
            true,
            5,
            60_000,
            64,
            64,
            new TrainingSpec(
                    3,
                    64,
                    4,
                    AdamSpec.slanted(2e-3f, 2e-3f, 0.1f),
                    1,
                    0.998f,
                    new Regularisation(0.2f, 0.5f, 0),
                    3,
                    1))),
    /** What the README's table is made with. */
    DEFAULT(new Settings(
            new EmbeddingSpec(128, 5, 5, 5, 1e-4, 1),
            true,
            5,
            39_000,
            64,
            64,
            new TrainingSpec(
                    10,
                    64,
                    4,
                    AdamSpec.slanted(2e-3f, 1e-3f, 0.1f),
                    1,
                    0.998f,
                    new Regularisation(0.2f, 0.5f, 3),
                    5,
                    1)));

    private final Settings settings;

    Preset(Settings settings) {
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The preset of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Preset ofId(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("preset: '" + id + "' is unknown; choose from "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Preset::id).toList())));
    }
}
