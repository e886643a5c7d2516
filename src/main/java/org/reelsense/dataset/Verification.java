package org.reelsense.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * What was checked of a dataset, and what came of it.
 *
 * @param place the archive or folder
 * @param checks in the order in which they were made
 */
public record Verification(Path place, List<Check> checks) {

    /** One thing that was checked. */
    public record Check(String what, String expected, String found, boolean passed) {

        private static Check equal(String what, long expected, long found) {
            return new Check(what, Long.toString(expected), Long.toString(found), expected == found);
        }

        private static Check some(String what, long found) {
            return new Check(what, "at least 1", Long.toString(found), found > 0);
        }
    }

    private static final int WORST_POSITIVE = 7;
    private static final int BEST_NEGATIVE = 4;

    public Verification {
        checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    static Verification ofArchive(Path file, Progress progress) throws DataException {
        ArchiveStore.requireFile(file);
        Archive archive = ArchiveStore.hash(file);
        Reviews reviews = new ImdbArchive(file, ArchiveLimits.DEFAULT).read(progress);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "SHA-256 and size",
                "a known archive",
                archive.origin() + " (" + archive.sha256() + ", " + archive.bytes() + " bytes)",
                archive.isKnown()));
        checks.add(Check.equal("negative training reviews", ImdbFacts.PER_CLASS, count(reviews.labelled(), false)));
        checks.add(Check.equal("positive training reviews", ImdbFacts.PER_CLASS, count(reviews.labelled(), true)));
        checks.add(Check.equal("negative test reviews", ImdbFacts.PER_CLASS, count(reviews.test(), false)));
        checks.add(Check.equal("positive test reviews", ImdbFacts.PER_CLASS, count(reviews.test(), true)));
        checks.add(Check.equal(
                "unlabelled reviews", ImdbFacts.UNLABELLED, reviews.unlabelled().size()));
        DevSplit split = DevSplit.cut(reviews.labelled());
        checks.add(Check.equal(
                "dev reviews cut from train", ImdbFacts.DEV, split.dev().size()));
        checks.add(commonFilms(split));
        checks.add(starsAgree(reviews));
        return new Verification(file, checks);
    }

    static Verification ofFolder(Path folder, Progress progress) throws DataException {
        Reviews reviews = new ReviewFolder(folder, ArchiveLimits.DEFAULT).read(progress);
        DevSplit split = DevSplit.cut(reviews.labelled());
        return new Verification(
                folder,
                List.of(
                        Check.some("negative training reviews", count(reviews.labelled(), false)),
                        Check.some("positive training reviews", count(reviews.labelled(), true)),
                        Check.some("negative test reviews", count(reviews.test(), false)),
                        Check.some("positive test reviews", count(reviews.test(), true)),
                        Check.some("dev reviews cut from train", split.dev().size()),
                        commonFilms(split)));
    }

    private static long count(List<Review> reviews, boolean positive) {
        return reviews.stream().filter(r -> r.isPositive() == positive).count();
    }

    private static Check commonFilms(DevSplit split) {
        Set<String> train = films(split.train());
        long common = films(split.dev()).stream().filter(train::contains).count();
        return Check.equal("films in both train and dev", 0, common);
    }

    private static Set<String> films(List<Review> reviews) {
        return reviews.stream()
                .map(Review::film)
                .filter(film -> !film.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The authors left out neutral reviews: negative ones gave 4 stars or fewer, positive ones 7 or more. */
    private static Check starsAgree(Reviews reviews) {
        long disagreeing = reviews.all()
                .filter(r -> r.isLabelled() && r.stars() > 0)
                .filter(r -> r.isPositive() ? r.stars() < WORST_POSITIVE : r.stars() > BEST_NEGATIVE)
                .count();
        return Check.equal("labels that contradict their stars", 0, disagreeing);
    }
}
