package org.reelsense.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where rows end, above all where quotes are broken. */
class CsvSyntaxTest {

    private static final String CHARACTERS = "aa,,\"\"\"\n\n\r";
    private static final int NO_MARKS = ReviewReader.LONGEST_ROW;

    /** No quote in it is ever closed: from each line the search goes to the end, or as far as a row may go. */
    @Test
    void csv_everyLineOpensAQuoteForEver_takesLinearTime() throws IOException {
        byte[] bytes = ("text\n" + "a\",\"\"\"\n".repeat(3_000_000)).getBytes(StandardCharsets.US_ASCII);
        ReviewReader reader = ReviewReader.of("in", new ByteArrayInputStream(bytes), InputFormat.CSV, "text");
        int failures = assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int count = 0;
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                count += entry.get() instanceof Failure ? 1 : 0;
            }
            return count;
        });

        assertThat(failures).isEqualTo(3_000_000);
    }

    @Test
    void extent_searchesRemembered_changeNoRow() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = random(random, random.nextInt(80));
            int longest = 5 + random.nextInt(40);

            assertThat(extents(bytes, longest, new CsvSyntax(new FutileScan(longest, 1 + random.nextInt(4)))))
                    .as(new String(bytes, StandardCharsets.US_ASCII))
                    .isEqualTo(extents(bytes, longest, new CsvSyntax(new FutileScan(longest, NO_MARKS))));
        }
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        }
        return bytes;
    }

    private static List<TableSyntax.Extent> extents(byte[] bytes, int longest, CsvSyntax syntax) throws IOException {
        List<TableSyntax.Extent> extents = new ArrayList<>();
        try (ByteWindow window = new ByteWindow(new ByteArrayInputStream(bytes), longest)) {
            while (window.at(0) != ByteWindow.END) {
                TableSyntax.Extent extent = syntax.extent(window);
                extents.add(extent);
                if (extent.fault().isEmpty()) {
                    window.drop(extent.size());
                } else {
                    window.dropLine();
                }
            }
        }
        return extents;
    }
}
