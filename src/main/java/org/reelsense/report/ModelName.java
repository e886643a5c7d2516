package org.reelsense.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's name in its two parts: {@code bilstm@runs/a} is {@code bilstm} of the folder {@code runs/a}.
 *
 * @param folder empty if the record is of one run
 */
record ModelName(String base, String folder) {

    private static final String YARDSTICK = "nbsvm";
    private static final String JOINED = "+" + YARDSTICK;

    static ModelName of(@Nullable String name) {
        String whole = Objects.requireNonNullElse(name, "");
        int at = whole.indexOf('@');
        return at < 0 ? new ModelName(whole, "") : new ModelName(whole.substring(0, at), whole.substring(at + 1));
    }

    boolean isNbSvm() {
        return base.equals(YARDSTICK);
    }

    /** Whether this is the average of the other and NB-SVM. */
    boolean isAverageOf(ModelName other) {
        return folder.equals(other.folder) && base.equals(other.base + JOINED);
    }
}
