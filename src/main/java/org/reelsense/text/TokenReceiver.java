package org.reelsense.text;

/** Takes the tokens of one text in their final form, in order, with where they stand in the cleaned text. */
interface TokenReceiver {

    /** A token that is a string already. */
    void symbol(String token, int begin, int end);

    /** A token in the first {@code length} of {@code letters}, which the next one overwrites. */
    void word(char[] letters, int length, int begin, int end);
}
