package org.reelsense.text;

import java.util.ArrayList;
import java.util.List;

/** Collects tokens with their places in the raw text. */
final class TokenPlaces implements TokenReceiver {

    private final TracedText text;
    private final List<Token> tokens = new ArrayList<>();

    TokenPlaces(TracedText text) {
        this.text = text;
    }

    @Override
    public void symbol(String token, int begin, int end) {
        int rawBegin = text.origin(begin);
        int next = end;
        while (text.origin(next) == rawBegin) { // the char after it stems from the same raw character
            next++;
        }
        tokens.add(new Token(token, rawBegin, text.origin(next)));
    }

    @Override
    public void word(char[] letters, int length, int begin, int end) {
        symbol(new String(letters, 0, length), begin, end);
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }
}
