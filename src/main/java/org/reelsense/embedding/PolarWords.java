package org.reelsense.embedding;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.text.Vocabulary;

/**
 * Words that speak for one side, the most telling first; none is on both.
 *
 * @param positive words of favourable reviews
 * @param negative words of unfavourable ones
 */
public record PolarWords(List<String> positive, List<String> negative) {

    /**
     * Standard errors by which a word's log-odds are taken nearer to 0. With two, names out of a single film came among
     * the first thirty words of the IMDB reviews: reviews of one film are not independent. Ranked by log-odds over their
     * error instead, words such as "any" and "also" did.
     */
    private static final double STANDARD_ERRORS = 3;
    /** A word whose log-odds are nearer to 0 than so many standard errors is on no side. */
    private static final double LEAST_ERRORS = 2;
    /** Added to each count, so that no odds are 0 or infinite (Haldane 1956, Anscombe 1956). */
    private static final double CORRECTION = 0.5;

    private static final PolarWords STANDARD = new PolarWords(
            words("great excellent wonderful perfect best brilliant superb amazing fantastic beautiful"
                    + " favorite outstanding loved enjoyed masterpiece terrific touching delightful hilarious"
                    + " charming gripping powerful moving memorable good stunning heartwarming underrated subtle fun"),
            words("worst awful terrible horrible boring waste bad poor stupid dull"
                    + " poorly worse lame pointless ridiculous annoying disappointing mess unfunny pathetic"
                    + " laughable dreadful wooden predictable tedious forgettable amateurish cheap clumsy bland"));

    public PolarWords {
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
        if (positive.stream().anyMatch(negative::contains)) {
            throw new IllegalArgumentException("polar words: one is on both sides; give each once");
        }
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    /** Thirty English words of praise and thirty of blame, written down by hand, for use without labelled reviews. */
    public static PolarWords standard() {
        return STANDARD;
    }

    /**
     * Chooses the words whose presence in a review says most about its label: by the log-odds ratio of reviews with and
     * without the word, less three standard errors, so that rare words need a clearer difference. Words within two
     * standard errors of no difference are not chosen. A word counts once a review, however often a review says it.
     *
     * @param documents ids of the labelled reviews to learn from, never those of dev or test
     * @param positive [documents]
     * @param most words of each side
     */
    public static PolarWords chosenFrom(Vocabulary vocabulary, List<int[]> documents, boolean[] positive, int most) {
        int[][] reviewsWith = new int[2][vocabulary.size()];
        int[] reviews = new int[2];
        for (int i = 0; i < positive.length; i++) {
            int side = positive[i] ? 1 : 0;
            reviews[side]++;
            IntStream.of(documents.get(i)).distinct().forEach(id -> reviewsWith[side][id]++);
        }
        return new PolarWords(
                best(vocabulary, reviewsWith[1], reviews[1], reviewsWith[0], reviews[0], most),
                best(vocabulary, reviewsWith[0], reviews[0], reviewsWith[1], reviews[1], most));
    }

    private static List<String> best(
            Vocabulary vocabulary, int[] with, int reviews, int[] othersWith, int others, int most) {
        double[] scores = IntStream.range(0, with.length)
                .mapToDouble(id -> score(with[id], reviews, othersWith[id], others))
                .toArray();
        return IntStream.range(1, scores.length)
                .filter(id -> scores[id] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -scores[id]))
                .limit(most)
                .map(vocabulary::token)
                .toList();
    }

    /** How much the word speaks for the side; minus infinity if it may well not do so at all. */
    private static double score(int with, int reviews, int othersWith, int others) {
        double a = with + CORRECTION;
        double b = reviews - with + CORRECTION;
        double c = othersWith + CORRECTION;
        double d = others - othersWith + CORRECTION;
        double logOdds = Math.log(a * d / (b * c));
        double error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        return logOdds < LEAST_ERRORS * error ? Double.NEGATIVE_INFINITY : logOdds - STANDARD_ERRORS * error;
    }

    /** The first words of each side. */
    public PolarWords first(int most) {
        return new PolarWords(
                positive.stream().limit(most).toList(),
                negative.stream().limit(most).toList());
    }

    /** Those that pass. */
    PolarWords only(Predicate<String> wanted) {
        return new PolarWords(
                positive.stream().filter(wanted).toList(),
                negative.stream().filter(wanted).toList());
    }

    /** Both sides, the positive first. */
    List<String> all() {
        return Stream.concat(positive.stream(), negative.stream()).toList();
    }
}
