package org.reelsense.scoring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How inputs are to be read.
 *
 * @param format of all inputs, whatever their names say
 * @param lines whether each line of a text is a review
 * @param column where the text is, in formats that have columns
 */
public record InputChoice(Optional<InputFormat> format, boolean lines, String column) {

    /** @throws IllegalArgumentException if the format and lines contradict each other */
    public InputChoice {
        if (lines && format.isPresent() && format.get() != InputFormat.LINES) {
            throw new IllegalArgumentException(
                    "--lines: received with --input-format " + format.get() + "; give one of the two");
        }
    }

    /** Of a file that was named. */
    public InputFormat of(Path file) {
        InputFormat named = format.or(() -> InputFormat.of(file)).orElse(InputFormat.TEXT);
        return lines && named == InputFormat.TEXT ? InputFormat.LINES : named;
    }

    /** Of standard input: lines, unless something else was said. */
    public InputFormat ofStandardInput() {
        return format.orElse(InputFormat.LINES);
    }

    /** Whether a file that was found in a folder is meant. */
    boolean inFolder(Path file) {
        return format.isPresent() || InputFormat.of(file).isPresent();
    }
}
