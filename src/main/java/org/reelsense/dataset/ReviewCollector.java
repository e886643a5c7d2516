package org.reelsense.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.reelsense.storage.DataException;

/**
 * Takes reviews and film lists in whatever order an archive or a folder holds them, and hands them out sorted and
 * joined. State of one reading; not thread-safe.
 */
final class ReviewCollector {

    private record Found(ReviewName name, String text) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<Section, FilmList> films = new EnumMap<>(Section.class);

    /** Adds a review; malformed UTF-8 is replaced by U+FFFD. */
    void addReview(ReviewName name, byte[] utf8) {
        found.add(new Found(name, new String(utf8, StandardCharsets.UTF_8)));
    }

    void addFilms(Section section, byte[] utf8) {
        films.put(section, FilmList.parse(utf8));
    }

    int size() {
        return found.size();
    }

    /**
     * All reviews in order.
     *
     * @param where the archive or folder, for messages
     * @param required the sections that must not be empty
     * @throws DataException if a required section is empty or a review is there twice
     */
    Reviews finish(String where, Set<Section> required) throws DataException {
        found.sort(Comparator.comparing(Found::name, ReviewName.ORDER));
        refuseTwins(where);
        Map<Section, List<Review>> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, new ArrayList<>());
        }
        for (Found one : found) {
            sections.get(one.name.section()).add(review(one));
        }
        refuseGaps(where, required, sections);
        return Reviews.of(sections);
    }

    private Review review(Found one) {
        ReviewName name = one.name;
        FilmList list = films.getOrDefault(name.section(), FilmList.UNKNOWN);
        return new Review(name.id(), one.text, name.section().label(), name.stars(), list.film(name.number()));
    }

    /**
     * Makes sure that no two names differ in the case of their letters only: unpacked on some systems, one would be gone.
     *
     * @throws DataException if two do
     */
    void refuseCaseTwins(String where) throws DataException {
        Map<String, ReviewName> seen = new HashMap<>();
        for (Found one : found) {
            if (one.name.stem().chars().noneMatch(Character::isLetter)) {
                continue; // as in the real archive: spares 100,000 strings
            }
            ReviewName other = seen.put(one.name.id().toLowerCase(Locale.ROOT), one.name);
            if (other != null && !other.equals(one.name)) {
                throw new DataException(where + " holds the reviews " + other.id() + " and " + one.name.id()
                        + ", which are one file on some systems: rename one of them");
            }
        }
    }

    private void refuseTwins(String where) throws DataException {
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).name.equals(found.get(i - 1).name)) {
                throw new DataException(
                        where + " holds the review " + found.get(i).name.id()
                                + " twice: fetch it again with `reelsense dataset download`, or remove one of them");
            }
        }
    }

    private static void refuseGaps(String where, Set<Section> required, Map<Section, List<Review>> sections)
            throws DataException {
        List<String> missing = required.stream()
                .filter(section -> sections.get(section).isEmpty())
                .map(Section::path)
                .toList();
        if (!missing.isEmpty()) {
            throw new DataException(where + " holds no reviews in " + String.join(", ", missing)
                    + ": it needs the layout of the Large Movie Review Dataset, with files such as train/pos/0_9.txt");
        }
    }
}
