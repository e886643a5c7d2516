package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.storage.DataException;

class ReviewReaderTest {

    private static final String BIG = "y".repeat(ReviewReader.LONGEST + 1);
    private static final String BIG_ROW = "y".repeat(ReviewReader.LONGEST_ROW + 1);

    @TempDir
    private Path folder;

    /** Each entry in a line: "row>text" for a review, the message of a failure, the columns of a header. */
    private static List<String> read(InputFormat format, byte[] input) throws IOException {
        return read(format, new ByteArrayInputStream(input));
    }

    private static List<String> read(InputFormat format, InputStream input) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ReviewReader reader = ReviewReader.of("in", input, format, "text")) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(shown(next.get()));
            }
        }
        return entries;
    }

    private static List<String> read(InputFormat format, String input) throws IOException {
        return read(format, input.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Entry entry) {
        if (entry instanceof Review review) {
            String text = review.text();
            String shortened = text.length() > 100 ? text.length() + " chars" : text;
            return String.join("|", review.row().values()).replace(text, shortened) + ">" + shortened;
        }
        return entry instanceof Failure failure ? failure.message() : "" + ((Header) entry).columns();
    }

    @Test
    void text_wholeInput_isOneReview() throws IOException {
        assertThat(read(InputFormat.TEXT, "\uFEFFone\r\n\ntwo\n")).containsExactly("in>one\r\n\ntwo\n");
    }

    @Test
    void lines_lineFeedsOfBothKinds_endReviews() throws IOException {
        assertThat(read(InputFormat.LINES, "\uFEFFone\r\ntwo \u00e9\nthree"))
                .containsExactly("1>one", "2>two \u00e9", "3>three");
        assertThat(read(InputFormat.LINES, "")).isEmpty();
    }

    @Test
    void lines_withoutWord_failAlone() throws IOException {
        assertThat(read(InputFormat.LINES, "a\n\n \t\n<br /><br/>\n\u3000&nbsp;\n...\n"))
                .containsExactly(
                        "1>a",
                        "in, line 2: is empty; there is nothing to score",
                        "in, line 3: is blank; there is nothing to score",
                        "in, line 4: is blank; there is nothing to score",
                        "in, line 5: is blank; there is nothing to score",
                        "6>...");
    }

    @ParameterizedTest
    @EnumSource(
            value = InputFormat.class,
            names = {"TEXT", "CSV", "TSV"})
    void emptyInput_isOneFailure(InputFormat format) throws IOException {
        assertThat(read(format, "")).containsExactly("in: is empty; there is nothing to score");
    }

    @Test
    void malformedBytes_spoilTheirRecordOnly_andAreCounted() throws IOException {
        byte[] input = "caf\u00e9\nb?d\nc\n".getBytes(StandardCharsets.UTF_8);
        input[7] = (byte) 0xFF;

        assertThat(read(InputFormat.LINES, input))
                .containsExactly("1>caf\u00e9", "in, line 2: byte 8 (0xFF) is not UTF-8; convert it to UTF-8", "3>c");
        assertThat(read(InputFormat.LINES, "a\uFFFDb\n")).containsExactly("1>a\uFFFDb");
        assertThat(read(InputFormat.LINES, new byte[] {'a', (byte) 0xC3}))
                .containsExactly("in, line 1: byte 2 (0xC3) is not UTF-8; convert it to UTF-8");
    }

    @Test
    void nul_isNoText() throws IOException {
        assertThat(read(InputFormat.LINES, "\u00e9\0\nb\n"))
                .containsExactly("in, line 1: byte 3 is NUL, so it is no text in UTF-8; convert it", "2>b");
    }

    @Test
    void recordOverTheLimit_isLeftOutAndNotHeld() throws IOException {
        String tooLong = "has more than 67,108,864 bytes; give shorter reviews";
        String tooLongRow = "has more than 10,000,000 bytes; give shorter reviews";

        assertThat(read(InputFormat.LINES, "a\n" + BIG + "\nb\n"))
                .containsExactly("1>a", "in, line 2: " + tooLong, "3>b");
        assertThat(read(InputFormat.TEXT, BIG)).containsExactly("in: " + tooLong);
        assertThat(read(InputFormat.CSV, "text\na\n" + BIG_ROW + "\nb\n"))
                .containsExactly("[text]", "a>a", "in, row 3: " + tooLongRow, "b>b");
        assertThat(read(InputFormat.TSV, "text\na\n" + BIG_ROW + "\nb"))
                .containsExactly("[text]", "a>a", "in, row 3: " + tooLongRow, "b>b");
    }

    @Test
    void longestRecord_isRead() throws IOException {
        String longest = BIG.substring(1);

        assertThat(read(InputFormat.LINES, longest + "\nb")).containsExactly("1>67108864 chars", "2>b");
        assertThat(read(InputFormat.TEXT, longest)).containsExactly("in>67108864 chars");
    }

    @Test
    void csv_quotedValues_keepCommasQuotesAndLines() throws IOException {
        assertThat(read(InputFormat.CSV, "\uFEFFid,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,5\" wide\n3,\"\"\n4,d"))
                .containsExactly(
                        "[id, text]",
                        "1|a, \"b\"\r\nc>a, \"b\"\r\nc",
                        "2|5\" wide>5\" wide",
                        "in, row 5 (line 6): is empty; there is nothing to score",
                        "4|d>d");
    }

    @Test
    void csv_brokenQuote_costsItsLineOnly() throws IOException {
        String broken =
                "has a broken quote (one that is never closed, or text after a closing one); this line is left out";

        assertThat(read(InputFormat.CSV, "id,text\n1,a\n2,\"b\n3,c\n4,\"d\"\n5,e\n"))
                .containsExactly("[id, text]", "1|a>a", "in, row 3: " + broken, "3|c>c", "4|d>d", "5|e>e");
        assertThat(read(InputFormat.CSV, "id,text\n1,\"b\n2,c\n")).contains("in, row 2: " + broken, "2|c>c");
        assertThat(read(InputFormat.CSV, "id,text\n1,\"b\" x\n2,c\n")).contains("in, row 2: " + broken, "2|c>c");
    }

    @Test
    void csv_brokenQuoteFarFromAnother_costsItsLineOnly() throws IOException {
        String after = "2,y\n".repeat(ReviewReader.LONGEST_ROW / 4);

        List<String> entries = read(InputFormat.CSV, "id,text\n1,\"b\n" + after);

        assertThat(entries).hasSize(2 + ReviewReader.LONGEST_ROW / 4).endsWith("2|y>y");
        assertThat(entries.get(1)).startsWith("in, row 2: has a broken quote");
    }

    @Test
    void table_raggedRows_failAlone() throws IOException {
        assertThat(read(InputFormat.CSV, "id,text\n1\n2,a,b\n3,c\n"))
                .containsExactly(
                        "[id, text]",
                        "in, row 2: the values are 1 where the columns are 2; correct the row",
                        "in, row 3: the values are 3 where the columns are 2; correct the row",
                        "3|c>c");
    }

    @Test
    void table_columnThatIsNotThere_namesThoseThatAre() throws IOException {
        assertThat(read(InputFormat.CSV, "id,review\n1,a\n"))
                .containsExactly("in: has no column 'text', only 'id', 'review'; name one of them with --column");
        assertThat(read(InputFormat.JSONL, "{\"id\":1,\"review\":\"a\"}\n{}\n"))
                .containsExactly(
                        "in, line 1: has no field 'text', only 'id', 'review'; name one of them with --column");
    }

    @Test
    void table_twoColumnsOfTheName_isRefused() throws IOException {
        assertThat(read(InputFormat.TSV, "text\ttext\na\tb\n"))
                .containsExactly("in: has two columns named text; rename one");
        assertThat(read(InputFormat.CSV, "x,x,text\n1,2,a\n")).containsExactly("[x, x, text]", "1|2|a>a");
    }

    /** "bA" and "ab" have one hash in Jackson's table of names, and so has whatever is put together of them. */
    @Test
    void jsonLines_namesMadeToCollide_areNamesLikeOthers() throws IOException {
        StringBuilder line = new StringBuilder("{\"text\":\"good\"");
        for (int name = 0; name < 1 << 10; name++) {
            line.append(",\"");
            for (int bit = 0; bit < 10; bit++) {
                line.append((name >> bit & 1) == 0 ? "bA" : "ab");
            }
            line.append("\":1");
        }
        String hostile = line.append("}\n").toString();

        assertThat(read(InputFormat.JSONL, hostile + "{\"text\":\"fine\"}\n" + hostile))
                .hasSize(3)
                .allMatch(entry -> entry.contains(">good") || entry.contains(">fine"));
    }

    @Test
    void tsv_quotesAroundText_areNoPartOfIt() throws IOException {
        assertThat(read(InputFormat.TSV, "id\ttext\r\n1\t\"a \"\"b\"\"\"\r\n2\t\"c\" d\n3\t\"e \\\"f\\\"\"\n"))
                .containsExactly(
                        "[id, text]",
                        "1|\"a \"\"b\"\"\">a \"b\"",
                        "2|\"c\" d>\"c\" d",
                        "3|\"e \\\"f\\\"\">\"e \\\"f\\\"\"");
    }

    @Test
    void jsonLines_values_standAsWritten() throws IOException {
        assertThat(read(InputFormat.JSONL, """
                {"id": 1.50, "text": "a\\n\\u00e9", "more": {"x": [1,  2]}, "none": null}

                {"text": "b"}
                """)).containsExactly("1.50|a\n\u00e9|{\"x\": [1,  2]}|>a\n\u00e9", "b>b");
    }

    @Test
    void jsonLines_whatIsNoObjectWithText_failsAlone() throws IOException {
        List<String> entries = read(InputFormat.JSONL, """
                {"text": "a"}
                {"text": "b"
                [1]
                {"text": 5}
                {"other": "x"}
                {"text": "c"} {"text": "d"}
                {"text": "e", "text": "f"}
                {"text": "g"}
                """);

        assertThat(entries).hasSize(8).startsWith("a>a").endsWith("g>g");
        assertThat(entries.get(1)).startsWith("in, line 2: is no JSON object (");
        assertThat(entries.get(2)).isEqualTo("in, line 3: is no JSON object; give an object a line");
        assertThat(entries.get(3)).isEqualTo("in, line 4: the field 'text' is no string; give the text as one");
        assertThat(entries.get(4)).startsWith("in, line 5: has no field 'text', only 'other'");
        assertThat(entries.get(5)).isEqualTo("in, line 6: has more than one JSON value; give one object a line");
        assertThat(entries.get(6)).startsWith("in, line 7: is no JSON object (Duplicate field 'text'");
    }

    @Test
    void jsonLines_firstOnesWithoutTheColumn_failAlone() throws IOException {
        assertThat(read(InputFormat.JSONL, "{\"version\":1}\n{\n{\"text\":\"a\"}\n{\"x\":1}\n"))
                .hasSize(4)
                .contains("a>a")
                .startsWith("in, line 1: has no field 'text', only 'version'; name one of them with --column")
                .endsWith("in, line 4: has no field 'text', only 'x'; name one of them with --column")
                .element(1)
                .asString()
                .startsWith("in, line 2: is no JSON object (");
    }

    /** A column of the wrong name is one failure, not a million; what is damaged besides is still named. */
    @Test
    void jsonLines_noneWithTheColumn_oneFailureOfUsage() throws IOException {
        String lines = "{\"x\":1}\n[]\n" + "{\"x\":2}\n".repeat(ColumnSearch.LOOK_AHEAD);

        assertThat(read(InputFormat.JSONL, lines + "{\"text\":\"late\"}\n"))
                .containsExactly(
                        "in, line 1: has no field 'text', only 'x'; name one of them with --column"
                                + " (no review in 1,000 lines, so the rest is not read)",
                        "in, line 2: is no JSON object; give an object a line");
        try (ReviewReader reader = ReviewReader.of(
                "in", new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8)), InputFormat.JSONL, "text")) {
            assertThat(reader.next().map(entry -> ((Failure) entry).usage())).contains(true);
        }
    }

    @Test
    void jsonLines_stringOverTheLimit_failsAlone() throws IOException {
        String longest = "y".repeat(ReviewReader.LONGEST_STRING);

        assertThat(read(InputFormat.JSONL, """
                {"text":"%s"}
                {"text":"%sy"}
                {"text":"b"}
                """.formatted(longest, longest)))
                .containsExactly(
                        "20000000 chars>20000000 chars",
                        "in, line 2: has a string of more than 20,000,000 characters, or lists deep within lists;"
                                + " give shorter reviews",
                        "b>b");
    }

    @Test
    void open_gzip_isDecompressed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("text\na\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("a.csv.gz"), packed.toByteArray());

        try (ReviewReader reader = ReviewReader.open(file, InputFormat.of(file).orElseThrow(), "text")) {
            assertThat(reader.next()).contains(new Header(List.of("text")));
            assertThat(reader.next().map(entry -> ((Review) entry).text())).contains("a");
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void open_whatCannotBeOpened_saysWhy() throws IOException {
        Path noGzip = Files.writeString(folder.resolve("a.csv.gz"), "text\n");

        assertThatThrownBy(() -> ReviewReader.open(noGzip, InputFormat.CSV, "text"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be decompressed");
        assertThatThrownBy(() -> ReviewReader.open(folder, InputFormat.TEXT, "text"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + ": is a folder");
        assertThatThrownBy(() -> ReviewReader.open(folder.resolve("none"), InputFormat.TEXT, "text"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("none") + ": no such file or folder; check the path");
    }

    @Test
    void formatOf_name_itsEnd() {
        assertThat(InputFormat.of(Path.of("a/B.CSV.gz"))).contains(InputFormat.CSV);
        assertThat(InputFormat.of(Path.of("b.ndjson"))).contains(InputFormat.JSONL);
        assertThat(InputFormat.of(Path.of("b.txt"))).contains(InputFormat.TEXT);
        assertThat(InputFormat.of(Path.of("csv"))).isEmpty();
        assertThat(InputFormat.of(Path.of("/"))).isEmpty();
    }
}
