package org.reelsense.storage;

import java.io.IOException;

/**
 * Data or a model is missing, damaged or unreachable. The message is one sentence for the user: what is wrong, where,
 * and what to do about it. The command line turns it into exit code 3.
 */
public class DataException extends IOException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
