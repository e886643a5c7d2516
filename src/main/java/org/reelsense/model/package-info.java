/**
 * The model file: a trained classifier or forecaster as one safetensors file, safe against any content.
 *
 * <p>Neighbours: {@code storage} below, for the durable write and the exception; {@code text} and {@code network}, whose
 * vocabulary and weights a model holds. Doors: {@link org.reelsense.model.SentimentModel} is a classifier whole,
 * {@link org.reelsense.model.ForecastModel} a forecaster, {@link org.reelsense.model.StoredModel} whichever a file holds;
 * {@link org.reelsense.model.ModelFile} is any safetensors file and {@link org.reelsense.model.Tensor} what it holds.
 *
 * <h2>The file</h2>
 *
 * <p>It is the published safetensors format (huggingface/safetensors), so any of its readers opens it:
 *
 * <pre>
 * 8 bytes   N, the length of the header, unsigned, little-endian
 * N bytes   the header: a JSON object in UTF-8, beginning with { and padded with spaces
 * the rest  the data of the tensors, row-major, little-endian, one after the other
 * </pre>
 *
 * <pre>
 * {"__metadata__": {"checksum": "sha256:...", "format": "reelsense.v1", ...},
 *  "output.weight": {"dtype": "F32", "shape": [1, 256], "data_offsets": [0, 1024]},
 *  "vocabulary":    {"dtype": "U8",  "shape": [6],      "data_offsets": [1024, 1030]}}
 * </pre>
 *
 * <p>{@code __metadata__} maps text to text and may be absent. An entry has these three fields and no other.
 * {@code data_offsets} are begin and one past the end, counted from the end of the header. The data has no hole, no
 * overlap and nothing after it. {@code []} is the shape of a scalar; a tensor with an axis of 0 has no data.
 *
 * <h2>What we write</h2>
 *
 * <p>The same content gives the same bytes. Metadata comes first, sorted; then the tensors, F32 before I8 before U8,
 * each sorted by name, entries and data in the same order; sorted means by UTF-8 bytes. No spaces but the padding,
 * which makes 8 + N a multiple of 8, so that every float is aligned in a mapped file. Text is plain UTF-8; of the
 * control characters only those with a short escape are allowed. {@code format} and {@code checksum} are always there.
 *
 * <h2>Checksum</h2>
 *
 * <p>{@code checksum} is {@code sha256:} and 64 lower-case hexadecimal digits: the SHA-256 of
 *
 * <pre>
 * u32 number of metadata entries, checksum not counted
 *     for each, sorted by key:   text key, text value
 * u32 number of tensors
 *     for each, sorted by name:  text name, text dtype, u32 number of axes, u32 each axis,
 *                                u32 number of data bytes, the data
 * where u32 is unsigned little-endian and text is a u32 number of UTF-8 bytes and those bytes
 * </pre>
 *
 * <p>It covers the content and not the spelling, so a tool that saves the same content in another order keeps it
 * valid. A file whose {@code format} is {@code reelsense.v1} must have it right, and so must one with any
 * {@code checksum} that begins with {@code sha256:}. In a file of ours every single flipped bit is found. Files of
 * other tools load without one. It protects against accidents; who can rewrite a file can rewrite the checksum.
 *
 * <h2>A classifier in it</h2>
 *
 * <p>Of a file with {@code format} {@code reelsense.v1}, {@link org.reelsense.model.SentimentModel#read} wants no {@code task}, and
 *
 * <ul>
 *   <li>{@code spec}: a JSON object with exactly {@code cell}, {@code bidirectional}, {@code vocabularySize},
 *       {@code embeddingSize}, {@code hiddenSize}, {@code pieceLength} and {@code pooling}. Another field is refused, for
 *       it may change what the network computes.
 *   <li>{@code tokenizer}: the id of the tokenizer. Who tokenizes has to compare it; reading takes any.
 *   <li>{@code provenance}: a JSON object with the fields of {@link org.reelsense.model.Provenance}. Others are ignored,
 *       and lost when the model is written again: a later release may record more about the same network.
 *   <li>{@code vocabulary}, U8: the tokens in the order of their ids, UTF-8, a line feed between each two.
 *   <li>{@code embedding.weight} [V, E] and the tensors of {@link org.reelsense.network.ParameterLayout}, F32 and finite,
 *       under PyTorch's names and in its layout. {@code src/test/reference/load_in_torch.py} shows how to use them. Other
 *       tensors are ignored.
 *   <li>Or, for a file a quarter as large, {@code embedding.weight} [V, E] as I8 and {@code embedding.scale} [V] as F32: a
 *       number is code x scale of its row. Codes are -127 to 127, and the largest of a row is one of these two, in size. A
 *       scale is a normal float whose last 7 bits are 0, so that the product is exact, and at most 2^128 / 127. A row of
 *       zeros has scale 0. Each matrix so has one spelling, and reading and writing again gives the same file.
 * </ul>
 *
 * <h2>A forecaster in it</h2>
 *
 * <p>{@link org.reelsense.model.ForecastModel#read} wants {@code task} to be {@code forecast}, and
 *
 * <ul>
 *   <li>{@code spec}: a JSON object with exactly {@code cell}, {@code window} (T), {@code hiddenSize} (H), {@code horizon}
 *       (F) and {@code normalisation} ({@link org.reelsense.network.Normalisation}).
 *   <li>{@code provenance}, as above.
 *   <li>{@code rnn.weight_ih_l0} [G*H, 1], {@code rnn.weight_hh_l0} [G*H, H], {@code rnn.bias_ih_l0} and
 *       {@code rnn.bias_hh_l0} [G*H], {@code output.weight} [F, H] and {@code output.bias} [F], F32 and finite.
 *       {@code rnn.bias_hh_l0} is learned by the GRU alone and must be zero for the others.
 *       {@code src/test/reference/load_forecaster_in_torch.py} shows how to use them.
 * </ul>
 *
 * <h2>Limits</h2>
 *
 * <p>Header 16 MiB (the format allows 100 MB), 10,000 tensors, 1,000 metadata entries, names and keys 1,024
 * characters, texts 4 Mi characters, 8 axes, one tensor 2 GiB, all tensors half of Java's memory.
 *
 * <h2>Traps</h2>
 *
 * <ul>
 *   <li>Nothing is allocated because a header says so: first it is compared with the file's real size.
 *   <li>{@link org.reelsense.model.ModelFile#read} takes any tool's file and any number, NaN and infinity too;
 *       {@link org.reelsense.model.SentimentModel#read} takes only ours and only finite ones.
 *   <li>No Java serialization, here or anywhere.
 * </ul>
 */
@NullMarked
package org.reelsense.model;

import org.jspecify.annotations.NullMarked;
