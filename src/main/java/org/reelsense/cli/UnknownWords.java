package org.reelsense.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Words asked for that have no vector. */
final class UnknownWords {

    private UnknownWords() {}

    static String sentence(List<String> unknown) {
        String quoted = unknown.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return "no vector for " + quoted + "; try the lower-case form, or see `reelsense tokenize`";
    }

    /** Names them on standard error, when the others worked; the exit code. */
    static int report(List<String> unknown, Streams io) {
        if (unknown.isEmpty()) {
            return ExitCode.OK;
        }
        io.out().flush();
        io.err().println("reelsense: " + Aligned.printable(sentence(unknown)));
        return ExitCode.FAILED;
    }
}
