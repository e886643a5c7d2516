/**
 * Word vectors: trained from tokenized reviews, kept in a cache, exchanged as text.
 *
 * <p>{@link org.reelsense.embedding.WordVectors} is what the rest of the toolkit sees; DL4J-NLP's Word2Vec stands behind
 * {@link org.reelsense.embedding.Word2VecEngine} and shows nowhere else. Neighbours: {@code text} gives the vocabulary
 * and the ids, {@code training} starts the network's embedding from the vectors.
 *
 * <p>Traps: the reviews handed in are the caller's promise that no test text is among them. DL4J's own tokenizer strips
 * digits and punctuation and its serialised formats are Java objects; neither is used.
 */
@NullMarked
package org.reelsense.embedding;

import org.jspecify.annotations.NullMarked;
