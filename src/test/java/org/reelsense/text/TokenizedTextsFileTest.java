package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.progress.Progress;

class TokenizedTextsFileTest {

    private static final String KEY = "sha256:00ff reelsense.tokenizer.v1";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("cache/tokens");
    }

    @Test
    void load_savedFile_givesTheSameTexts() throws Exception {
        TokenizedTexts saved = TokenizedTexts.build(TokenizedTextsTest.randomCorpus(1_000), 2, Progress.SILENT);
        saved.save(file, KEY);
        TokenizedTexts loaded = TokenizedTexts.load(file, KEY).orElseThrow();

        assertThat(loaded.types()).isEqualTo(saved.types()).hasSizeGreaterThan(0x7F);
        assertThat(loaded.counts()).isEqualTo(saved.counts());
        assertThat(loaded.size()).isEqualTo(saved.size());
        for (int i = 0; i < saved.size(); i++) {
            assertThat(loaded.document(i)).isEqualTo(saved.document(i));
        }
    }

    @Test
    void save_twice_givesTheSameBytes() throws Exception {
        saveSmall();
        byte[] first = Files.readAllBytes(file);
        TokenizedTexts.load(file, KEY).orElseThrow().save(file, KEY);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void load_emptyCorpus_isEmpty() throws Exception {
        TokenizedTexts.build(List.of(), 2, Progress.SILENT).save(file, KEY);
        assertThat(TokenizedTexts.load(file, KEY))
                .hasValueSatisfying(texts -> assertThat(texts.size()).isZero());
    }

    @Test
    void load_missingFileOrOtherKey_givesNothing() throws Exception {
        assertThat(TokenizedTexts.load(file, KEY)).isEmpty();
        saveSmall();
        assertThat(TokenizedTexts.load(file, KEY + "x")).isEmpty();
        assertThat(TokenizedTexts.load(file, KEY)).isPresent();
    }

    @Test
    void load_anyBitFlipped_givesNothing() throws Exception {
        byte[] whole = saveSmall();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(TokenizedTextsFile.decode(damaged, KEY))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void load_truncatedOrExtended_givesNothing() throws Exception {
        byte[] whole = saveSmall();
        for (int length = 0; length < whole.length; length++) {
            byte[] start = Arrays.copyOf(whole, length);
            assertThat(TokenizedTextsFile.decode(start, KEY))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(TokenizedTexts.load(file, KEY)).isEmpty();
    }

    /** A right checksum over wrong content: nothing but an empty result or texts that hold together may come out. */
    @Test
    void load_forgedChecksum_staysWithinItsBounds() throws Exception {
        byte[] whole = saveSmall();
        Random random = new Random(11);
        int refused = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] forged = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                forged[5 + random.nextInt(forged.length - 9)] =
                        (byte) (random.nextBoolean() ? -1 : random.nextInt(256));
            }
            refused += TokenizedTextsFile.decode(withChecksum(forged), KEY).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private byte[] saveSmall() throws IOException, InterruptedException {
        TokenizedTexts.build(List.of("a film, isn't it?", "", "a 😀 b"), 1, Progress.SILENT)
                .save(file, KEY);
        return Files.readAllBytes(file);
    }

    private static byte[] withChecksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, 0, content.length - 4);
        ByteBuffer.wrap(content).putInt(content.length - 4, (int) checksum.getValue());
        return content;
    }
}
