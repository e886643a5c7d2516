package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reelsense.Contribution;
import org.reelsense.Explanation;
import org.reelsense.Prediction;
import org.reelsense.Sentiment;

class ResultWriterTest {

    private static final Prediction LIKED = new Prediction(
            Sentiment.POSITIVE,
            0.75,
            Optional.of(new Explanation(
                    List.of(new Contribution("dull", 0, 4, -0.5), new Contribution("great", 5, 10, 1.25)),
                    0.25,
                    0.0001234567)));

    /** Reads, gives every review the same prediction, writes. */
    private static String converted(String input, InputFormat from, OutputFormat to, boolean explained)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter writer = ResultWriter.of(to, new Labels(0.5), explained);
        try (ReviewReader reader =
                ReviewReader.of("in", new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), from, "text")) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Header header) {
                    writer.header(header.columns(), out);
                } else {
                    writer.write((Review) next.get(), LIKED, out);
                }
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String converted(String input, InputFormat from, OutputFormat to) throws IOException {
        return converted(input, from, to, false);
    }

    @Test
    void csv_values_areQuotedWhereNeeded() throws IOException {
        assertThat(converted("id,text\n\"1\",\"a, \"\"b\"\"\n c\"\n", InputFormat.CSV, OutputFormat.CSV))
                .isEqualTo("id,text,label,probability\n1,\"a, \"\"b\"\"\n c\",positive,0.750000\n");
    }

    @Test
    void csv_withoutRows_hasItsHeader() throws IOException {
        assertThat(converted("id,text\n", InputFormat.CSV, OutputFormat.CSV)).isEqualTo("id,text,label,probability\n");
        assertThat(converted("id\ttext\n", InputFormat.TSV, OutputFormat.TSV))
                .isEqualTo("id\ttext\tlabel\tprobability\n");
    }

    @Test
    void csv_columnsOfOurNames_stayAndOursGetAPrefix() throws IOException {
        assertThat(converted("text,label,reelsense_label\na,1,2\n", InputFormat.CSV, OutputFormat.CSV))
                .isEqualTo("text,label,reelsense_label,reelsense_reelsense_label,probability\n"
                        + "a,1,2,positive,0.750000\n");
        assertThat(converted("{\"text\":\"a\",\"probability\":1}\n", InputFormat.JSONL, OutputFormat.JSONL))
                .isEqualTo("{\"text\":\"a\",\"probability\":1,\"label\":\"positive\","
                        + "\"reelsense_probability\":0.750000}\n");
    }

    @Test
    void tsv_controlCharacters_areWrittenOut() throws IOException {
        assertThat(converted("text,x\n\"a\tb\nc\r\nd\",\u001b[31m\u009b\\n\n", InputFormat.CSV, OutputFormat.TSV))
                .isEqualTo(
                        "text\tx\tlabel\tprobability\na\\tb\\nc\\r\\nd\t\\u001b[31m\\u009b\\n\tpositive\t0.750000\n");
    }

    @Test
    void tsv_ofTsv_staysAsItWas() throws IOException {
        assertThat(converted("text\tx\n\"a \"\"b\"\"\"\t\\\"q\\\" \\n\n", InputFormat.TSV, OutputFormat.TSV))
                .isEqualTo("text\tx\tlabel\tprobability\n\"a \"\"b\"\"\"\t\\\"q\\\" \\n\tpositive\t0.750000\n");
    }

    @Test
    void lines_inTsv_haveNoHeader_inCsvOne() throws IOException {
        assertThat(converted("a\n", InputFormat.LINES, OutputFormat.TSV)).isEqualTo("1\tpositive\t0.750000\n");
        assertThat(converted("a\n", InputFormat.LINES, OutputFormat.CSV))
                .isEqualTo("line,label,probability\n1,positive,0.750000\n");
        assertThat(converted("a\n", InputFormat.LINES, OutputFormat.JSONL))
                .isEqualTo("{\"line\":1,\"label\":\"positive\",\"probability\":0.750000}\n");
    }

    @Test
    void table_thatNamesAColumnLine_hasItsHeader() throws IOException {
        assertThat(converted("{\"text\": \"a\"}\n", InputFormat.JSONL, OutputFormat.TSV))
                .isEqualTo("text\tlabel\tprobability\na\tpositive\t0.750000\n");
    }

    @Test
    void jsonl_ofJsonl_everyValueAsItStood() throws IOException {
        assertThat(converted("  {\"n\": 1.50, \"text\":\"\\u00e9\" }  \r\n", InputFormat.JSONL, OutputFormat.JSONL))
                .isEqualTo("{\"n\": 1.50, \"text\":\"\\u00e9\",\"label\":\"positive\",\"probability\":0.750000}\n");
    }

    @Test
    void explained_everyFormat_saysWhy() throws IOException {
        assertThat(converted("a\n", InputFormat.LINES, OutputFormat.TSV, true))
                .isEqualTo("1\tpositive\t0.750000\tgreat:+1.25 dull:-0.50\n");
        assertThat(converted("a\n", InputFormat.LINES, OutputFormat.JSONL, true))
                .isEqualTo("{\"line\":1,\"label\":\"positive\",\"probability\":0.750000,\"explanation\":["
                        + "{\"token\":\"dull\",\"begin\":0,\"end\":4,\"contribution\":-0.500000},"
                        + "{\"token\":\"great\",\"begin\":5,\"end\":10,\"contribution\":1.250000}],"
                        + "\"baseline\":0.250000,\"rest\":0.000123}\n");
        assertThat(converted("text\na\n", InputFormat.CSV, OutputFormat.CSV, true))
                .isEqualTo("text,label,probability,explanation\na,positive,0.750000,great:+1.25 dull:-0.50\n");
    }

    @Test
    void labels_belowConfidence_undecided() {
        assertThat(new Labels(0.8).of(LIKED)).isEqualTo("undecided");
        assertThat(new Labels(0.75).of(LIKED)).isEqualTo("positive");
        assertThat(new Labels(0.8).of(Prediction.ofProbability(0.1))).isEqualTo("negative");
        assertThatThrownBy(() -> new Labels(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Labels(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headTail_longText_keepsBothEnds() {
        HeadTail three = new HeadTail(3);

        assertThat(three.of("One two<br />three")).isEqualTo("One two<br />three");
        assertThat(three.of("One two, three four")).isEqualTo("one two four");
        assertThat(three.shortened()).isEqualTo(1);
        assertThatThrownBy(() -> new HeadTail(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
