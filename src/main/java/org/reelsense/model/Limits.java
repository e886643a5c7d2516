package org.reelsense.model;

/** How much a file may hold. Far above any model of ours, far below what would hurt a reader. */
final class Limits {

    /** The published format allows 100 MB of header; ours take about 10 kB. */
    static final int HEADER_BYTES = 16 << 20;

    /** Of a model read from a stream, such as the one in the jar, which takes about 6 MB. */
    private static final int STREAM_BYTES = 64 << 20;

    static final int TENSORS = 10_000;
    static final int METADATA_ENTRIES = 1_000;

    /** Of a tensor's name or a metadata key, in UTF-16 units. */
    static final int NAME_CHARS = 1_024;

    /** Of a metadata value, in UTF-16 units. */
    static final int VALUE_CHARS = 4 << 20;

    static final int RANK = 8;

    /** Header object, tensor object, list. */
    static final int JSON_DEPTH = 3;

    /** More digits than any number a header can need. */
    static final int JSON_DIGITS = 100;

    private Limits() {}

    /** An eighth of the heap at most: the stream's bytes are held up to twice, then the tensors, then their numbers. */
    static int streamBytes() {
        return (int) Math.min(STREAM_BYTES, Runtime.getRuntime().maxMemory() / 8);
    }
}
