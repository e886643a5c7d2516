package org.reelsense.dataset;

/**
 * How large an archive or a folder of reviews may be, or claim to be, before it is refused: the one table for whatever
 * downloads, unpacks or reads.
 *
 * <p>The copy at hand has 56,711,594 bytes, 3.8 times as many decompressed, and 100,014 entries; its longest review has
 * 14 kB, its longest list of addresses 2.5 MB and its longest name 29 characters. The official archive has 84,125,825
 * bytes, and some 85 MB of word counts besides the reviews.
 *
 * @param reviewBytes of one review
 * @param urlListBytes of one list of addresses
 * @param headerBytes of one entry's header or of one gzip member's, long names included
 * @param nameLength of one entry's path, in characters
 * @param entries of any kind, and members of the gzip file
 * @param fileBytes of a download
 * @param totalBytes decompressed, headers included; of a folder, all its reviews
 * @param ratio of bytes decompressed to bytes read
 * @param freeBytes decompressed whatever the ratio, for small archives of much the same
 */
record ArchiveLimits(
        int reviewBytes,
        int urlListBytes,
        int headerBytes,
        int nameLength,
        int entries,
        long fileBytes,
        long totalBytes,
        int ratio,
        int freeBytes) {

    private static final int TIMES_THE_REAL = 4;

    static final ArchiveLimits DEFAULT = new ArchiveLimits(
            1 << 20,
            8 << 20,
            1 << 17,
            4096,
            250_000,
            TIMES_THE_REAL * 84_125_825L,
            TIMES_THE_REAL * 214_364_160L,
            100,
            1 << 20);

    ArchiveLimits withEntries(int most) {
        return new ArchiveLimits(
                reviewBytes, urlListBytes, headerBytes, nameLength, most, fileBytes, totalBytes, ratio, freeBytes);
    }

    ArchiveLimits withTotalBytes(long most) {
        return new ArchiveLimits(
                reviewBytes, urlListBytes, headerBytes, nameLength, entries, fileBytes, most, ratio, freeBytes);
    }
}
