package org.reelsense.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;

/**
 * Cuts the dev set from the labelled training reviews so that no film is in both: reviews of one film share names and
 * plot, and a model that has seen them would look better on dev than it is.
 *
 * <p>A tenth of each class goes to dev, film by film. The films stand in the order of the SHA-256 of {@value #SALT} and
 * their name, so that the order needs no random generator and other languages can repeat it. A film is taken if dev
 * still has room for all its reviews. Where that leaves a gap (few films, large ones), films are taken from the
 * smallest on as long as dev comes closer to its size. A review of unknown film is a film of its own.
 *
 * <p>On the 25,000 reviews this gives 1,250 and 1,250 exactly. The split belongs to the data: changing the salt or the
 * share makes every published score incomparable.
 */
record DevSplit(List<Review> train, List<Review> dev) {

    static final String SALT = "reelsense-dev-1:";

    private static final int TRAIN_PER_DEV = 10;
    private static final int ALONE = 1_000_000; // worse than any other distance: dev without one of the classes

    /** The reviews of one film, as numbers, and where the film stands in the order. */
    private record Film(String order, int negative, int positive, String key) {

        int size() {
            return negative + positive;
        }
    }

    /** How many reviews of each class dev holds, or shall hold. */
    private record Count(int negative, int positive) {

        Count plus(Film film) {
            return new Count(negative + film.negative, positive + film.positive);
        }

        boolean holds(Count other) {
            return other.negative <= negative && other.positive <= positive;
        }

        long distance(Count other) {
            return (long) Math.abs(negative - other.negative)
                    + Math.abs(positive - other.positive)
                    + (other.negative == 0 ? ALONE : 0)
                    + (other.positive == 0 ? ALONE : 0);
        }
    }

    /**
     * Both parts, each in the order of {@code labelled}.
     *
     * @throws DataException if there are too few films to leave both classes in both parts
     */
    static DevSplit cut(List<Review> labelled) throws DataException {
        Count all = countOf(labelled);
        Count target = new Count(tenth(all.negative), tenth(all.positive));
        List<Film> films = films(labelled);
        Set<String> taken = new HashSet<>();
        Count reached = fillGap(films, target, takeWhatFits(films, target, taken), taken);
        if (reached.negative == 0
                || reached.positive == 0
                || reached.negative == all.negative
                || reached.positive == all.positive) {
            throw new DataException("No dev set can be cut from " + labelled.size() + " labelled reviews of "
                    + films.size()
                    + " films, because train and dev need both classes and no common film: add reviews of"
                    + " other films");
        }
        return new DevSplit(
                labelled.stream().filter(r -> !taken.contains(key(r))).toList(),
                labelled.stream().filter(r -> taken.contains(key(r))).toList());
    }

    private static Count takeWhatFits(List<Film> films, Count target, Set<String> taken) {
        Count reached = new Count(0, 0);
        for (Film film : films) {
            if (target.holds(reached.plus(film))) {
                reached = reached.plus(film);
                taken.add(film.key);
            }
        }
        return reached;
    }

    private static Count fillGap(List<Film> films, Count target, Count start, Set<String> taken) {
        List<Film> smallestFirst = new ArrayList<>(films);
        smallestFirst.sort(Comparator.comparingInt(Film::size)); // stable: equal sizes keep their order
        Count reached = start;
        for (Film film : smallestFirst) {
            Count next = reached.plus(film);
            if (!taken.contains(film.key) && target.distance(next) < target.distance(reached)) {
                reached = next;
                taken.add(film.key);
            }
        }
        return reached;
    }

    private static List<Film> films(List<Review> labelled) {
        Map<String, List<Review>> byFilm = new LinkedHashMap<>();
        for (Review review : labelled) {
            byFilm.computeIfAbsent(key(review), film -> new ArrayList<>()).add(review);
        }
        List<Film> films = new ArrayList<>();
        byFilm.forEach((key, reviews) -> {
            Count count = countOf(reviews);
            films.add(new Film(order(key), count.negative, count.positive, key));
        });
        films.sort(Comparator.comparing(Film::order));
        return films;
    }

    private static Count countOf(List<Review> reviews) {
        int positive = (int) reviews.stream().filter(Review::isPositive).count();
        return new Count(reviews.size() - positive, positive);
    }

    private static int tenth(int reviews) {
        return Math.max(1, Math.round(reviews / (float) TRAIN_PER_DEV));
    }

    private static String key(Review review) {
        return review.film().isEmpty() ? review.id() : review.film();
    }

    private static String order(String key) {
        var digest = Checksum.newDigest("SHA-256");
        digest.update((SALT + key).getBytes(StandardCharsets.UTF_8));
        return Checksum.hex(digest);
    }
}
