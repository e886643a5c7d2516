package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** Whatever bytes are handed in as an archive: its reviews, or the one error that names it. */
class ArchiveFuzzTest {

    private static final byte[] GZIP_HEADER = HexFormat.of().parseHex("1f8b08000000000000ff");
    private static final int LARGEST_BLOCK = 0xFFFF;

    @FuzzTest
    void read_anyGzip_readsOrRefuses(byte[] bytes) throws IOException {
        read(bytes);
    }

    /** No fuzzer finds gzip's CRC: here it is always right. */
    @FuzzTest
    void read_anyTar_readsOrRefuses(byte[] bytes) throws IOException {
        if (bytes.length <= LARGEST_BLOCK) {
            read(stored(bytes));
        }
    }

    private static void read(byte[] bytes) throws IOException {
        Path file = FuzzedFile.of(bytes);
        try {
            Reviews reviews = new ImdbArchive(file, ArchiveLimits.DEFAULT).read(Progress.SILENT);
            assertThat(reviews.labelled()).isNotEmpty();
        } catch (DataException refused) {
            if (!String.valueOf(refused.getMessage()).contains(file.toString())) {
                throw new AssertionError(refused);
            }
        }
    }

    /** As one block that is not compressed (RFC 1951, 3.2.4) within gzip's header and trailer. */
    private static byte[] stored(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(GZIP_HEADER.length + 5 + bytes.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(GZIP_HEADER)
                .put((byte) 1)
                .putShort((short) bytes.length)
                .putShort((short) ~bytes.length)
                .put(bytes)
                .putInt((int) crc.getValue())
                .putInt(bytes.length)
                .array();
    }
}
