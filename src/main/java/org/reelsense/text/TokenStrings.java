package org.reelsense.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects tokens as strings. */
final class TokenStrings implements TokenReceiver {

    private final List<String> tokens = new ArrayList<>();

    @Override
    public void symbol(String token, int begin, int end) {
        tokens.add(token);
    }

    @Override
    public void word(char[] letters, int length, int begin, int end) {
        tokens.add(new String(letters, 0, length));
    }

    List<String> tokens() {
        return Collections.unmodifiableList(tokens);
    }
}
