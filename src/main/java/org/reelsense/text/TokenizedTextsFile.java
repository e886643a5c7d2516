package org.reelsense.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * The cache file of {@link TokenizedTexts}. Integers are varints (seven bits a byte, lowest first, the high bit set on
 * all but the last); since frequent types have small indices a token takes about 1.5 bytes.
 *
 * <pre>
 * magic     4 bytes "RSTT", then the version, 1 byte
 * key       string (varint length in bytes, UTF-8)
 * types     varint number of types, then a string for each
 * documents varint number of documents, then for each a varint length and that many type indices
 * checksum  CRC32C of all before, 4 bytes, highest first
 * </pre>
 *
 * <p>Counts are not stored: counting again takes less time than reading them safely.
 */
final class TokenizedTextsFile {

    private static final byte[] MAGIC = {'R', 'S', 'T', 'T', 1};
    private static final int CHECKSUM_BYTES = 4;

    /** The file is read into one array; a larger one, of over a thousand million tokens, is no use as a cache. */
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;

    private TokenizedTextsFile() {}

    static void save(TokenizedTexts texts, Path file, String key) throws IOException {
        DurableFile.write(file, out -> {
            CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
            writeContent(texts, key, checked);
            int checksum = (int) checked.getChecksum().getValue();
            out.write(ByteBuffer.allocate(CHECKSUM_BYTES).putInt(checksum).array());
        });
    }

    private static void writeContent(TokenizedTexts texts, String key, OutputStream out) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(MAGIC);
        putString(key, head);
        putVarint(texts.types().size(), head);
        texts.types().forEach(type -> putString(type, head));
        putVarint(texts.size(), head);
        head.writeTo(out);
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        for (int i = 0; i < texts.size(); i++) {
            buffer.reset();
            putVarint(texts.length(i), buffer);
            for (int type : texts.document(i)) {
                putVarint(type, buffer);
            }
            buffer.writeTo(out);
        }
    }

    private static void putString(String value, ByteArrayOutputStream out) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putVarint(bytes.length, out);
        out.writeBytes(bytes);
    }

    private static void putVarint(int value, ByteArrayOutputStream out) {
        int rest = value;
        while (rest > 0x7F) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    static Optional<TokenizedTexts> load(Path file, String key) throws IOException {
        try {
            return Files.size(file) > LARGEST_FILE ? Optional.empty() : decode(Files.readAllBytes(file), key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Optional<TokenizedTexts> decode(byte[] bytes, String key) {
        int end = bytes.length - CHECKSUM_BYTES;
        if (!isWhole(bytes, end)) {
            return Optional.empty();
        }
        try {
            return parse(new VarintReader(bytes, MAGIC.length, end), key);
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] bytes, int end) {
        if (end < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        return (int) checksum.getValue() == ByteBuffer.wrap(bytes).getInt(end);
    }

    /** The checksum guards against accidents; a forged file must still do no worse than waste its own size. */
    private static Optional<TokenizedTexts> parse(VarintReader in, String key) throws DataException {
        if (!in.string().equals(key)) {
            return Optional.empty();
        }
        int typeCount = in.length();
        List<String> types = new ArrayList<>(typeCount);
        for (int i = 0; i < typeCount; i++) {
            types.add(in.string());
        }
        int[] counts = new int[typeCount];
        int[][] documents = new int[in.length()][];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = new int[in.length()];
            in.fill(documents[i], typeCount);
            TokenizedTexts.count(documents[i], counts);
        }
        in.requireEnd();
        return Optional.of(new TokenizedTexts(types, counts, documents));
    }
}
