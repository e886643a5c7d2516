package org.reelsense;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of shell of the simple kind that README has; whatever else a shell knows is refused.
 *
 * @param words without their quotes; pipes and redirections are words of their own
 * @param comment empty if there is none
 */
record ShellLine(List<String> words, String comment) {

    static final String LAUNCHER = "./reelsense";

    private static final Set<String> OPERATORS = Set.of("|", "<", ">");

    /** In single quotes, in double quotes without anything that a shell would replace, or bare. */
    private static final Pattern WORD =
            Pattern.compile("\\s*(?:'([^']*)'|\"([^\"$`\\\\]*)\"|([^\\s'\"$`\\\\#&;*?~()]+))(?=\\s|$)");

    private static final Pattern COMMENT = Pattern.compile("\\s*(?:#\\s*(.*))?$");

    static ShellLine parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        int end = 0;
        for (; word.region(end, line.length()).lookingAt(); end = word.end()) {
            words.add(firstOf(word.group(1), word.group(2), word.group(3)));
        }
        Matcher comment = COMMENT.matcher(line).region(end, line.length());
        if (!comment.lookingAt()) {
            throw new IllegalArgumentException("not understood from character " + end + " on: " + line);
        }
        return new ShellLine(List.copyOf(words), firstOf(comment.group(1), ""));
    }

    private static String firstOf(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalArgumentException("no group");
    }

    /** What the program is called with, up to a pipe or a redirection. */
    List<String> arguments(String program) {
        return words.stream()
                .dropWhile(word -> !word.equals(program))
                .skip(1)
                .takeWhile(word -> !OPERATORS.contains(word))
                .toList();
    }

    /** What {@code ./reelsense} is called with. */
    List<String> arguments() {
        return arguments(LAUNCHER);
    }

    /** The file that is read or written. */
    String file(String operator) {
        return words.get(words.indexOf(operator) + 1);
    }

    /** Whether a program is started. */
    boolean runs(String program) {
        return words.contains(program);
    }

    /** As a name of a test. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
