package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.reelsense.model.RawFile.entry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.model.ModelFileException.Reason;

/** Every kind of wrong file has its own reason, and none costs more memory than the file is long. */
class HostileModelFileTest {

    private static final String GOOD = entry("a", "F32", "[2]", "[0,8]");
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    static Stream<Arguments> length() {
        byte[] header = "{}".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                hostile("empty file", new byte[0], Reason.TOO_SHORT),
                hostile("seven bytes", new byte[7], Reason.TOO_SHORT),
                hostile("header length 0", RawFile.claiming(0, header, 0), Reason.HEADER_NOT_JSON),
                hostile("header length 1", RawFile.claiming(1, header, 0), Reason.HEADER_NOT_JSON),
                hostile("header past the end", RawFile.claiming(3, header, 0), Reason.TOO_SHORT),
                hostile("header length at the cap", RawFile.claiming(16 << 20, header, 0), Reason.TOO_SHORT),
                hostile("over the cap", RawFile.claiming((16 << 20) + 1, header, 0), Reason.HEADER_TOO_LARGE),
                hostile("2^31-1", RawFile.claiming(Integer.MAX_VALUE, header, 0), Reason.HEADER_TOO_LARGE),
                hostile("2^63-1", RawFile.claiming(Long.MAX_VALUE, header, 0), Reason.HEADER_TOO_LARGE),
                hostile("-1", RawFile.claiming(-1, header, 0), Reason.HEADER_TOO_LARGE),
                hostile("100 GB", RawFile.claiming(100_000_000_000L, header, 0), Reason.HEADER_TOO_LARGE));
    }

    static Stream<Arguments> magic() {
        return Stream.of(
                        "aced000573720011",
                        "504b030414000800",
                        "894844460d0a1a0a",
                        "4747554603000000",
                        "3c21444f43545950",
                        "7665727369",
                        "aced0005")
                .map(hex -> hostile(hex, HexFormat.of().parseHex(hex), Reason.WRONG_FORMAT));
    }

    static Stream<Arguments> json() {
        return Stream.of(
                header("not an object", "[]", Reason.HEADER_NOT_JSON),
                header("leading space", " {}", Reason.HEADER_NOT_JSON),
                header("leading BOM", "\ufeff{}", Reason.HEADER_NOT_JSON),
                header("never closed", "{\"a\":", Reason.HEADER_NOT_JSON),
                header("closed too soon", "{" + GOOD, Reason.HEADER_NOT_JSON),
                header("two objects", "{}{}", Reason.HEADER_NOT_JSON),
                header("text after it", "{} x", Reason.HEADER_NOT_JSON),
                header("NUL padding", "{}\0\0", Reason.HEADER_NOT_JSON),
                header("comment", "{/**/}", Reason.HEADER_NOT_JSON),
                header("single quotes", "{'a':1}", Reason.HEADER_NOT_JSON),
                header("trailing comma", "{" + GOOD + ",}", Reason.HEADER_NOT_JSON),
                header("raw newline in a name", "{\"a\n\":1}", Reason.HEADER_NOT_JSON),
                header("bad escape", "{\"\\x\":1}", Reason.HEADER_NOT_JSON),
                header("nesting", "{\"a\":" + "[".repeat(100_000), Reason.BAD_ENTRY),
                header("nesting in a shape", "{\"a\":{\"shape\":" + "[".repeat(100_000), Reason.LIMIT_EXCEEDED),
                header(
                        "nesting in metadata",
                        "{\"__metadata__\":{\"a\":" + "{\"a\":".repeat(100_000),
                        Reason.BAD_METADATA));
    }

    static Stream<Arguments> utf8() {
        return Stream.of("c080", "c1bf", "e08080", "eda080", "f0808080", "f4908080", "ff", "80", "c3", "e282", "f09f8e")
                .flatMap(hex -> Stream.of(
                        hostile("name " + hex, RawFile.of(spliced("{\"", hex, "\":1}"), 0), Reason.BAD_UTF8),
                        hostile("end " + hex, RawFile.of(spliced("{}", hex, ""), 0), Reason.BAD_UTF8)));
    }

    static Stream<Arguments> surrogates() {
        return Stream.of("\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800\\ud800")
                .flatMap(half -> Stream.of(
                        header("name " + half, "{\"" + half + "\":1}", Reason.HEADER_NOT_JSON),
                        header("text " + half, "{\"__metadata__\":{\"a\":\"" + half + "\"}}", Reason.HEADER_NOT_JSON)));
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                header("list", "{\"__metadata__\":[]}", Reason.BAD_METADATA),
                header("null", "{\"__metadata__\":null}", Reason.BAD_METADATA),
                header("number", "{\"__metadata__\":{\"a\":1}}", Reason.BAD_METADATA),
                header("object", "{\"__metadata__\":{\"a\":{}}}", Reason.BAD_METADATA),
                header("key twice", "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", Reason.DUPLICATE_NAME),
                header("key twice, escaped", "{\"__metadata__\":{\"a\":\"\",\"\\u0061\":\"\"}}", Reason.DUPLICATE_NAME),
                header("metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}", Reason.DUPLICATE_NAME),
                header(
                        "our format, no checksum",
                        "{\"__metadata__\":{\"format\":\"reelsense.v1\"}}",
                        0,
                        Reason.CHECKSUM),
                header("later format", "{\"__metadata__\":{\"format\":\"reelsense.v2\"}}", 0, Reason.WRONG_FORMAT),
                header("wrong checksum", "{\"__metadata__\":{\"checksum\":\"sha256:00\"}}", 0, Reason.CHECKSUM));
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                header("no object", "{\"a\":1}", Reason.BAD_ENTRY),
                header("null", "{\"a\":null}", Reason.BAD_ENTRY),
                header("empty", "{\"a\":{}}", Reason.BAD_ENTRY),
                header("empty name", "{" + entry("", "F32", "[2]", "[0,8]") + "}", Reason.BAD_ENTRY),
                header("no dtype", "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}", Reason.BAD_ENTRY),
                header("no shape", "{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}", Reason.BAD_ENTRY),
                header("no offsets", "{\"a\":{\"dtype\":\"U8\",\"shape\":[0]}}", Reason.BAD_ENTRY),
                header("unknown field", "{\"a\":{\"dtype\":\"U8\",\"shap\":[8]}}", Reason.BAD_ENTRY),
                header("field twice", "{\"a\":{\"shape\":[2],\"shape\":[2]}}", Reason.DUPLICATE_NAME),
                header("name twice", "{" + GOOD + "," + GOOD + "}", Reason.DUPLICATE_NAME),
                header(
                        "name twice, escaped",
                        "{" + GOOD + "," + GOOD.replaceFirst("a", "\\\\u0061") + "}",
                        Reason.DUPLICATE_NAME),
                header("dtype number", "{\"a\":{\"dtype\":32}}", Reason.UNKNOWN_DTYPE),
                tensor("half", "F16", "[4]", "[0,8]", Reason.UNKNOWN_DTYPE),
                tensor("int", "I64", "[1]", "[0,8]", Reason.UNKNOWN_DTYPE),
                tensor("lower case", "f32", "[2]", "[0,8]", Reason.UNKNOWN_DTYPE),
                tensor("empty dtype", "", "[2]", "[0,8]", Reason.UNKNOWN_DTYPE));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                tensor("no list", "F32", "2", "[0,8]", Reason.BAD_SHAPE),
                tensor("text", "F32", "[\"2\"]", "[0,8]", Reason.BAD_SHAPE),
                tensor("null", "F32", "[null]", "[0,8]", Reason.BAD_SHAPE),
                tensor("fraction", "F32", "[2.0]", "[0,8]", Reason.BAD_SHAPE),
                tensor("exponent", "F32", "[2e0]", "[0,8]", Reason.BAD_SHAPE),
                tensor("negative", "F32", "[-2]", "[0,8]", Reason.BAD_SHAPE),
                tensor("negative twice", "F32", "[-1,-2]", "[0,8]", Reason.BAD_SHAPE),
                tensor("nine axes", "F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]", Reason.BAD_SHAPE),
                tensor("2^63", "F32", "[9223372036854775808]", "[0,8]", Reason.BAD_SHAPE),
                tensor("2^64+2", "F32", "[18446744073709551618]", "[0,8]", Reason.BAD_SHAPE),
                tensor("product 2^64", "F32", "[4294967296,4294967296]", "[0,0]", Reason.BAD_SHAPE),
                tensor("product 2^64+2, int axes", "U8", "[274177,2147483647,2147483647,3]", "[0,8]", Reason.BAD_SHAPE),
                tensor("product fits, bytes do not", "F32", "[4611686018427387906]", "[0,8]", Reason.BAD_SHAPE),
                tensor("int product wraps to 2", "F32", "[65536,65536]", "[0,0]", Reason.BAD_OFFSETS),
                tensor("int bytes wrap", "F32", "[1073741826]", "[0,8]", Reason.BAD_OFFSETS),
                tensor("axis over an int", "U8", "[0,4294967296]", "[0,0]", Reason.BAD_SHAPE),
                tensor("too few", "F32", "[1]", "[0,8]", Reason.BAD_OFFSETS),
                tensor("too many", "F32", "[3]", "[0,8]", Reason.BAD_OFFSETS),
                tensor("200 digits", "F32", "[" + "1".repeat(200) + "]", "[0,8]", Reason.LIMIT_EXCEEDED),
                tensor("leading zero", "F32", "[02]", "[0,8]", Reason.HEADER_NOT_JSON),
                tensor("never ends", "F32", "[2", "[0,8]", Reason.BAD_SHAPE));
    }

    static Stream<Arguments> offsets() {
        return Stream.of(
                tensor("one", "F32", "[2]", "[8]", Reason.BAD_OFFSETS),
                tensor("none", "F32", "[0]", "[]", Reason.BAD_OFFSETS),
                tensor("three", "F32", "[2]", "[0,8,8]", Reason.BAD_OFFSETS),
                tensor("text", "F32", "[2]", "\"0,8\"", Reason.BAD_OFFSETS),
                tensor("reversed", "F32", "[2]", "[8,0]", Reason.BAD_OFFSETS),
                tensor("negative", "F32", "[2]", "[-8,0]", Reason.BAD_OFFSETS),
                tensor("2^63", "F32", "[2]", "[9223372036854775808,9223372036854775816]", Reason.BAD_OFFSETS),
                tensor(
                        "at the end of long",
                        "F32",
                        "[2]",
                        "[9223372036854775799,9223372036854775807]",
                        Reason.HOLE_OR_OVERLAP),
                tensor("fraction", "F32", "[2]", "[0.0,8]", Reason.BAD_OFFSETS),
                tensor("hole in front", "F32", "[1]", "[4,8]", Reason.HOLE_OR_OVERLAP),
                tensor("trailing", "F32", "[1]", "[0,4]", Reason.TRAILING_BYTES),
                tensor("truncated", "F32", "[3]", "[0,12]", Reason.TOO_SHORT),
                tensor("100 GB", "F32", "[25,1000000000]", "[0,100000000000]", Reason.TOO_SHORT),
                tensor("8 EB", "U8", "[3,3074457345618258602]", "[0,9223372036854775806]", Reason.BAD_SHAPE),
                header("data but no tensor", "{}", 8, Reason.TRAILING_BYTES),
                two("same place", "[0,8]", "[0,8]", Reason.HOLE_OR_OVERLAP),
                two("overlap", "[0,8]", "[4,12]", Reason.HOLE_OR_OVERLAP),
                two("overlap, other order", "[4,12]", "[0,8]", Reason.HOLE_OR_OVERLAP),
                two("hole", "[0,8]", "[12,20]", Reason.HOLE_OR_OVERLAP),
                header(
                        "empty one inside another",
                        "{" + GOOD + "," + entry("b", "F32", "[0]", "[4,4]") + "}",
                        8,
                        Reason.HOLE_OR_OVERLAP),
                header(
                        "empty one past the end",
                        "{" + GOOD + "," + entry("b", "F32", "[0]", "[12,12]") + "}",
                        8,
                        Reason.HOLE_OR_OVERLAP));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                header("10,001 tensors", "{" + many(10_001) + "}", Reason.LIMIT_EXCEEDED),
                header("16 MiB of tensors", "{" + many(250_000) + "}", Reason.LIMIT_EXCEEDED),
                header(
                        "1,001 metadata entries",
                        "{\"__metadata__\":{"
                                + IntStream.range(0, 1_001)
                                        .mapToObj(i -> "\"" + i + "\":\"\"")
                                        .collect(Collectors.joining(","))
                                + "}}",
                        Reason.LIMIT_EXCEEDED),
                header("long name", "{" + entry("n".repeat(1_025), "F32", "[2]", "[0,8]") + "}", Reason.LIMIT_EXCEEDED),
                header("16 MB name", "{\"" + "n".repeat(16_000_000) + "\":1}", Reason.LIMIT_EXCEEDED),
                header("16 MB escaped name", "{\"" + "\\u0061".repeat(2_600_000) + "\":1}", Reason.LIMIT_EXCEEDED),
                header(
                        "long text",
                        "{\"__metadata__\":{\"a\":\"" + "t".repeat((4 << 20) + 1) + "\"}}",
                        Reason.LIMIT_EXCEEDED),
                header("16 MB number", "{\"a\":{\"shape\":[" + "1".repeat(16_000_000) + "]}}", Reason.LIMIT_EXCEEDED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"length", "magic", "json", "utf8", "surrogates", "metadata", "entries", "shapes", "offsets", "limits"
    })
    void read_hostileFile_itsReasonAndLittleMemory(String label, byte[] bytes, Reason reason) throws IOException {
        Path file = Files.write(folder.resolve("hostile.safetensors"), bytes);
        warmUp();

        long before = allocated();
        ModelFileException e = refusal(file);
        long taken = allocated() - before;

        assertThat(e).as("%s loads", label).isNotNull();
        assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
        assertThat(e).hasMessageStartingWith(file + ": ").hasMessageContaining("; ");
        assertThat(e.getMessage()).hasSizeLessThan(700).doesNotContainPattern("[\\p{Cc}]");
        assertThat(taken).isLessThan(2L * bytes.length + 16 * MIB);
    }

    /** Label, bytes and reason of all of them. */
    static List<Object[]> everything() {
        return Stream.of(
                        length(),
                        magic(),
                        json(),
                        utf8(),
                        surrogates(),
                        metadata(),
                        entries(),
                        shapes(),
                        offsets(),
                        limits())
                .flatMap(files -> files)
                .map(Arguments::get)
                .toList();
    }

    @Test
    void reason_everyOne_isReached() {
        assertThat(everything().stream().map(one -> (Reason) one[2]).collect(Collectors.toSet()))
                .as("the others have tests of their own below")
                .hasSize(Reason.values().length - 3)
                .doesNotContain(Reason.MISSING, Reason.UNREADABLE, Reason.TOO_LARGE);
    }

    @Test
    void read_missingOrFolder_named() {
        Path missing = folder.resolve("missing");

        assertThat(refusal(missing)).hasMessage("%s: there is no such file; check the path", missing);
        assertThat(refusal(missing).reason()).isEqualTo(Reason.MISSING);
        assertThat(refusal(folder).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void read_javaSerialisation_saysSo() throws IOException {
        Path file = Files.write(folder.resolve("x"), HexFormat.of().parseHex("aced0005"));

        assertThat(refusal(file)).hasMessageContaining("Java-serialised").hasMessageContaining("never read");
    }

    /** The claims are true here: a sparse file really has the bytes. */
    @Test
    void read_moreThanHalfTheHeap_refusedBeforeAllocating() throws IOException {
        long each = Integer.MAX_VALUE / 2;
        int count = (int) (Runtime.getRuntime().maxMemory() / 2 / each) + 1;
        String header = "{"
                + IntStream.range(0, count)
                        .mapToObj(i -> entry(
                                "t" + i, "U8", "[%d]".formatted(each), "[%d,%d]".formatted(i * each, (i + 1) * each)))
                        .collect(Collectors.joining(","))
                + "}";

        assertThat(sparseRefusal(header, count * each)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void read_hundredGigabytesClaimed_costsUnderAMegabyte() throws IOException {
        Path data = Files.write(
                folder.resolve("data"),
                RawFile.of("{" + entry("a", "F32", "[25,1000000000]", "[0,100000000000]") + "}", 8));
        Path header = Files.write(folder.resolve("header"), RawFile.claiming(100_000_000_000L, new byte[0], 8));
        warmUp();

        long before = allocated();
        ModelFileException first = refusal(data);
        ModelFileException second = refusal(header);
        long taken = allocated() - before;

        assertThat(first.reason()).isEqualTo(Reason.TOO_SHORT);
        assertThat(second.reason()).isEqualTo(Reason.HEADER_TOO_LARGE);
        assertThat(taken).isLessThan(MIB);
    }

    @Test
    void read_twentyMegabytes_takesTheFileOnce() throws IOException {
        Path file = folder.resolve("large");
        new ModelFile(
                        Map.of("format", "reelsense.v1"),
                        Map.of(
                                "a",
                                Tensor.f32(List.of(5, 1 << 20), new float[5 << 20]),
                                "b",
                                Tensor.u8(List.of(7), new byte[7])))
                .write(file);
        warmUp();

        long before = allocated();
        ModelFile content = ModelFile.read(file);
        long taken = allocated() - before;

        assertThat(content.tensors().get("a").size()).isEqualTo(5 << 20);
        assertThat(taken).isBetween(20 * MIB, 21 * MIB);
    }

    private Reason sparseRefusal(String header, long dataBytes) throws IOException {
        byte[] start = RawFile.of(header, 0);
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(start);
            sparse.setLength(start.length + dataBytes);
        }
        warmUp();
        long before = allocated();
        Reason reason = refusal(file).reason();
        assertThat(allocated() - before).isLessThan(MIB);
        return reason;
    }

    /** The exception; null, which every caller then fails on, if the file loads. */
    private static ModelFileException refusal(Path file) {
        return catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(file));
    }

    /** Loads the classes, which would count as the reader's memory. */
    private void warmUp() throws IOException {
        Path file = Files.write(
                folder.resolve("warm"),
                RawFile.of("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}", 2));
        refusal(file);
        ModelFile.read(RawFile.golden("ours.safetensors"));
    }

    private static long allocated() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static Arguments hostile(String label, byte[] bytes, Reason reason) {
        return Arguments.of(label, bytes, reason);
    }

    private static Arguments header(String label, String header, Reason reason) {
        return header(label, header, 8, reason);
    }

    private static Arguments header(String label, String header, int dataBytes, Reason reason) {
        return hostile(label, RawFile.of(header, dataBytes), reason);
    }

    private static Arguments tensor(String label, String dtype, String shape, String offsets, Reason reason) {
        return header(
                label + " " + shape.substring(0, Math.min(40, shape.length())),
                "{" + entry("a", dtype, shape, offsets) + "}",
                reason);
    }

    private static Arguments two(String label, String first, String second, Reason reason) {
        return header(
                label,
                "{" + entry("a", "F32", "[2]", first) + "," + entry("b", "F32", "[2]", second) + "}",
                20,
                reason);
    }

    private static String many(int tensors) {
        return IntStream.range(0, tensors)
                .mapToObj(i -> entry("t" + i, "U8", "[0]", "[0,0]"))
                .collect(Collectors.joining(","));
    }

    private static byte[] spliced(String before, String hex, String after) {
        byte[] middle = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocate(before.length() + middle.length + after.length())
                .put(before.getBytes(StandardCharsets.US_ASCII))
                .put(middle)
                .put(after.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
