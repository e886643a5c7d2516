/**
 * From a raw review to ids: {@link org.reelsense.text.TextCleaner} makes plain text, {@link
 * org.reelsense.text.Tokenizer} cuts it into tokens, {@link org.reelsense.text.TokenizedTexts} holds a tokenized corpus
 * and its cache file, {@link org.reelsense.text.Vocabulary} gives the tokens ids.
 *
 * <p>One scan serves three ends, each a {@code TokenReceiver}: strings, ids without strings ({@code TokenIds}), and a
 * {@link org.reelsense.text.Token} with its place in the raw text, for which the cleaning keeps where each char came from
 * ({@code Rewrite}, {@code TracedText}).
 *
 * <p>Neighbours: uses {@code storage} and {@code progress} only (and jsoup's tables of HTML tags and entities); serves
 * {@code embedding}, {@code network} (ids only), {@code model}, {@code baseline} and {@code training}.
 *
 * <h2>Hints, tips and traps</h2>
 *
 * <ul>
 *   <li>Cleaning is part of the tokenizer: hand it the raw review. Cleaning twice is harmless except for text that shows
 *       markup on purpose ({@code &amp;lt;br&amp;gt;}).
 *   <li>A change of any rule, in cleaning too, changes the meaning of every stored model and cache: then
 *       {@link org.reelsense.text.Tokenizer#ID} must change, and so must {@code make_token_golden.py}, which states the
 *       same rules a second time.
 *   <li>Tokens joined by single spaces tokenize to themselves, so a tokenized text may be stored as text.
 *   <li>The scanner is hand-written because a regular expression over a user's text may backtrack or recurse. Every
 *       look-ahead in it is bounded, or passes over text that is then consumed.
 *   <li>jsoup does not parse the reviews: a parser that mends broken HTML drops the words after {@code a<b}, and a tree is
 *       not needed to drop a tag.
 *   <li>A vocabulary must not see the test reviews: count with {@link org.reelsense.text.TokenizedTexts#countsOver} over
 *       the training and the unlabelled ones. The order of {@code types()} is that of the whole corpus.
 *   <li>A list of tokens takes some 60 bytes a token, ten times its text: ask for ids
 *       ({@link org.reelsense.text.Tokenizer#encode}), or keep {@code TokenizedTexts}.
 *   <li>Letter classes are those of the running JDK; only scripts added to Unicode since can differ between JDKs.
 * </ul>
 */
@NullMarked
package org.reelsense.text;

import org.jspecify.annotations.NullMarked;
