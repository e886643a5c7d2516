package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Scripts of {@code src/test/reference}, for tests of what others make of our files. */
public final class PythonScript {

    private static final String PYTHON = "/usr/bin/python3";
    private static final int MOST_SECONDS = 120;

    private PythonScript() {}

    /**
     * Skips a test, and says so, where Python lacks something.
     *
     * @param modules as an import names them
     * @param debian the package that brings them
     */
    public static void require(String modules, String debian) throws IOException, InterruptedException {
        boolean there = Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import " + modules)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        String missing = PYTHON + " cannot import " + modules + "; apt-get install " + debian;
        if (!there) {
            System.err.println("NOT TESTED: " + missing);
        }
        assumeTrue(there, missing);
    }

    /**
     * What a script prints when it is given this text.
     *
     * @param folder for its files
     */
    public static String run(Path folder, String input, String script, String... arguments)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.txt"), input);
        Path out = folder.resolve("out.txt");
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(PYTHON, "-B", script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("the script ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(out);
    }
}
