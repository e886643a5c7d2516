package org.reelsense.text;

/**
 * A token and where it stands in the raw text.
 *
 * @param begin its first char
 * @param end one past its last; tokens made of one character ("½") may share it
 */
public record Token(String text, int begin, int end) {}
