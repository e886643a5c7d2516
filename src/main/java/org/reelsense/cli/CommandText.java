package org.reelsense.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as one could type it into a shell again; run records hold it. */
final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./~-]+");

    private CommandText() {}

    /** {@code reelsense} and the arguments, quoted where a POSIX shell would read something else. */
    static String of(List<String> arguments) {
        return "reelsense" + arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" ", " ", ""));
    }

    private static String quoted(String argument) {
        boolean plain = PLAIN.matcher(argument).matches() && !argument.startsWith("~");
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
