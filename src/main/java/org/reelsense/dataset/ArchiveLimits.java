package org.reelsense.dataset;

/**
 * How large an archive may claim to be before it is refused. The copy at hand holds 100,014 entries and 137 MB; its
 * longest review has 14 kB and its longest list of addresses 2.5 MB. The official one holds some 85 MB of word counts
 * besides.
 *
 * @param reviewBytes of one review
 * @param urlListBytes of one list of addresses
 * @param headerBytes of one entry's header, long names included
 * @param entries of any kind
 * @param totalBytes decompressed, headers included
 */
record ArchiveLimits(int reviewBytes, int urlListBytes, int headerBytes, int entries, long totalBytes) {

    static final ArchiveLimits DEFAULT = new ArchiveLimits(1 << 20, 8 << 20, 1 << 20, 250_000, 1L << 30);
}
