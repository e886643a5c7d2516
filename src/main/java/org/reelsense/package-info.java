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
 * <p>Neighbours: {@code text} makes ids of a text, {@code model} reads the file, {@code network} computes; none of them
 * shows here, nor does any library. What this package offers is kept compatible; the packages below may change.
 *
 * <h2>Traps</h2>
 *
 * <ul>
 *   <li>A classifier that is not closed keeps its threads and native memory until the JVM ends. Make one and share it.
 *   <li>Hand over many texts as a list where you have them: scored together they take a fraction of the time.
 *   <li>Hand over raw text: cleaning is part of the tokenizer.
 * </ul>
 */
@NullMarked
package org.reelsense;

import org.jspecify.annotations.NullMarked;
