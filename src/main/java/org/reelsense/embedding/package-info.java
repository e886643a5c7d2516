/**
 * Word vectors: trained from tokenized reviews, kept in a cache, exchanged with other programs, measured and mapped.
 *
 * <p>{@link org.reelsense.embedding.WordVectors} is what the rest of the toolkit sees;
 * {@link org.reelsense.embedding.VectorTraining} trains them with the engine that an
 * {@link org.reelsense.embedding.EmbeddingSpec} names. Neighbours: {@code text} gives the vocabulary and the ids,
 * {@code training} starts the network's embedding from the vectors.
 *
 * <p>Exchange: {@link org.reelsense.embedding.VectorFile} reads and writes word2vec text and binary and GloVe text. Id 0
 * is the file's {@code <unk>}; of ours it is written, first, only if it has a vector. What a file claims is believed only
 * as far as its size allows. A word that holds a space cannot be told from its numbers and is refused.
 *
 * <p>Measures: {@link org.reelsense.embedding.NeighbourQuality} says how well neighbours keep to their sentiment,
 * {@link org.reelsense.embedding.WordMap} where the most polar words lie; both take
 * {@link org.reelsense.embedding.PolarWords}. {@link org.reelsense.embedding.CosineSpace} finds neighbours and analogies,
 * {@link org.reelsense.embedding.WordPairs} are people's judgements to compare cosines with.
 * {@link org.reelsense.embedding.CoveredVocabulary} looks one vocabulary up in the vectors of another.
 *
 * <p>Our own engine: {@code NegativeSamplingEngine} joins the documents ({@code TrainingText}), {@code TextPasses} goes
 * over them epoch by epoch in {@code Shards}, {@code PieceTraining} walks over the windows of a shard, {@code WindowStep}
 * is the mathematics and {@code Rows} the loops under it. What the modes promise:
 *
 * <ul>
 *   <li>{@link org.reelsense.embedding.Execution#DETERMINISTIC}: the same bits for the same text, spec and Java, whatever
 *       the number of threads and however often. A change to the engine may change them: then
 *       {@link org.reelsense.embedding.EmbeddingSpec}'s key must change too, or caches keep the old.
 *   <li>{@link org.reelsense.embedding.Execution#FAST}: no such promise with two threads or more, a third more words a
 *       second, and every thread of a large machine used (deterministic rounds occupy eight).
 * </ul>
 *
 * <p>Traps: the reviews handed in are the caller's promise that no test text is among them. The texts are shuffled
 * before each epoch, so their order plays no part in what is learned last. DL4J-NLP's Word2Vec stands behind
 * {@link org.reelsense.embedding.Word2VecEngine} and shows nowhere else; its own tokenizer strips digits and punctuation
 * and its serialised formats are Java objects; neither is used. It ends only when it is done, also when interrupted.
 */
@NullMarked
package org.reelsense.embedding;

import org.jspecify.annotations.NullMarked;
