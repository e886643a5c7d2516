package org.reelsense.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model's name in its two parts: {@code bilstm@runs/a} is {@code bilstm} of the folder {@code runs/a}.
 *
 * @param folder empty if the name is in one run only
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

    /**
     * Whether both may be of one folder. A name without a folder is of one run only among several: it is compared with the
     * models of all of them.
     */
    boolean isBeside(ModelName other) {
        return folder.isEmpty() || other.folder.isEmpty() || folder.equals(other.folder);
    }

    /** Whether this is the average of the other and NB-SVM. */
    boolean isAverageOf(ModelName other) {
        return isBeside(other) && base.equals(other.base + JOINED);
    }
}
