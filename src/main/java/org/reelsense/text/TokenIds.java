package org.reelsense.text;

import java.util.Arrays;

/** Collects the ids of tokens: four bytes a token, and no strings. */
final class TokenIds implements TokenReceiver {

    private static final int START = 256;

    private final Vocabulary vocabulary;
    private int[] ids = new int[START];
    private int count;

    TokenIds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void symbol(String token, int begin, int end) {
        add(vocabulary.id(token));
    }

    @Override
    public void word(char[] letters, int length, int begin, int end) {
        add(vocabulary.id(letters, length));
    }

    private void add(int id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, Math.addExact(count, count / 2));
        }
        ids[count++] = id;
    }

    int[] ids() {
        return Arrays.copyOf(ids, count);
    }
}
