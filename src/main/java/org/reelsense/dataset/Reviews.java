package org.reelsense.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.storage.Checksum;

/** Everything that was read, sorted, before the dev set is cut from {@code labelled}. */
record Reviews(List<Review> labelled, List<Review> test, List<Review> unlabelled) {

    Reviews {
        labelled = List.copyOf(labelled);
        test = List.copyOf(test);
        unlabelled = List.copyOf(unlabelled);
    }

    static Reviews of(Map<Section, List<Review>> sections) {
        return new Reviews(
                join(sections.get(Section.TRAIN_NEGATIVE), sections.get(Section.TRAIN_POSITIVE)),
                join(sections.get(Section.TEST_NEGATIVE), sections.get(Section.TEST_POSITIVE)),
                sections.get(Section.UNLABELLED));
    }

    int size() {
        return labelled.size() + test.size() + unlabelled.size();
    }

    Stream<Review> all() {
        return Stream.of(labelled, test, unlabelled).flatMap(List::stream);
    }

    /** A digest of names, films and texts: the identity of reviews that did not come from one file. */
    String sha256() {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        all().flatMap(review -> Stream.of(review.id(), review.film(), review.text()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(bytes -> {
                    // The length first, so that no two lists of texts give the same bytes.
                    digest.update(ByteBuffer.allocate(Integer.BYTES)
                            .putInt(bytes.length)
                            .flip());
                    digest.update(bytes);
                });
        return Checksum.hex(digest);
    }

    private static List<Review> join(List<Review> first, List<Review> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
