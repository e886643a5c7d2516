package org.reelsense.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens and their ids, 0 to {@link #size} - 1. Id 0 is {@value #UNKNOWN}, which stands for every other token; no text
 * tokenizes to it. Immutable.
 */
public final class Vocabulary {

    /** The token of id 0. */
    public static final String UNKNOWN = "<unk>";

    private final List<String> tokens;
    private final TokenIndex ids;

    private Vocabulary(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        this.ids = new TokenIndex(
                tokens.size(), tokens.stream().mapToInt(String::length).reduce(0, Math::addExact));
        for (int id = 0; id < tokens.size(); id++) {
            String token = tokens.get(id);
            if (token.isEmpty() || token.indexOf('\n') >= 0 || !ids.add(token, id)) {
                throw new IllegalArgumentException("vocabulary entry " + id + " is \"" + start(token)
                        + "\"; it must not be empty, hold a line break or repeat an earlier one: write it anew");
            }
        }
    }

    /**
     * Chooses the tokens that occur at least {@code minimumCount} times, the most frequent first, ties by code point.
     *
     * @param types distinct tokens
     * @param counts how often each occurs, such as {@link TokenizedTexts#countsOver} the reviews it may see
     * @param minimumCount 1 or more
     * @param maximumSize 1 or more, {@value #UNKNOWN} included
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Vocabulary build(List<String> types, int[] counts, int minimumCount, int maximumSize) {
        require(
                types.size() == counts.length,
                "counts has " + counts.length + " entries; it must have one for each of the " + types.size()
                        + " types: count the same texts");
        require(minimumCount >= 1, "minimumCount is " + minimumCount + "; it must be 1 or more: 1 keeps every token");
        require(
                maximumSize >= 1,
                "maximumSize is " + maximumSize + "; it must be 1 or more: id 0 is the unknown token");
        List<String> chosen = new ArrayList<>();
        chosen.add(UNKNOWN);
        for (int type : TypeOrder.of(types, counts)) {
            if (chosen.size() == maximumSize || counts[type] < minimumCount) {
                break;
            }
            chosen.add(types.get(type));
        }
        return new Vocabulary(chosen);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8, do not begin with {@value #UNKNOWN}, or hold an empty
     *     or repeated token
     */
    public static Vocabulary fromBytes(byte[] bytes) {
        List<String> tokens = List.of(decode(bytes).split("\n", -1));
        require(
                tokens.get(0).equals(UNKNOWN),
                "vocabulary begins with \"" + start(tokens.get(0)) + "\"; it must begin with " + UNKNOWN
                        + ": write the vocabulary anew");
        return new Vocabulary(tokens);
    }

    /**
     * A vocabulary in a given order, such as that of a file of word vectors.
     *
     * @param tokens by id, the first of them {@value #UNKNOWN}
     * @throws IllegalArgumentException if the first is another, or one is empty, holds a line break or is repeated
     */
    public static Vocabulary inOrder(List<String> tokens) {
        require(
                !tokens.isEmpty() && tokens.get(0).equals(UNKNOWN),
                "tokens begin with \"" + (tokens.isEmpty() ? "" : start(tokens.get(0))) + "\"; they must begin with "
                        + UNKNOWN + ": put it first");
        return new Vocabulary(tokens);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "vocabulary of " + bytes.length + " bytes is not UTF-8; it must be: write the vocabulary anew", e);
        }
    }

    private static String start(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** The tokens in the order of their ids as UTF-8, a line feed between each two. */
    public byte[] toBytes() {
        return String.join("\n", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** Number of ids. */
    public int size() {
        return tokens.size();
    }

    /** The token's id; 0 if it has none. */
    public int id(String token) {
        return ids.find(token, 0);
    }

    /** As {@link #id(String)} for a token in the first {@code length} of {@code letters}. */
    int id(char[] letters, int length) {
        return ids.find(letters, length, 0);
    }

    /**
     * The token of an id.
     *
     * @throws IndexOutOfBoundsException if the id is not in 0 to {@link #size} - 1
     */
    public String token(int id) {
        return tokens.get(id);
    }

    /** The ids of the tokens of one text, in order. */
    public int[] encode(List<String> text) {
        int[] encoded = new int[text.size()];
        int i = 0;
        for (String token : text) {
            encoded[i++] = id(token);
        }
        return encoded;
    }

    /** The id of each type, so that {@link TokenizedTexts#encode} needs no strings. */
    public int[] idsOf(List<String> types) {
        return encode(types);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
