/**
 * The public door: load a model, classify texts.
 *
 * <pre>{@code
 * static long countPositive(Path model, List<String> reviews) throws IOException {
 *     try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
 *         Prediction first = classifier.classify("It starts slowly, and then I could not look away.");
 *         if (first.sentiment() == Sentiment.POSITIVE && first.probability() > 0.9) {
 *             LOG.info("liked it very much");
 *         }
 *         List<Prediction> all = classifier.classify(reviews);
 *         return all.stream().filter(p -> p.sentiment() == Sentiment.POSITIVE).count();
 *     }
 * }
 * }</pre>
 *
 * <p>Without a file it is the model in the box; an {@link org.reelsense.Explanation} says which words made a prediction so:
 *
 * <pre>{@code
 * static Optional<String> mostTelling(String review) throws IOException {
 *     try (SentimentClassifier classifier = SentimentClassifier.load()) {
 *         return classifier.explain(review).explanation().stream()
 *                 .flatMap(why -> why.contributions().stream())
 *                 .max(Comparator.comparingDouble(one -> Math.abs(one.value())))
 *                 .map(one -> review.substring(one.begin(), one.end()));
 *     }
 * }
 * }</pre>
 *
 * <p>Neighbours: {@code text} makes ids of a text, {@code model} reads the file, {@code network} computes; none of them
 * shows here, nor does any library. What this package offers is kept compatible; the packages below may change.
 *
 * <h2>Traps</h2>
 *
 * <ul>
 *   <li>A classifier that is not closed keeps its threads and native memory until the JVM ends. Make one and share it.
 *   <li>Hand over many texts as a list where you have them: scored together they take a fraction of the time.
 *   <li>Hand over raw text: cleaning is part of the tokenizer.
 *   <li>An explanation costs a hundred times what a prediction does, and a text of 20,001 tokens or more gets none.
 * </ul>
 */
@NullMarked
package org.reelsense;

import org.jspecify.annotations.NullMarked;
