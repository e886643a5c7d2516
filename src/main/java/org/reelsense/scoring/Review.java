package org.reelsense.scoring;

/**
 * A review to score.
 *
 * @param place where it stands, for messages
 * @param text with at least one character that is neither white space nor a control character
 * @param row what the input holds besides and with it
 */
public record Review(Place place, String text, Row row) implements Entry {}
