package org.reelsense.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.storage.Checksum;

/**
 * Which training reviews a model sees that learns from a part of them: half of each class, and those of a small part are
 * in every larger one. The order is that of the SHA-256 of {@value #SALT} and the review's id, so that it needs no random
 * generator and other languages can repeat it.
 */
final class TrainingPart {

    static final String SALT = "reelsense-part-1:";

    private TrainingPart() {}

    /**
     * Indices of the part, ascending; all reviews for {@link Trial#ALL}.
     *
     * @param reviews labelled
     * @param size how many, fewer than there are
     * @throws IllegalArgumentException if a class has not half so many
     */
    static int[] of(List<Review> reviews, int size) {
        if (size == Trial.ALL) {
            return IntStream.range(0, reviews.size()).toArray();
        }
        return IntStream.concat(
                        ofClass(reviews, Label.NEGATIVE, size / 2), ofClass(reviews, Label.POSITIVE, size - size / 2))
                .sorted()
                .toArray();
    }

    /** A review by its index, and where it stands in the order. */
    private record Member(int index, String order) {}

    private static IntStream ofClass(List<Review> reviews, Label label, int size) {
        List<Member> members = IntStream.range(0, reviews.size())
                .filter(i -> reviews.get(i).label() == label)
                .mapToObj(i -> new Member(i, order(reviews.get(i).id())))
                .sorted(Comparator.comparing(Member::order))
                .toList();
        if (members.size() < size) {
            throw new IllegalArgumentException("sizes: a part needs " + size + " "
                    + label.name().toLowerCase(Locale.ROOT) + " training reviews, half of it, and " + members.size()
                    + " are there; give a smaller size");
        }
        return members.stream().limit(size).mapToInt(Member::index);
    }

    private static String order(String id) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        digest.update((SALT + id).getBytes(StandardCharsets.UTF_8));
        return Checksum.hex(digest);
    }
}
