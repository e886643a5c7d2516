package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizeCommandTest {

    private static final String TWO_LINES = "Good film, 8/10!\r\nIsn't it \"bad\"?<br />";
    private static final String FIRST = "{\"tokens\":[\"good\",\"film\",\",\",\"8/10\",\"!\"]}\n";
    private static final String SECOND = "{\"tokens\":[\"is\",\"n't\",\"it\",\"\\\"\",\"bad\",\"\\\"\",\"?\"]}\n";

    @TempDir
    private Path folder;

    private static CommandRun piped(String input, String... args) {
        return CommandRun.withInput(input.getBytes(StandardCharsets.UTF_8), args);
    }

    @Test
    void tokenize_standardInput_aLineAReview() {
        assertThat(piped(TWO_LINES, "tokenize")).isEqualTo(new CommandRun(0, FIRST + SECOND, ""));
        assertThat(piped(TWO_LINES, "tokenize", "-")).isEqualTo(new CommandRun(0, FIRST + SECOND, ""));
    }

    @Test
    void tokenize_emptyLines_keepTheirPlace() {
        assertThat(piped("a\n\nb\n", "tokenize").out())
                .isEqualTo("{\"tokens\":[\"a\"]}\n{\"tokens\":[]}\n{\"tokens\":[\"b\"]}\n");
        assertThat(piped("", "tokenize").out()).isEmpty();
    }

    @Test
    void tokenize_file_oneReview() throws IOException {
        Path file = Files.writeString(folder.resolve("review.txt"), TWO_LINES);

        assertThat(CommandRun.of("tokenize", file.toString()).out())
                .isEqualTo(FIRST.replace("]}\n", ",") + SECOND.substring("{\"tokens\":[".length()));
        assertThat(CommandRun.of("tokenize", "--lines", file.toString()).out()).isEqualTo(FIRST + SECOND);
    }

    @Test
    void tokenize_malformedBytesAndByteOrderMark_areNoFailure() {
        byte[] input = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ' ', (byte) 0xFF, '\n', (byte) 0xC3};

        CommandRun run = CommandRun.withInput(input, "tokenize");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("{\"tokens\":[\"a\"").hasLineCount(2);
    }

    @Test
    void tokenize_model_idsOfItsVocabulary() throws IOException {
        Path model = SmallModel.write(folder.resolve("model.safetensors"));

        CommandRun run = piped("a good film\nBad!\n", "tokenize", "--model", model.toString());

        // The vocabulary is <unk> film good bad.
        assertThat(run).isEqualTo(new CommandRun(0, """
                        {"tokens":["a","good","film"],"ids":[0,2,1]}
                        {"tokens":["bad","!"],"ids":[3,0]}
                        """, ""));
    }

    @Test
    void tokenize_missingFileOrFolder_three() {
        CommandRun missing = CommandRun.of("tokenize", folder.resolve("none").toString());
        CommandRun isFolder = CommandRun.of("tokenize", folder.toString());

        assertThat(missing)
                .isEqualTo(new CommandRun(
                        3,
                        "",
                        "reelsense: There is no file " + folder.resolve("none") + ": check the path"
                                + System.lineSeparator()));
        assertThat(isFolder.code()).isEqualTo(3);
        assertThat(isFolder.err()).contains("is a folder").hasLineCount(1);
    }

    @Test
    void tokenize_endlessLine_threeAndNotAllOfIt() {
        CommandRun run = CommandRun.withInput(
                "x\n".concat("y".repeat(ReviewText.LONGEST + 1)).getBytes(StandardCharsets.UTF_8), "tokenize");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("{\"tokens\":[\"x\"]}\n");
        assertThat(run.err()).contains("standard input, line 2, has more than 10000000 characters");
    }

    @Test
    void tokenize_inputThatPauses_answersBeforeTheEnd() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new BufferedOutputStream(seen, 1 << 16), false, StandardCharsets.UTF_8);
        StringBuilder seenAtSecondRead = new StringBuilder();
        InputStream typed = new InputStream() {
            private int reads;

            @Override
            public int read() {
                throw new UnsupportedOperationException("only whole lines are typed");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (reads++ > 0) {
                    seenAtSecondRead.append(seen.toString(StandardCharsets.UTF_8));
                    return -1;
                }
                buffer[offset] = 'a';
                buffer[offset + 1] = '\n';
                return 2;
            }
        };
        Streams io = new Streams(typed, out, CommandRun.printer(new ByteArrayOutputStream()), Terminals.NONE);

        Main.run(new String[] {"tokenize"}, io);

        assertThat(seenAtSecondRead).hasToString("{\"tokens\":[\"a\"]}\n");
    }
}
