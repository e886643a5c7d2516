package org.reelsense.dataset;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a review's path says: {@code train/pos/123_8.txt} is number 123 of its section and gave 8 stars. Other names
 * ending in {@code .txt} are taken too, without number and stars, so that no file of a user's own folder is lost.
 *
 * @param stem the file's name without its ending
 * @param number what stands before the first underscore; {@link #NO_NUMBER} unless all digits
 * @param stars what stands after the last underscore; 0 unless a number up to 10
 */
record ReviewName(Section section, String stem, long number, int stars) {

    static final long NO_NUMBER = Long.MAX_VALUE;

    /** By section, then by number (not by digits: 2 before 10), then by name. */
    static final Comparator<ReviewName> ORDER = Comparator.comparing(ReviewName::section)
            .thenComparingLong(ReviewName::number)
            .thenComparing(ReviewName::stem);

    private static final String ENDING = ".txt";
    private static final int MOST_DIGITS = 18;
    private static final int MOST_STARS = 10;

    /** The name at a path such as {@code train/pos/123_8.txt}; empty if no review can lie there. */
    static Optional<ReviewName> parse(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || !path.endsWith(ENDING)) {
            return Optional.empty();
        }
        String file = path.substring(slash + 1);
        if (file.startsWith(".")) {
            return Optional.empty();
        }
        String stem = file.substring(0, file.length() - ENDING.length());
        return Section.ofFolder(path.substring(0, slash))
                .map(section -> new ReviewName(section, stem, numberOf(stem), starsOf(stem)));
    }

    String id() {
        return section.path() + "/" + stem;
    }

    private static long numberOf(String stem) {
        int underscore = stem.indexOf('_');
        return digits(underscore < 0 ? stem : stem.substring(0, underscore), NO_NUMBER);
    }

    private static int starsOf(String stem) {
        int underscore = stem.lastIndexOf('_');
        long stars = underscore < 0 ? 0 : digits(stem.substring(underscore + 1), 0);
        return stars > MOST_STARS ? 0 : (int) stars;
    }

    private static long digits(String text, long otherwise) {
        boolean number =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : otherwise;
    }
}
