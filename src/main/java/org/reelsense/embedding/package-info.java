/**
 * Word vectors: trained from tokenized reviews, kept in a cache, exchanged with other programs, measured and mapped.
 *
 * <p>{@link org.reelsense.embedding.WordVectors} is what the rest of the toolkit sees; DL4J-NLP's Word2Vec stands behind
 * {@link org.reelsense.embedding.Word2VecEngine} and shows nowhere else. Neighbours: {@code text} gives the vocabulary
 * and the ids, {@code training} starts the network's embedding from the vectors.
 *
 * <p>Exchange: {@link org.reelsense.embedding.VectorFile} reads and writes word2vec text and binary and GloVe text. Id 0
 * is the file's {@code <unk>}; of ours it is written, first, only if it has a vector. What a file claims is believed only
 * as far as its size allows. A word that holds a space cannot be told from its numbers and is refused.
 *
 * <p>Measures: {@link org.reelsense.embedding.NeighbourQuality} says how well neighbours keep to their sentiment,
 * {@link org.reelsense.embedding.WordMap} where the most polar words lie; both take
 * {@link org.reelsense.embedding.PolarWords}.
 *
 * <p>Traps: the reviews handed in are the caller's promise that no test text is among them. DL4J's own tokenizer strips
 * digits and punctuation and its serialised formats are Java objects; neither is used.
 */
@NullMarked
package org.reelsense.embedding;

import org.jspecify.annotations.NullMarked;
