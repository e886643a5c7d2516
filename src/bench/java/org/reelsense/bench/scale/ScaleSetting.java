package org.reelsense.bench.scale;

import java.util.Map;
import org.reelsense.bench.process.Setting;

/**
 * One point.
 *
 * @param work {@code train}: an epoch; {@code score}: a pass
 * @param reviews how many
 * @param length tokens of each; 0 for the real reviews
 * @param hidden H, and E
 */
record ScaleSetting(String work, int reviews, int length, int hidden, int threads) {

    static final String TRAIN = "train";
    static final String SCORE = "score";

    private static final String FILE = "file";

    Setting in(String file) {
        return new Setting(Map.of("work", work, FILE, file))
                .with("reviews", reviews)
                .with("length", length)
                .with("hidden", hidden)
                .with("threads", threads);
    }

    static ScaleSetting of(Setting setting) {
        return new ScaleSetting(
                setting.text("work"),
                setting.number("reviews"),
                setting.number("length"),
                setting.number("hidden"),
                setting.number("threads"));
    }

    static String file(Setting setting) {
        return setting.text(FILE);
    }

    ScaleSetting withReviews(int other) {
        return new ScaleSetting(work, other, length, hidden, threads);
    }

    ScaleSetting withLength(int other) {
        return new ScaleSetting(work, reviews, other, hidden, threads);
    }

    ScaleSetting withHidden(int other) {
        return new ScaleSetting(work, reviews, length, other, threads);
    }

    ScaleSetting withThreads(int other) {
        return new ScaleSetting(work, reviews, length, hidden, other);
    }
}
