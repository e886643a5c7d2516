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

    private final String[] tokens;

    /** Upper half of the hash, and the id + 1; 0 where nothing is. */
    private final long[] slots;

    TokenIndex(int size) {
        tokens = new String[size];
        slots = new long[Integer.highestOneBit(Math.max(size, 1)) * 4];
    }

    /** Whether the token is new; its id is then known. */
    boolean add(String token, int id) {
        long hash = hash(token);
        int slot = (int) hash & slots.length - 1;
        for (; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (sameHash(slots[slot], hash) && tokens[idIn(slot)].equals(token)) {
                return false;
            }
        }
        tokens[id] = token;
        slots[slot] = hash & ~LOW | id + 1;
        return true;
    }

    /** The id, or {@code absent}. */
    int find(String token, int absent) {
        long hash = hash(token);
        for (int slot = (int) hash & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (sameHash(slots[slot], hash) && tokens[idIn(slot)].equals(token)) {
                return idIn(slot);
            }
        }
        return absent;
    }

    /** As {@link #find(String, int)} for the first {@code length} of {@code letters}. */
    int find(char[] letters, int length, int absent) {
        long hash = EMPTY;
        for (int i = 0; i < length; i++) {
            hash = mix(hash, letters[i]);
        }
        for (int slot = (int) hash & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (sameHash(slots[slot], hash) && isSame(tokens[idIn(slot)], letters, length)) {
                return idIn(slot);
            }
        }
        return absent;
    }

    private int idIn(int slot) {
        return (int) slots[slot] - 1;
    }

    private static boolean sameHash(long slot, long hash) {
        return ((slot ^ hash) & ~LOW) == 0;
    }

    private static boolean isSame(String token, char[] letters, int length) {
        if (token.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (token.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    static long hash(String token) {
        long hash = EMPTY;
        for (int i = 0; i < token.length(); i++) {
            hash = mix(hash, token.charAt(i));
        }
        return hash;
    }

    private static long mix(long hash, char c) {
        long product = (hash ^ c) * KEY;
        return product ^ product >>> 29;
    }
}
