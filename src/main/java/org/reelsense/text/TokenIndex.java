package org.reelsense.text;

import java.util.SplittableRandom;

/**
 * Finds the id of a token from its letters, without making a string of them: open addressing with linear probing, half
 * full at most. The hash depends on a number drawn anew by each process, so that no model file can hold a vocabulary that
 * makes every look-up long.
 */
final class TokenIndex {

    private static final SplittableRandom RANDOM = new SplittableRandom();
    private static final long KEY = RANDOM.nextLong() | 1;

    /** Not 0, from which NUL after NUL would lead to 0 again. */
    private static final long EMPTY = RANDOM.nextLong();

    private static final long LOW = 0xFFFF_FFFFL;

    /** All tokens, one behind the other: a look-up compares them without following references. */
    private final char[] letters;

    /** Where the token of each id begins, and where the last one ends. */
    private final int[] begins;

    /** Upper half of the hash, and the id + 1; 0 where nothing is. */
    private final long[] slots;

    /**
     * Makes room.
     *
     * @param size tokens there will be
     * @param letters of all of them together, and of those that turn out to be there already
     */
    TokenIndex(int size, int letters) {
        this.letters = new char[letters];
        begins = new int[size + 1];
        slots = new long[Integer.highestOneBit(Math.max(size, 1)) * 4];
    }

    /**
     * Whether the token is new; its id is then known.
     *
     * @param id one more than that of the last token added, from 0 on
     */
    boolean add(String token, int id) {
        int begin = begins[id];
        int end = begin + token.length();
        token.getChars(0, token.length(), letters, begin);
        long hash = hash(letters, begin, end);
        int slot = slot(hash, letters, begin, end);
        if (slots[slot] != 0) {
            return false;
        }
        begins[id + 1] = end;
        slots[slot] = hash & ~LOW | id + 1;
        return true;
    }

    /** The id, or {@code absent}. */
    int find(String token, int absent) {
        return find(token.toCharArray(), token.length(), absent);
    }

    /** As {@link #find(String, int)} for the first {@code length} of {@code word}. */
    int find(char[] word, int length, int absent) {
        int slot = slot(hash(word, 0, length), word, 0, length);
        return slots[slot] == 0 ? absent : idIn(slot);
    }

    /** Where the token is, or the empty slot where it belongs. */
    private int slot(long hash, char[] text, int begin, int end) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && !(sameHash(slots[slot], hash) && isToken(idIn(slot), text, begin, end))) {
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

    private boolean isToken(int id, char[] text, int begin, int end) {
        int first = begins[id];
        if (begins[id + 1] - first != end - begin) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (letters[first + i - begin] != text[i]) {
                return false;
            }
        }
        return true;
    }

    static long hash(char[] text, int begin, int end) {
        long hash = EMPTY;
        for (int i = begin; i < end; i++) {
            hash = mix(hash, text[i]);
        }
        return hash;
    }

    private static long mix(long hash, char c) {
        long product = (hash ^ c) * KEY;
        return product ^ product >>> 29;
    }
}
