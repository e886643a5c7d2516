package org.reelsense;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reelsense.cli.CommandRun;

/**
 * The folder in which somebody tries README's lines: files that these name lie in it, the data folder too.
 *
 * @param path of a test's own
 */
record ReadmeFolder(Path path) {

    private static final Pattern FILE =
            Pattern.compile("[a-z]+/|([a-z]+/)*[a-z0-9-]+\\.(txt|csv|svg|jsonl|safetensors)");

    Path at(String name) {
        return path.resolve(name);
    }

    Path write(String name, String content) throws IOException {
        Files.createDirectories(at(name).getParent());
        return Files.writeString(at(name), content);
    }

    /** What the line prints, files named as in README. */
    CommandRun run(ShellLine line, String... more) {
        List<String> given =
                Stream.concat(line.arguments().stream(), Stream.of(more)).toList();
        Stream<String> data = given.contains("--dataset") ? Stream.of("--data", "data/") : Stream.empty();
        CommandRun run = CommandRun.of(
                Stream.concat(given.stream(), data).map(this::placed).toArray(String[]::new));
        return new CommandRun(run.code(), shown(run.out()), shown(run.err()));
    }

    /** A file's name as one in this folder; anything else as it is. */
    String placed(String argument) {
        return FILE.matcher(argument).matches() ? path + File.separator + argument : argument;
    }

    private String shown(String printed) {
        return printed.replace(path + File.separator, "");
    }

    /** What another program prints, which must end well; started in the project's folder. */
    String output(List<String> command, Optional<Path> input) throws IOException, InterruptedException {
        Path out = at("out");
        Path err = at("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        input.map(Path::toFile).ifPresent(builder::redirectInput);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new AssertionError(command + " ended with " + code + ": " + Files.readString(err));
        }
        return Files.readString(out);
    }
}
