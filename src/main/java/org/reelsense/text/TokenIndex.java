package org.reelsense.text;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds the id of a token from its letters, without making a string of them: open addressing with linear probing, half
 * full at most. The hash depends on a number drawn anew by each process, so that no model file can hold a vocabulary that
 * makes every look-up long.
 */
final class TokenIndex {

    private static final long KEY = new SplittableRandom().nextLong() | 1;
    private static final long LOW = 0xFFFF_FFFFL;

    /** All tokens, one behind the other: a look-up compares them without following references. */
    private char[] letters = new char[1 << 10];

    /** Where the token of each id begins, and where the last one ends. */
    private final int[] begins;

    /** Upper half of the hash, and the id + 1; 0 where nothing is. */
    private final long[] slots;

    TokenIndex(int size) {
        begins = new int[size + 1];
        slots = new long[Integer.highestOneBit(Math.max(size, 1)) * 4];
    }

    /**
     * Whether the token is new; its id is then known.
     *
     * @param id one more than that of the last token added, from 0 on
     */
    boolean add(String token, int id) {
        char[] word = token.toCharArray();
        long hash = hash(word, word.length);
        int slot = slot(hash, word, word.length);
        if (slots[slot] != 0) {
            return false;
        }
        append(word, id);
        slots[slot] = hash & ~LOW | id + 1;
        return true;
    }

    private void append(char[] word, int id) {
        int begin = begins[id];
        if (letters.length - begin < word.length) {
            letters = Arrays.copyOf(letters, Math.addExact(begin, Math.max(begin, word.length)));
        }
        System.arraycopy(word, 0, letters, begin, word.length);
        begins[id + 1] = begin + word.length;
    }

    /** The id, or {@code absent}. */
    int find(String token, int absent) {
        return find(token.toCharArray(), token.length(), absent);
    }

    /** As {@link #find(String, int)} for the first {@code length} of {@code word}. */
    int find(char[] word, int length, int absent) {
        int slot = slot(hash(word, length), word, length);
        return slots[slot] == 0 ? absent : idIn(slot);
    }

    /** Where the token is, or the empty slot where it belongs. */
    private int slot(long hash, char[] word, int length) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && !(sameHash(slots[slot], hash) && isToken(idIn(slot), word, length))) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int idIn(int slot) {
        return (int) slots[slot] - 1;
    }

    private static boolean sameHash(long slot, long hash) {
        return ((slot ^ hash) & ~LOW) == 0;
    }

    private boolean isToken(int id, char[] word, int length) {
        int begin = begins[id];
        if (begins[id + 1] - begin != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letters[begin + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(char[] word, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = mix(hash, word[i]);
        }
        return hash;
    }

    private static long mix(long hash, char c) {
        long product = (hash ^ c) * KEY;
        return product ^ product >>> 29;
    }
}
