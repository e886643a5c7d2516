package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    @TempDir
    Path folder;

    /** The examples of FIPS 180-4 and RFC 1321. */
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, d41d8cd98f00b204e9800998ecf8427e",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, 900150983cd24fb0d6963f7d28e17f72"
    })
    void digests_publishedExample_givesThePublishedDigest(String content, String sha256, String md5)
            throws IOException {
        Path file = Files.writeString(folder.resolve("file"), content);

        assertThat(Checksum.sha256(file)).isEqualTo(sha256);
        assertThat(Checksum.md5(file)).isEqualTo(md5);
    }

    /** A million letters a: longer than any buffer, and an example of FIPS 180-4. */
    @Test
    void sha256_fileLongerThanTheBuffer_givesThePublishedDigest() throws IOException {
        byte[] content = new byte[1_000_000];
        Arrays.fill(content, (byte) 'a');

        assertThat(Checksum.sha256(Files.write(folder.resolve("file"), content)))
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void newDigest_fedBitByBit_givesTheDigestOfTheWhole() {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update("a".getBytes(StandardCharsets.US_ASCII));
        digest.update("bc".getBytes(StandardCharsets.US_ASCII));

        assertThat(Checksum.hex(digest)).startsWith("ba7816bf").hasSize(64);
    }

    @Test
    void sha256_missingFile_namesIt() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> Checksum.sha256(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(missing.toString());
    }
}
